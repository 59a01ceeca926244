using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>The products of all pairs of rows, K = XX' + 1: sixteen rows lie spread out in a table while the others are held against them.</summary>
internal static class Gram
{
    private const int Lanes = 16;

    /// <returns>n × n numbers, row after row; the lower half and the diagonal are filled. The 1 is the bias.</returns>
    public static float[] Of(SparseRows rows, int threads)
    {
        var n = rows.Count;
        var gram = new float[n * n];
        var blocks = (n + Lanes - 1) / Lanes;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new float[(rows.Shared + 1) * Lanes],
            (block, _, table) =>
            {
                Block(rows, gram, block * Lanes, table);
                return table;
            },
            _ => { });
        return gram;
    }

    private static void Block(SparseRows rows, float[] gram, int first, float[] table)
    {
        var n = rows.Count;
        var count = Math.Min(Lanes, n - first);
        for (var lane = 0; lane < count; lane++)
        {
            Spread(rows, first + lane, lane, table, clear: false);
        }

        Span<float> products = stackalloc float[Lanes];
        for (var row = first; row < n; row++)
        {
            Products(rows.Columns(row), rows.Values(row), rows.Shared, table, products);
            for (var lane = 0; lane < count && first + lane <= row; lane++)
            {
                gram[(row * n) + first + lane] = first + lane == row ? rows.Squares(row) + 1 : products[lane] + 1;
            }
        }

        for (var lane = 0; lane < count; lane++)
        {
            Spread(rows, first + lane, lane, table, clear: true);
        }
    }

    private static void Spread(SparseRows rows, int row, int lane, float[] table, bool clear)
    {
        var columns = rows.Columns(row);
        var values = rows.Values(row);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] < rows.Shared)
            {
                table[(columns[i] * Lanes) + lane] = clear ? 0 : values[i];
            }
        }
    }

    private static void Products(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, int shared, float[] table, Span<float> products)
    {
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (var i = 0; i < columns.Length; i++)
        {
            // A column that no other row has adds nothing to a product.
            if (columns[i] < shared)
            {
                var value = Vector256.Create(values[i]);
                var lanes = table.AsSpan(columns[i] * Lanes, Lanes);
                low = Vector256.FusedMultiplyAdd(Vector256.Create<float>(lanes), value, low);
                high = Vector256.FusedMultiplyAdd(Vector256.Create<float>(lanes[8..]), value, high);
            }
        }

        low.CopyTo(products);
        high.CopyTo(products[8..]);
    }
}
