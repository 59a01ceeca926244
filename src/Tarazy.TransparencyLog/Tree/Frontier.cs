using System.Numerics;
using Tarazy.TransparencyLog.Tiles;

namespace Tarazy.TransparencyLog.Tree;

/// <summary>
/// The right edge of a growing tree: the unfinished tile of every level and the unfinished bundle. From it follow the root
/// and every tile that an append completes, without reading anything back.
/// </summary>
internal sealed class Frontier
{
    private readonly List<List<Digest>> _levels = [[]];
    private readonly List<byte> _bundle = [];

    private Frontier()
    {
    }

    public long Size { get; private set; }

    public static Frontier Empty() => new();

    public static Frontier Load(TileReader tiles, long size)
    {
        var edge = new Frontier { Size = size };
        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            var count = size >> (8 * level);
            edge.Level(level).AddRange(Digests(count % TilePath.FullWidth == 0 ? [] : tiles.Hashes(level, count / TilePath.FullWidth)));
        }

        if (size % TilePath.FullWidth > 0)
        {
            foreach (var entry in tiles.Entries(size / TilePath.FullWidth))
            {
                EntryBundle.Append(edge._bundle, entry.Span);
            }
        }

        return edge;
    }

    public Frontier Copy()
    {
        var copy = new Frontier { Size = Size };
        copy._bundle.AddRange(_bundle);
        for (var level = 0; level < _levels.Count; level++)
        {
            copy.Level(level).AddRange(_levels[level]);
        }

        return copy;
    }

    /// <param name="write">Told every tile that this entry completes.</param>
    public void Append(ReadOnlySpan<byte> entry, Action<TilePath, byte[]> write)
    {
        EntryBundle.Append(_bundle, entry);
        Size++;
        if (Size % TilePath.FullWidth == 0)
        {
            write(TilePath.Entries((Size / TilePath.FullWidth) - 1, TilePath.FullWidth), [.. _bundle]);
            _bundle.Clear();
        }

        Add(0, MerkleHash.Leaf(entry), write);
    }

    /// <summary>Tells the partial tiles of this size, for those levels that changed since <paramref name="before"/>.</summary>
    public void WritePartial(long before, Action<TilePath, byte[]> write)
    {
        if (_bundle.Count > 0 && before < Size)
        {
            write(TilePath.Entries(Size / TilePath.FullWidth, (int)(Size % TilePath.FullWidth)), [.. _bundle]);
        }

        for (var level = 0; level < _levels.Count; level++)
        {
            var count = Size >> (8 * level);
            if (_levels[level].Count > 0 && before >> (8 * level) < count)
            {
                write(TilePath.Hashes(level, count / TilePath.FullWidth, _levels[level].Count), Bytes(_levels[level]));
            }
        }
    }

    /// <summary>The hashes from small to large are the parts of a compact range; they are joined from the right.</summary>
    public Digest Root()
    {
        Digest? root = null;
        foreach (var level in _levels)
        {
            var end = level.Count;
            while (end > 0)
            {
                var whole = 1 << BitOperations.TrailingZeroCount(end);
                var part = Fold(level, end - whole, whole);
                root = root is { } right ? MerkleHash.Node(part, right) : part;
                end -= whole;
            }
        }

        return root ?? MerkleHash.Empty;
    }

    private void Add(int level, Digest hash, Action<TilePath, byte[]> write)
    {
        var tile = Level(level);
        tile.Add(hash);
        if (tile.Count == TilePath.FullWidth)
        {
            write(TilePath.Hashes(level, (Size >> (8 * (level + 1))) - 1, TilePath.FullWidth), Bytes(tile));
            var above = Fold(tile, 0, TilePath.FullWidth);
            tile.Clear();
            Add(level + 1, above, write);
        }
    }

    private List<Digest> Level(int level)
    {
        if (_levels.Count == level)
        {
            _levels.Add([]);
        }

        return _levels[level];
    }

    private static Digest Fold(List<Digest> hashes, int start, int count) => count == 1
        ? hashes[start]
        : MerkleHash.Node(Fold(hashes, start, count / 2), Fold(hashes, start + (count / 2), count / 2));

    private static byte[] Bytes(List<Digest> hashes)
    {
        var bytes = new byte[hashes.Count * Digest.Length];
        for (var i = 0; i < hashes.Count; i++)
        {
            hashes[i].CopyTo(bytes.AsSpan(i * Digest.Length));
        }

        return bytes;
    }

    private static List<Digest> Digests(ReadOnlySpan<byte> bytes)
    {
        var hashes = new List<Digest>();
        for (var at = 0; at < bytes.Length; at += Digest.Length)
        {
            hashes.Add(new Digest(bytes.Slice(at, Digest.Length)));
        }

        return hashes;
    }
}
