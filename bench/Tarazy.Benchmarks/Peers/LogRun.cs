using System.Diagnostics;
using System.Security.Cryptography;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Benchmarks.Peers;

/// <summary>Entries of 300 bytes, durable in batches with their tiles and a signed checkpoint each; then proofs of single entries. It has no peer here.</summary>
internal static class LogRun
{
    private const int Entries = 1 << 18;
    private const int Batch = 1 << 14;
    private const int EntryBytes = 300;
    private const int Proofs = 1_000;

    public static void Run(string folder)
    {
        var place = Directory.CreateTempSubdirectory("tarazy-log-");
        try
        {
            using var key = SignerKey.Create("bench.example/log");
            using var log = Log.Open(place.FullName, key);
            var batch = Enumerable.Range(0, Batch).Select(i => (ReadOnlyMemory<byte>)Entry(i)).ToArray();
            var (cpu, wall) = (ThreadClock.Now, Stopwatch.GetTimestamp());
            for (var size = 0L; size < Entries; size += Batch)
            {
                log.Append(size, batch);
            }

            var (each, seconds) = ((ThreadClock.Now - cpu) / 1_000.0 / Entries, Stopwatch.GetElapsedTime(wall).TotalSeconds);
            PeerLine.Write("tarazy", Entries, each, $"per_s={Entries / seconds:F0} wall_s={seconds:F2} verify_us={Verify(log, key.Verifier, batch):F1}; durable, {Batch} a checkpoint; a proof is checked with its entry and the signature of its checkpoint");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>An inclusion proof and the signature of the checkpoint it ends in.</summary>
    private static double Verify(Log log, VerifierKey verifier, ReadOnlyMemory<byte>[] batch)
    {
        var random = new Random(6);
        var indexes = Enumerable.Range(0, Proofs).Select(_ => random.NextInt64(Entries)).ToArray();
        var proofs = log.Reader.ProveInclusion(indexes, Entries);
        var checkpoint = log.Latest;
        return Costs.Of(Proofs, () =>
        {
            foreach (var proof in proofs)
            {
                var leaf = MerkleHash.Leaf(batch[(int)(proof.Index % Batch)].Span);
                if (!checkpoint.IsSignedBy(verifier) || !proof.Check(leaf, checkpoint.Checkpoint.Root).Ok)
                {
                    throw new CryptographicException($"The proof of entry {proof.Index} does not hold.");
                }
            }
        });
    }

    private static byte[] Entry(int number)
    {
        var entry = new byte[EntryBytes];
        new Random(number).NextBytes(entry);
        return entry;
    }
}
