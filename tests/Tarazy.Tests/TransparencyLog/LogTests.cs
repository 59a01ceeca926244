using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Proofs;
using Tarazy.TransparencyLog.Tiles;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.TransparencyLog;

public sealed class LogTests : IDisposable
{
    private readonly SignerKey _key = SignerKey.Create("desk.example/log");
    private readonly CrashableFiles _files = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-log-");

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public void A_log_on_the_disk_has_the_root_by_definition_and_proves_every_entry(int size)
    {
        var path = Path.Combine(_folder.FullName, "log");
        using (var log = Log.Open(path, _key))
        {
            for (var from = 0; from < size; from += 100)
            {
                log.Append(from, Trees.Entries(from, Math.Min(from + 100, size)));
            }
        }

        using var again = Log.Open(path, _key);
        var (leaves, root) = (Trees.Leaves(size), again.Latest.Checkpoint.Root);
        Assert.Equal(Trees.Naive(leaves), root);
        foreach (var index in new[] { 0, size / 2, size - 1 })
        {
            Assert.True(again.Reader.ProveInclusion(index, size).Check(leaves[index], root).Ok);
            Assert.Equal(Trees.Entry(index), again.Reader.ReadEntry(index, size).ToArray());
            var old = Trees.Naive(leaves.AsSpan(0, index));
            Assert.True(again.Reader.ProveConsistency(index, size).Check(old, root).Ok);
        }
    }

    [Fact]
    public void A_second_writer_is_refused()
    {
        using var first = Log.Open(_folder.FullName, _key);
        Assert.Throws<LogInUseException>(() => Log.Open(_folder.FullName, _key));
    }

    [Theory]
    [InlineData("tile/entries/000", "Entry 255 is not what")]
    [InlineData("tile/entries/001.p/44", "Entry 299 is not what")]
    [InlineData("tile/0/000", "Entry 255 is not what")]
    [InlineData("tile/0/001.p/44", "give the root")]
    [InlineData("tile/1/000.p/1", "give the root")]
    public void A_log_whose_files_do_not_match_its_checkpoint_goes_no_further(string file, string says)
    {
        Log.Open(_files, _key).Append(0, Trees.Entries(0, 300));
        _files.Restart(Crash.Kill);
        _files.Damage(file);
        var found = Assert.Throws<LogDamagedException>(() => Log.Open(_files, _key));
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tile/entries/000", "is missing")]
    [InlineData("tile/0/001.p/44", "is missing")]
    [InlineData("checkpoint", "lost its checkpoint")]
    public void A_log_that_lost_a_file_goes_no_further(string file, string says)
    {
        Log.Open(_files, _key).Append(0, Trees.Entries(0, 300));
        _files.Restart(Crash.Kill);
        _files.Lose(file);
        var found = Assert.Throws<LogDamagedException>(() => Log.Open(_files, _key));
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_changed_while_the_log_runs_is_found_before_the_next_checkpoint_is_signed()
    {
        using var log = Log.Open(_files, _key);
        log.Append(0, Trees.Entries(0, 515));
        _files.Damage("tile/1/000.p/2");
        Assert.Throws<LogDamagedException>(() => log.Append(515, Trees.Entries(515, 516)));
        Assert.Throws<LogDamagedException>(() => log.Append(515, Trees.Entries(515, 516)));
        Assert.Equal(515, log.Reader.Checkpoint()!.Size);
    }

    [Fact]
    public void A_checkpoint_of_another_key_is_not_continued()
    {
        using var other = SignerKey.Create("desk.example/log");
        Log.Open(_files, other).Append(0, Trees.Entries(0, 3));
        _files.Restart(Crash.Kill);
        var found = Assert.Throws<LogDamagedException>(() => Log.Open(_files, _key));
        Assert.Contains("is not signed by desk.example/log", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_would_not_come_next_are_refused()
    {
        using var log = Log.Open(_files, _key);
        log.Append(0, Trees.Entries(0, 3));
        Assert.Throws<LogDamagedException>(() => log.Append(2, Trees.Entries(2, 4, "other")));
        Assert.Throws<LogDamagedException>(() => log.Append(4, Trees.Entries(4, 5)));
        Assert.Equal(3, log.Size);
    }

    [Fact]
    public void Nothing_is_served_that_the_checkpoint_does_not_cover()
    {
        using var log = Log.Open(_files, _key);
        log.Append(0, Trees.Entries(0, 3));
        _files.WriteAndSync("tile/0/000.p/9", new byte[9 * Digest.Length]);
        Assert.Null(log.Reader.ReadTile(TilePath.Hashes(0, 0, 9)));
        Assert.Null(log.Reader.ReadTile(TilePath.Hashes(0, 1, 1)));
        Assert.Equal(3 * Digest.Length, log.Reader.ReadTile(TilePath.Hashes(0, 0, 3))!.Length);
    }

    [Fact]
    public void A_proof_says_what_is_wrong_with_it()
    {
        using var log = Log.Open(_files, _key);
        log.Append(0, Trees.Entries(0, 5));
        var (proof, leaves) = (log.Reader.ProveInclusion(3, 5), Trees.Leaves(5));
        Assert.Equal(ProofFault.RootDiffers, proof.Check(leaves[2], log.Latest.Checkpoint.Root).Fault);
        Assert.Equal(ProofFault.IndexOutsideTree, (proof with { Index = 5 }).Check(leaves[3], log.Latest.Checkpoint.Root).Fault);
        Assert.Contains("do not lead to the root", proof.Check(leaves[2], log.Latest.Checkpoint.Root).Says, StringComparison.Ordinal);
    }
}
