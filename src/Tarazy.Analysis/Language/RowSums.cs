using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Language;

/// <summary>Adds rows of 32 signed bytes. The vector road and the plain one give the same sums (a test holds it).</summary>
internal static class RowSums
{
    /// <summary>So many rows can be added in 16 bits without overflow.</summary>
    private const int RowsIn16Bits = 256;

    public static void Add(sbyte[] weights, ReadOnlySpan<int> rows, Span<int> sums)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            AddPlain(weights, rows, sums);
            return;
        }

        for (; rows.Length > RowsIn16Bits; rows = rows[RowsIn16Bits..])
        {
            Add256(weights, rows[..RowsIn16Bits], sums);
        }

        Add256(weights, rows, sums);
    }

    internal static void AddPlain(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> rows, Span<int> sums)
    {
        foreach (var row in rows)
        {
            var lanes = weights.Slice(row * RunTable.Lanes, RunTable.Lanes);
            for (var i = 0; i < lanes.Length; i++)
            {
                sums[i] += lanes[i];
            }
        }
    }

    private static void Add256(sbyte[] weights, ReadOnlySpan<int> rows, Span<int> sums)
    {
        unchecked
        {
            ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            foreach (var row in rows)
            {
                // A row index is a hash cut to the table's bits, so it is always inside.
                var lanes = Vector256.LoadUnsafe(ref first, (nuint)(row * RunTable.Lanes));
                low += Vector256.WidenLower(lanes);
                high += Vector256.WidenUpper(lanes);
            }

            Flush(low, sums);
            Flush(high, sums[16..]);
        }
    }

    private static void Flush(Vector256<short> part, Span<int> sums)
    {
        (Vector256.Create<int>(sums) + Vector256.WidenLower(part)).CopyTo(sums);
        (Vector256.Create<int>(sums[8..]) + Vector256.WidenUpper(part)).CopyTo(sums[8..]);
    }
}
