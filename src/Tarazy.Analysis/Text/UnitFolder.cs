using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Text;

/// <summary>
/// Folds unit by unit: case, compatibility forms, marks, invisible units. Ordinary text goes through vectors; the first unit of a
/// block that is anything else goes through the table, and the vectors go on behind it. All roads give the same units (a test holds it).
/// </summary>
internal static class UnitFolder
{
    /// <summary>Units that the vector roads may write beyond the folded text.</summary>
    public const int Slack = 32;

    /// <summary>Folds <paramref name="source"/> into <paramref name="target"/> (at least 4 times as long, and <see cref="Slack"/>) and returns the length.</summary>
    public static int Fold(ReadOnlySpan<char> source, Span<char> target, PositionMap map)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Fold512(source, target, map);
        }

        return Vector256.IsHardwareAccelerated ? Fold256(source, target, map) : FoldPlain(source, target, map);
    }

    /// <summary>The plain twin of the vector roads.</summary>
    public static int FoldPlain(ReadOnlySpan<char> source, Span<char> target, PositionMap map)
    {
        map.Clear();
        int read = 0, written = 0;
        while (read < source.Length)
        {
            SlowUnits.One(source, target, ref read, ref written, map);
        }

        return written;
    }

    internal static int Fold512(ReadOnlySpan<char> source, Span<char> target, PositionMap map)
    {
        map.Clear();
        int read = 0, written = 0;
        Span<char> tail = stackalloc char[Vector512<ushort>.Count];
        unchecked
        {
            while (read < source.Length)
            {
                var units = Vector512.Create(MemoryMarshal.Cast<char, ushort>(Window(source, read, tail)));
                var ordinary = Block512.Fold(ref units);
                units.CopyTo(MemoryMarshal.Cast<char, ushort>(target[written..]));
                Step(source, target, ref read, ref written, BitOperations.TrailingZeroCount(~ordinary), Vector512<ushort>.Count, map);
            }
        }

        return written;
    }

    internal static int Fold256(ReadOnlySpan<char> source, Span<char> target, PositionMap map)
    {
        map.Clear();
        int read = 0, written = 0;
        Span<char> tail = stackalloc char[Vector256<ushort>.Count];
        unchecked
        {
            while (read < source.Length)
            {
                var units = Vector256.Create(MemoryMarshal.Cast<char, ushort>(Window(source, read, tail)));
                var ordinary = Block256.Fold(ref units);
                units.CopyTo(MemoryMarshal.Cast<char, ushort>(target[written..]));
                Step(source, target, ref read, ref written, BitOperations.TrailingZeroCount(~ordinary), Vector256<ushort>.Count, map);
            }
        }

        return written;
    }

    /// <summary>The next units; at the end of the text the last ones with blanks behind them.</summary>
    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> source, int read, Span<char> tail)
    {
        var rest = source[read..];
        if (rest.Length >= tail.Length)
        {
            return rest;
        }

        tail.Fill(' ');
        rest.CopyTo(tail);
        return tail;
    }

    /// <summary>Goes on by the ordinary units at the beginning of a block, which are written, and by the one behind them.</summary>
    private static void Step(ReadOnlySpan<char> source, Span<char> target, ref int read, ref int written, int ordinary, int width, PositionMap map)
    {
        var block = Math.Min(ordinary, source.Length - read);
        if (block > 0)
        {
            map.Add(written, read);
            read += block;
            written += block;
        }

        if (block == ordinary && read < source.Length && ordinary < width)
        {
            SlowUnits.One(source, target, ref read, ref written, map);
        }
    }
}
