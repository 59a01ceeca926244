using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels;

/// <summary>
/// The sums of the sets whose features are counted and weighed. What <see cref="Weighing"/> does step by step in learning is one walk
/// over the rows here: a row's weight and what it says of each label lie in the same eight bytes or so.
/// </summary>
internal static class BlockSums
{
    /// <summary>sums[label] += Σ value · weights[row, label], each block of values of length 1.</summary>
    public static void Add(FoldedText text, FeatureSet set, LabelWeights weights, LabelScratch scratch, Span<float> sums)
    {
        scratch.Tally(text, set);
        var rows = scratch.Rows;
        var values = scratch.Values;
        int letters = 0, words = set.CharRows + set.WordRows;
        Span<float> squares = stackalloc float[3];
        squares.Clear();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var value = values[i] = Weighing.Value(scratch.TakeCount(i), unchecked((byte)weights.Bytes[(row * weights.Lanes) + weights.Lanes - 1]));
            if (row < set.CharRows)
            {
                letters++;
                squares[0] += value * value;
            }
            else
            {
                squares[row < words ? 1 : 2] += value * value;
            }
        }

        foreach (ref var square in squares)
        {
            square = 1 / MathF.Sqrt(Math.Max(square, Weighing.LeastSquare));
        }

        RowSums.Add(weights.Bytes, weights.Lanes, rows[..letters], values[..letters], sums);
        foreach (ref var sum in sums)
        {
            sum *= squares[0];
        }

        for (var i = letters; i < rows.Length; i++)
        {
            values[i] *= squares[rows[i] < words ? 1 : 2];
        }

        RowSums.Add(weights.Bytes, weights.Lanes, rows[letters..], values[letters..], sums);
    }
}
