using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Labels;

/// <summary>Adds rows of signed bytes, all labels at once. The vector road and the plain one give the same sums (a test holds it).</summary>
internal static class RowSums
{
    /// <summary>So many rows of bytes can be added in 16 bits without overflow.</summary>
    private const int RowsIn16Bits = 256;

    /// <summary>Fewer lanes keep more of a table near, so a row is no longer than it must be.</summary>
    public static int LanesFor(int columns) => columns <= 4 ? 4 : columns <= 8 ? 8 : (columns + 15) / 16 * 16;

    /// <summary>sums[lane] += Σ values[i] · weights[rows[i], lane]; the sums are as long as a row has lanes.</summary>
    public static void Add(sbyte[] weights, int lanes, ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> sums)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            AddPlain(weights, lanes, rows, values, sums);
            return;
        }

        if (lanes == 4)
        {
            Add4(weights, rows, values, sums);
            return;
        }

        for (var lane = 0; lane < lanes; lane += 8)
        {
            Add8(weights.AsSpan(lane), lanes, rows, values, sums.Slice(lane, 8));
        }
    }

    internal static void AddPlain(ReadOnlySpan<sbyte> weights, int lanes, ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> sums)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = weights.Slice(rows[i] * lanes, lanes);
            for (var lane = 0; lane < lanes; lane++)
            {
                sums[lane] = MathF.FusedMultiplyAdd(row[lane], values[i], sums[lane]);
            }
        }
    }

    /// <summary>sums[lane] += Σ weights[rows[i], lane].</summary>
    public static void Add(sbyte[] weights, int lanes, ReadOnlySpan<int> rows, Span<int> sums)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            AddPlain(weights, lanes, rows, sums);
            return;
        }

        for (var rest = rows; rest.Length > 0; rest = rest[Math.Min(RowsIn16Bits, rest.Length)..])
        {
            var some = rest[..Math.Min(RowsIn16Bits, rest.Length)];
            switch (lanes)
            {
                case 4:
                    Add4(weights, some, sums);
                    break;
                case 8:
                    Add8(weights, some, sums);
                    break;
                default:
                    for (var lane = 0; lane < lanes; lane += 16)
                    {
                        Add16(weights.AsSpan(lane), lanes, some, sums.Slice(lane, 16));
                    }

                    break;
            }
        }
    }

    internal static void AddPlain(ReadOnlySpan<sbyte> weights, int lanes, ReadOnlySpan<int> rows, Span<int> sums)
    {
        foreach (var at in rows)
        {
            var row = weights.Slice(at * lanes, lanes);
            for (var lane = 0; lane < lanes; lane++)
            {
                sums[lane] += row[lane];
            }
        }
    }

    private static void Add4(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> sums)
    {
        var table = MemoryMarshal.Cast<sbyte, int>(weights);
        var sum = Vector128.Create<float>(sums);
        for (var i = 0; i < rows.Length; i++)
        {
            var shorts = Vector128.WidenLower(Vector128.CreateScalar(table[rows[i]]).AsSByte());
            sum = Vector128.FusedMultiplyAdd(Vector128.ConvertToSingle(Vector128.WidenLower(shorts)), Vector128.Create(values[i]), sum);
        }

        sum.CopyTo(sums);
    }

    private static void Add8(ReadOnlySpan<sbyte> weights, int lanes, ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> sums)
    {
        var low = Vector128.Create<float>(sums);
        var high = Vector128.Create<float>(sums[4..]);
        for (var i = 0; i < rows.Length; i++)
        {
            var bytes = MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(weights.Slice(rows[i] * lanes, 8)));
            var shorts = Vector128.WidenLower(Vector128.CreateScalar(bytes).AsSByte());
            var value = Vector128.Create(values[i]);
            low = Vector128.FusedMultiplyAdd(Vector128.ConvertToSingle(Vector128.WidenLower(shorts)), value, low);
            high = Vector128.FusedMultiplyAdd(Vector128.ConvertToSingle(Vector128.WidenUpper(shorts)), value, high);
        }

        low.CopyTo(sums);
        high.CopyTo(sums[4..]);
    }

    private static void Add4(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> rows, Span<int> sums)
    {
        unchecked
        {
            var table = MemoryMarshal.Cast<sbyte, int>(weights);
            var sum = Vector128<short>.Zero;
            foreach (var row in rows)
            {
                sum += Vector128.WidenLower(Vector128.CreateScalar(table[row]).AsSByte());
            }

            (Vector128.Create<int>(sums) + Vector128.WidenLower(sum)).CopyTo(sums);
        }
    }

    private static void Add8(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> rows, Span<int> sums)
    {
        unchecked
        {
            var table = MemoryMarshal.Cast<sbyte, long>(weights);
            var sum = Vector128<short>.Zero;
            foreach (var row in rows)
            {
                sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(table[row]).AsSByte());
            }

            Flush(sum, sums);
        }
    }

    private static void Add16(ReadOnlySpan<sbyte> weights, int lanes, ReadOnlySpan<int> rows, Span<int> sums)
    {
        unchecked
        {
            var low = Vector128<short>.Zero;
            var high = Vector128<short>.Zero;
            foreach (var row in rows)
            {
                var bytes = Vector128.Create<sbyte>(weights.Slice(row * lanes, 16));
                low += Vector128.WidenLower(bytes);
                high += Vector128.WidenUpper(bytes);
            }

            Flush(low, sums);
            Flush(high, sums[8..]);
        }
    }

    private static void Flush(Vector128<short> part, Span<int> sums)
    {
        (Vector128.Create<int>(sums) + Vector128.WidenLower(part)).CopyTo(sums);
        (Vector128.Create<int>(sums[4..]) + Vector128.WidenUpper(part)).CopyTo(sums[4..]);
    }
}
