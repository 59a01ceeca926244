using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Text;

/// <summary>
/// Folds unit by unit: case, compatibility forms, marks, invisible units. Blocks of ordinary text go through vectors;
/// anything else in a block sends that block through the table. Both roads give the same units (a test holds it).
/// </summary>
internal static class UnitFolder
{
    /// <summary>Folds <paramref name="source"/> into <paramref name="target"/> (at least 4 times as long) and returns the length.</summary>
    public static int Fold(ReadOnlySpan<char> source, Span<char> target, PositionMap map)
    {
        map.Clear();
        if (Vector512.IsHardwareAccelerated)
        {
            return Fold512(source, target, map);
        }

        return Vector256.IsHardwareAccelerated ? Fold256(source, target, map) : FoldPlain(source, target, map);
    }

    /// <summary>The plain twin of the vector road.</summary>
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
        unchecked
        {
            while (read + Vector512<ushort>.Count <= source.Length)
            {
                var units = Vector512.Create(MemoryMarshal.Cast<char, ushort>(source[read..]));
                if (Block512.TryFold(ref units))
                {
                    map.Add(written, read);
                    units.CopyTo(MemoryMarshal.Cast<char, ushort>(target[written..]));
                    read += Vector512<ushort>.Count;
                    written += Vector512<ushort>.Count;
                }
                else
                {
                    Slow(source, target, ref read, ref written, read + Vector512<ushort>.Count, map);
                }
            }
        }

        Slow(source, target, ref read, ref written, source.Length, map);
        return written;
    }

    internal static int Fold256(ReadOnlySpan<char> source, Span<char> target, PositionMap map)
    {
        map.Clear();
        int read = 0, written = 0;
        unchecked
        {
            while (read + Vector256<ushort>.Count <= source.Length)
            {
                var units = Vector256.Create(MemoryMarshal.Cast<char, ushort>(source[read..]));
                if (Block256.TryFold(ref units))
                {
                    map.Add(written, read);
                    units.CopyTo(MemoryMarshal.Cast<char, ushort>(target[written..]));
                    read += Vector256<ushort>.Count;
                    written += Vector256<ushort>.Count;
                }
                else
                {
                    Slow(source, target, ref read, ref written, read + Vector256<ushort>.Count, map);
                }
            }
        }

        Slow(source, target, ref read, ref written, source.Length, map);
        return written;
    }

    private static void Slow(ReadOnlySpan<char> source, Span<char> target, ref int read, ref int written, int until, PositionMap map)
    {
        while (read < until)
        {
            SlowUnits.One(source, target, ref read, ref written, map);
        }
    }
}
