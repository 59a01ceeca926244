using System.Runtime.InteropServices;
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
        var parts = Parts(model, text, scratch, label);
        var units = new float[text.Chars.Length];
        var sink = new Spread(parts, units);
        FeatureReader.Read(text, model.Features, scratch.Masked, ref sink);
        return [.. Words(text, units).Where(word => word.Share > 0).OrderByDescending(word => word.Share).ThenBy(word => word.Start).Take(most)];
    }

    /// <summary>What one meeting of each table row adds to the score.</summary>
    private static Dictionary<int, float> Parts(LabelModel model, FoldedText text, LabelScratch scratch, int label)
    {
        var met = new Dictionary<int, int>();
        scratch.ReadSequence(text, model.Features);
        foreach (var row in scratch.Rows)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(met, row, out _)++;
        }

        var all = scratch.Rows.Length;
        model.Weighing.Weigh(text, scratch);
        var weights = model.Weights;
        var parts = new Dictionary<int, float>(met.Count);
        for (var i = 0; i < scratch.Rows.Length; i++)
        {
            var row = scratch.Rows[i];
            if (met.TryGetValue(row, out var times))
            {
                var value = model.Features.Prefixes ? 1 / MathF.Sqrt(all) : scratch.Values[i] / times;
                parts[row] = value * weights.Bytes[(row * weights.Lanes) + label] * weights.Scales[label];
            }
        }

        return parts;
    }

    private static List<LabelWord> Words(FoldedText text, float[] units)
    {
        var words = new List<LabelWord>(text.Tokens.Length);
        foreach (var token in text.Tokens)
        {
            float share = 0;
            for (var i = token.Start; i < token.Start + token.Length; i++)
            {
                share += units[i];
            }

            var (start, length) = text.ToOriginal(token.Start, token.Length);
            words.Add(new LabelWord(start, length, share));
        }

        return words;
    }

    private readonly struct Spread(Dictionary<int, float> parts, float[] units) : IFeatureSink
    {
        public void Add(int row, int start, int end)
        {
            var part = parts.GetValueOrDefault(row) / (end - start);
            for (var i = start; i < end; i++)
            {
                units[i] += part;
            }
        }
    }
}
