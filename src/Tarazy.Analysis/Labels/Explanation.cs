using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels;

/// <summary>A word that speaks for a label.</summary>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Share">What it adds to the score.</param>
public readonly record struct LabelWord(int Start, int Length, float Share);

/// <summary>Gives every feature's part of a score back to the letters it came from, and sums them up by word.</summary>
internal static class Explanation
{
    public static IReadOnlyList<LabelWord> Of(LabelModel model, FoldedText text, LabelScratch scratch, int label, int most)
    {
        var units = model.Features.Prefixes ? OfSequence(model, text, scratch, label) : OfCounts(model, text, scratch, label);
        return Words(text, units, most);
    }

    /// <summary>In the fast set every meeting of a row adds the same.</summary>
    private static float[] OfSequence(LabelModel model, FoldedText text, LabelScratch scratch, int label)
    {
        scratch.ReadSequence(text, model.Features);
        var value = 1 / MathF.Sqrt(scratch.Rows.Length);
        var units = scratch.Units(text.Chars.Length);
        var sink = new SpreadWeights(model.Weights, label, value, units);
        FeatureReader.Read(text, model.Features, scratch.Masked, ref sink);
        return units;
    }

    /// <summary>Elsewhere a row's value belongs to all its meetings together.</summary>
    private static float[] OfCounts(LabelModel model, FoldedText text, LabelScratch scratch, int label)
    {
        scratch.ReadCounts(text, model.Features);
        var times = scratch.KeepValues();
        model.Weighing.Weigh(text, scratch);
        var weights = model.Weights;
        var parts = scratch.Parts(model.Features.Rows);
        var met = scratch.Rows[..times.Length]; // the signs of style behind them stand nowhere in the text
        for (var i = 0; i < met.Length; i++)
        {
            parts[met[i]] = scratch.Values[i] / times[i] * weights.Bytes[(met[i] * weights.Lanes) + label] * weights.Scales[label];
        }

        var units = scratch.Units(text.Chars.Length);
        var sink = new SpreadParts(parts, units);
        FeatureReader.Read(text, model.Features, scratch.Masked, ref sink);
        foreach (var row in met)
        {
            parts[row] = 0;
        }

        return units;
    }

    private static List<LabelWord> Words(FoldedText text, float[] units, int most)
    {
        var best = new List<(int Token, float Share)>(most);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            float share = 0;
            foreach (var unit in units.AsSpan(token.Start, token.Length))
            {
                share += unit;
            }

            Keep(best, i, share, most);
        }

        return best.ConvertAll(word =>
        {
            var (start, length) = text.ToOriginal(text.Tokens[word.Token].Start, text.Tokens[word.Token].Length);
            return new LabelWord(start, length, word.Share);
        });
    }

    /// <summary>The strongest first; of two as strong the earlier.</summary>
    private static void Keep(List<(int Token, float Share)> best, int token, float share, int most)
    {
        if (!(share > 0) || (best.Count == most && share <= best[^1].Share))
        {
            return;
        }

        if (best.Count == most)
        {
            best.RemoveAt(most - 1);
        }

        var at = best.Count;
        while (at > 0 && best[at - 1].Share < share)
        {
            at--;
        }

        best.Insert(at, (token, share));
    }

    private static void Spread(float part, Span<float> units)
    {
        part /= units.Length;
        foreach (ref var unit in units)
        {
            unit += part;
        }
    }

    private readonly struct SpreadWeights(LabelWeights weights, int label, float value, float[] units) : IFeatureSink
    {
        public void Add(int row, int start, int end) =>
            Spread(value * weights.Bytes[(row * weights.Lanes) + label] * weights.Scales[label], units.AsSpan(start..end));
    }

    private readonly struct SpreadParts(float[] parts, float[] units) : IFeatureSink
    {
        public void Add(int row, int start, int end) => Spread(parts[row], units.AsSpan(start..end));
    }
}
