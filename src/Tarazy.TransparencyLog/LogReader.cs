using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Proofs;
using Tarazy.TransparencyLog.Tiles;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog;

/// <summary>
/// Reads a log's folder: what is served, and proofs. It needs no key and no lock, and shows nothing that the published
/// checkpoint does not cover.
/// </summary>
public sealed class LogReader
{
    internal const string CheckpointFile = "checkpoint";
    internal const string KeyFile = "vkey";

    private readonly ILogFiles _files;

    /// <param name="folder">As <see cref="Log"/> writes it, or a copy of it.</param>
    public LogReader(string folder)
        : this(new DiskFiles(folder))
    {
    }

    internal LogReader(ILogFiles files) => _files = files;

    /// <summary>The published checkpoint; null when nothing was published yet.</summary>
    public SignedCheckpoint? Checkpoint()
    {
        if (_files.Read(CheckpointFile, SignedNote.LongestNote) is not { } bytes)
        {
            return null;
        }

        var read = SignedCheckpoint.Parse(bytes);
        return read.Ok ? read.Value : throw new LogDamagedException($"The file {CheckpointFile} cannot be read: {read.Why}");
    }

    /// <summary>The key that the folder shows for itself; worth as much as the way on which the folder came.</summary>
    public string? ShownKey() => _files.Read(KeyFile, SignedNote.LongestNote) is { } bytes
        ? System.Text.Encoding.UTF8.GetString(bytes).Trim()
        : null;

    /// <summary>The bytes of one tile; null when the published tree has no such tile, or never had it in that width.</summary>
    public byte[]? ReadTile(TilePath path)
    {
        // A tile may be on the disk before its checkpoint is; served now and cached for ever, it would be a promise.
        var reach = path.WidthAt(Checkpoint()?.Size ?? 0);
        return reach >= path.Width
            ? _files.Read(path.ToString(), path.HoldsEntries ? EntryBundle.LongestBundle : TilePath.FullWidth * Digest.Length)
            : null;
    }

    /// <summary>The bytes of one entry, as they were added.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="size">Of a tree that was published; the entry lies within it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such entry.</exception>
    /// <exception cref="LogDamagedException">A tile is missing or cannot be read.</exception>
    public ReadOnlyMemory<byte> ReadEntry(long index, long size) =>
        new TileReader(_files, Within(index + 1, size)).Entries(index / TilePath.FullWidth)[(int)(index % TilePath.FullWidth)];

    /// <summary>The leaf hashes that the tiles hold, from the first on.</summary>
    public IEnumerable<Digest> LeafHashes(long size)
    {
        var tiles = new TileReader(_files, size);
        for (var index = 0L; index < size; index++)
        {
            yield return tiles.Node(0, index);
        }
    }

    /// <summary>That the entry at <paramref name="index"/>, from 0, is in the tree of <paramref name="size"/> entries (RFC 6962, section 2.1.1).</summary>
    public InclusionProof ProveInclusion(long index, long size) =>
        new(index, size, TreeHashes.InclusionPath(new TileReader(_files, Within(index + 1, size)), index, size));

    /// <summary>Proofs for several places, reading each tile once.</summary>
    public IReadOnlyList<InclusionProof> ProveInclusion(IReadOnlyList<long> indexes, long size)
    {
        var tiles = new TileReader(_files, Within(indexes.Count == 0 ? 0 : indexes.Max() + 1, size));
        return [.. indexes.Select(index => new InclusionProof(index, size, TreeHashes.InclusionPath(tiles, index, size)))];
    }

    /// <summary>That the tree of <paramref name="from"/> entries is the beginning of that of <paramref name="to"/> (RFC 6962, section 2.1.2).</summary>
    public ConsistencyProof ProveConsistency(long from, long to) =>
        new(from, to, TreeHashes.ConsistencyPath(new TileReader(_files, Within(from, to)), from, to));

    /// <summary>Reads every entry and every tile and holds them against the checkpoint. Throws with what it found.</summary>
    public void CheckEverything(SignedCheckpoint checkpoint)
    {
        var size = checkpoint.Size;
        var built = Frontier.Empty();
        var tiles = new TileReader(_files, size);
        for (var bundle = 0L; bundle * TilePath.FullWidth < size; bundle++)
        {
            foreach (var entry in new TileReader(_files, size).Entries(bundle))
            {
                built.Append(entry.Span, (path, bytes) => Compare(tiles, path, bytes));
            }
        }

        built.WritePartial(-1, (path, bytes) => Compare(tiles, path, bytes));
        if (built.Root() != checkpoint.Checkpoint.Root)
        {
            throw new LogDamagedException(
                $"The {size} entries give the root {built.Root()}, but the checkpoint says {checkpoint.Checkpoint.Root}.");
        }
    }

    private static void Compare(TileReader tiles, TilePath path, byte[] bytes)
    {
        if (path.HoldsEntries || tiles.Hashes(path.Level, path.Index).SequenceEqual(bytes))
        {
            return;
        }

        var stored = tiles.Hashes(path.Level, path.Index);
        var first = 0;
        while (stored.Slice(first * Digest.Length, Digest.Length).SequenceEqual(bytes.AsSpan(first * Digest.Length, Digest.Length)))
        {
            first++;
        }

        var leaf = (path.Index * TilePath.FullWidth) + first;
        throw new LogDamagedException(path.Level == 0
            ? $"Entry {leaf} is not what {path} says it is: its bytes give another hash."
            : $"{path} does not follow from the tiles below it (hash {first}).");
    }

    private static long Within(long needed, long size) => needed >= 0 && needed <= size
        ? size
        : throw new ArgumentOutOfRangeException(nameof(needed), $"A log of {size} entries has no entry {needed - 1}.");
}
