using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>
/// Numbers as features of a linear model: each falls into one of the bins between its own quantiles, and pairs of numbers into the
/// cells of a coarser grid. The model then can follow any curve, and what it learnt of a bin can be read off.
/// </summary>
internal sealed class BinnedSigns(float[][] edges)
{
    public const int PerRow = StackedSigns.Count + PairCount;

    private const int Bins = 8;
    private const int Cells = 4;
    private const int PairCount = 8;
    private const int PairStart = StackedSigns.Count * Bins;

    private static readonly (int A, int B)[] Pairs = [(0, 3), (0, 10), (0, 5), (10, 3), (1, 0), (2, 0), (5, 3), (12, 3)];

    public static int TableRows => PairStart + (PairCount * Cells * Cells);

    /// <summary>By sign, the borders between its bins.</summary>
    public float[][] Edges => edges;

    public static BinnedSigns Learn(float[] signs)
    {
        var rows = signs.Length / StackedSigns.Count;
        var edges = new float[StackedSigns.Count][];
        for (var sign = 0; sign < edges.Length; sign++)
        {
            var values = new float[rows];
            for (var row = 0; row < rows; row++)
            {
                values[row] = signs[(row * StackedSigns.Count) + sign];
            }

            Array.Sort(values);
            edges[sign] = [.. Enumerable.Range(1, Bins - 1).Select(bin => values[(int)((long)bin * (rows - 1) / Bins)])];
        }

        return new BinnedSigns(edges);
    }

    public SparseRows Rows(float[] signs)
    {
        var count = signs.Length / StackedSigns.Count;
        var rows = new int[count * PerRow];
        var starts = new int[count + 1];
        for (var row = 0; row < count; row++)
        {
            Of(signs.AsSpan(row * StackedSigns.Count, StackedSigns.Count), rows.AsSpan(row * PerRow, PerRow));
            starts[row + 1] = (row + 1) * PerRow;
        }

        var values = new float[rows.Length];
        Array.Fill(values, 1f);
        return SparseRows.Compact(starts, rows, values, TableRows);
    }

    /// <summary>The score of one word under weights by bin.</summary>
    public float Score(float[] weights, float bias, ReadOnlySpan<float> signs)
    {
        Span<int> rows = stackalloc int[PerRow];
        Of(signs, rows);
        foreach (var row in rows)
        {
            bias += weights[row];
        }

        return bias;
    }

    private void Of(ReadOnlySpan<float> signs, Span<int> rows)
    {
        Span<int> bins = stackalloc int[StackedSigns.Count];
        for (var sign = 0; sign < bins.Length; sign++)
        {
            var at = Array.BinarySearch(edges[sign], signs[sign]);
            bins[sign] = at < 0 ? ~at : at;
            rows[sign] = (sign * Bins) + bins[sign];
        }

        for (var pair = 0; pair < PairCount; pair++)
        {
            var (a, b) = Pairs[pair];
            rows[StackedSigns.Count + pair] = PairStart + (((pair * Cells) + (bins[a] * Cells / Bins)) * Cells) + (bins[b] * Cells / Bins);
        }
    }
}
