using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog.Tiles;

/// <summary>Reads the tiles of a tree of one size, each once while it is in use.</summary>
internal sealed class TileReader(ILogFiles files, long size) : INodes
{
    private const int LevelsInTile = 8;
    private const int MostKept = 1024;

    private readonly Dictionary<(int Level, long Index), byte[]> _tiles = [];

    /// <summary>The root of the tree; no hash of it is taken from anywhere but the tiles.</summary>
    public Digest Root() => TreeHashes.Root(this, size);

    public Digest Node(int level, long index)
    {
        var start = index << (level % LevelsInTile);
        var tile = Hashes(level / LevelsInTile, start / TilePath.FullWidth);
        return Fold(tile, (int)(start % TilePath.FullWidth), 1 << (level % LevelsInTile));
    }

    /// <summary>The hashes of one tile, as many as this tree has there.</summary>
    public ReadOnlySpan<byte> Hashes(int level, long index)
    {
        if (!_tiles.TryGetValue((level, index), out var tile))
        {
            var path = TilePath.Hashes(level, index, TilePath.FullWidth);
            tile = ReadTile(TilePath.Hashes(level, index, path.WidthAt(size)));
            if (_tiles.Count == MostKept)
            {
                _tiles.Clear();
            }

            _tiles.Add((level, index), tile);
        }

        return tile;
    }

    /// <summary>The entries of one bundle, as many as this tree has there.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Entries(long bundle)
    {
        var width = TilePath.Entries(bundle, TilePath.FullWidth).WidthAt(size);
        var path = TilePath.Entries(bundle, width);
        var (bytes, from) = ReadFile(path, EntryBundle.LongestBundle);
        var entries = EntryBundle.Read(bytes) ?? throw new LogDamagedException($"The lengths in {from} do not add up.");
        return entries.Count == from.Width
            ? entries.GetRange(0, width)
            : throw new LogDamagedException($"{from} has {entries.Count} entries instead of {from.Width}.");
    }

    private byte[] ReadTile(TilePath path)
    {
        var (bytes, from) = ReadFile(path, TilePath.FullWidth * Digest.Length);
        return bytes.Length == from.Width * Digest.Length
            ? bytes[..(path.Width * Digest.Length)]
            : throw new LogDamagedException($"{from} has {bytes.Length} bytes instead of {from.Width * Digest.Length}.");
    }

    /// <summary>A partial tile may be gone once the whole one is there (C2SP tlog-tiles, "Partial Tiles").</summary>
    private (byte[] Bytes, TilePath From) ReadFile(TilePath path, int most)
    {
        if (files.Read(path.ToString(), most) is { } exact)
        {
            return (exact, path);
        }

        return files.Read(path.Whole.ToString(), most) is { } whole
            ? (whole, path.Whole)
            : throw new LogDamagedException($"{path} is missing.");
    }

    private static Digest Fold(ReadOnlySpan<byte> hashes, int start, int count) => count == 1
        ? new Digest(hashes.Slice(start * Digest.Length, Digest.Length))
        : MerkleHash.Node(Fold(hashes, start, count / 2), Fold(hashes, start + (count / 2), count / 2));
}
