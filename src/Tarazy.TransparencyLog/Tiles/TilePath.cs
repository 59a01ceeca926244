using System.Globalization;

namespace Tarazy.TransparencyLog.Tiles;

/// <summary>
/// The name of one tile (C2SP tlog-tiles): <c>tile/0/x001/x234/067</c>, <c>tile/1/000.p/17</c>, <c>tile/entries/000</c>.
/// </summary>
public readonly record struct TilePath
{
    /// <summary>Hashes, or entries, in a whole tile.</summary>
    public const int FullWidth = 256;

    private const int EntriesLevel = -1;
    private const int HighestLevel = 63;
    private const int LongestPath = 64;

    private TilePath(int level, long index, int width) => (Level, Index, Width) = (level, index, width);

    public int Level { get; }

    public long Index { get; }

    /// <summary>1 to 255 for a partial tile, 256 for a whole one.</summary>
    public int Width { get; }

    public bool HoldsEntries => Level == EntriesLevel;

    public TilePath Whole => new(Level, Index, FullWidth);

    public static TilePath Hashes(int level, long index, int width) => new(level, index, width);

    public static TilePath Entries(long index, int width) => new(EntriesLevel, index, width);

    /// <summary>How wide this tile is in a tree of that size; 0 when the tree does not reach it.</summary>
    public int WidthAt(long size)
    {
        var shift = 8 * Math.Max(Level, 0);
        var hashes = shift > 62 ? 0 : size >> shift;
        return (int)Math.Clamp(hashes - Math.Min(Index, long.MaxValue >> 9) * FullWidth, 0, FullWidth);
    }

    /// <summary>Reads the one spelling of a tile's name; null for anything else, so that no other file can be asked for.</summary>
    public static TilePath? Parse(string text)
    {
        if (text.Length > LongestPath)
        {
            return null;
        }

        var parts = text.Split('/');
        if (parts.Length < 3 || parts[0] != "tile" || ParseLevel(parts[1]) is not { } level)
        {
            return null;
        }

        var width = FullWidth;
        var last = parts.Length;
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryDigits(parts[^1], out var partial) || partial is < 1 or >= FullWidth)
            {
                return null;
            }

            width = (int)partial;
            last--;
            parts[last - 1] = parts[last - 1][..^2];
        }

        // What is written back must be what was read: that rules out leading zeros, missing x and every other spelling.
        return TryDigits(string.Concat(parts[2..last]).Replace("x", "", StringComparison.Ordinal), out var index)
               && new TilePath(level, index, width) is var path && path.ToString() == text
            ? path
            : null;
    }

    public override string ToString()
    {
        var digits = Index.ToString("D3", CultureInfo.InvariantCulture);
        digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
        var groups = digits.Chunk(3).Select(g => new string(g)).ToArray();
        var name = string.Concat(groups[..^1].Select(g => $"x{g}/")) + groups[^1];
        var level = HoldsEntries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        var partial = Width == FullWidth ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
        return $"tile/{level}/{name}{partial}";
    }

    private static int? ParseLevel(string text) =>
        text == "entries" ? EntriesLevel : TryDigits(text, out var level) && level <= HighestLevel ? (int)level : null;

    private static bool TryDigits(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
