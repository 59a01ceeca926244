using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>
/// Turns counts into values: (1 + ln tf) · idf, each block then divided by its length; the fast set counts tf · idf and is divided by
/// the root of the number of features, so that scoring needs no counting. The inverse document frequencies are kept in one byte
/// each, in learning too, so that a model scores exactly what it learnt on.
/// </summary>
internal sealed class Weighing
{
    /// <summary>idf = byte / 20: the range 0 to 12.75 covers a word met once in 120,000 texts.</summary>
    public const float IdfStep = 1 / 20f;

    private const float Longest = 3;
    private static readonly float[] LogCounts = [.. Enumerable.Range(0, 256).Select(count => count == 0 ? 0 : 1 + MathF.Log(count))];

    private readonly FeatureSet _set;

    public Weighing(FeatureSet set, byte[] idf, float[] means, float[] scales)
    {
        _set = set;
        Idf = idf;
        Means = means;
        Scales = scales;
    }

    public byte[] Idf { get; }

    /// <summary>Means of the signs of style.</summary>
    public float[] Means { get; }

    /// <summary>One over their deviations.</summary>
    public float[] Scales { get; }

    /// <summary>Learns document frequencies and the scale of style from the texts of a training set.</summary>
    public static Weighing Learn(IEnumerable<string> texts, FeatureSet set)
    {
        var frequency = new int[set.Rows];
        var sums = new double[StyleSigns.Count];
        var squares = new double[StyleSigns.Count];
        var text = new FoldedText();
        var scratch = new LabelScratch();
        Span<float> signs = stackalloc float[StyleSigns.Count];
        var count = 0;
        foreach (var one in texts)
        {
            text.Fold(one);
            scratch.ReadCounts(text, set);
            count++;
            foreach (var row in scratch.Rows)
            {
                frequency[row]++;
            }

            StyleSigns.Read(text, signs);
            for (var i = 0; i < StyleSigns.Count; i++)
            {
                sums[i] += signs[i];
                squares[i] += signs[i] * signs[i];
            }
        }

        var means = Array.ConvertAll(sums, sum => (float)(sum / Math.Max(1, count)));
        var scales = new float[StyleSigns.Count];
        for (var i = 0; i < scales.Length; i++)
        {
            var variance = (squares[i] / Math.Max(1, count)) - (means[i] * means[i]);
            scales[i] = variance > 1e-6 ? (float)(1 / Math.Sqrt(variance)) : 0;
        }

        return new Weighing(set, Array.ConvertAll(frequency, met => Idf1(met, count)), means, scales);
    }

    /// <summary>Fills the scratch with the weighed features of a text.</summary>
    public void Weigh(FoldedText text, LabelScratch scratch)
    {
        if (_set.Prefixes)
        {
            scratch.ReadCounts(text, _set);
            WeighFast(scratch);
        }
        else
        {
            WeighBlocks(text, scratch, Idf, stride: 1);
        }

        Span<float> style = stackalloc float[StyleSigns.Count];
        style = style[.._set.StyleRows];
        Style(text, style);
        for (var i = 0; i < style.Length; i++)
        {
            scratch.Append(_set.Rows + i, style[i]);
        }
    }

    private void WeighFast(LabelScratch scratch)
    {
        var values = scratch.Values;
        float number = 0;
        foreach (var value in values)
        {
            number += value;
        }

        var length = 1 / MathF.Sqrt(Math.Max(1, number));
        var rows = scratch.Rows;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= Idf[rows[i]] * IdfStep * length;
        }
    }

    /// <summary>Fills the scratch with the features of a text that are hashed, each block of length 1, in a set that has blocks.</summary>
    /// <param name="idf">What each row weighs, as <see cref="Idf"/> has it.</param>
    /// <param name="stride">So far apart the weights of two rows lie.</param>
    public void WeighBlocks(FoldedText text, LabelScratch scratch, ReadOnlySpan<byte> idf, int stride)
    {
        scratch.Tally(text, _set);
        var rows = scratch.Rows;
        var values = scratch.Values;
        int chars = _set.CharRows, words = chars + _set.WordRows;
        float charSquares = 0, wordSquares = 0, stemSquares = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = LogCounts[Math.Min(scratch.TakeCount(i), 255)] * (idf[rows[i] * stride] * IdfStep);
            values[i] = value;
            if (rows[i] < chars)
            {
                charSquares += value * value;
            }
            else if (rows[i] < words)
            {
                wordSquares += value * value;
            }
            else
            {
                stemSquares += value * value;
            }
        }

        charSquares = 1 / MathF.Sqrt(Math.Max(charSquares, 1e-12f));
        wordSquares = 1 / MathF.Sqrt(Math.Max(wordSquares, 1e-12f));
        stemSquares = 1 / MathF.Sqrt(Math.Max(stemSquares, 1e-12f));
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] *= rows[i] < chars ? charSquares : rows[i] < words ? wordSquares : stemSquares;
        }
    }

    /// <summary>The scaled signs of style.</summary>
    /// <param name="signs">As many as the set has: all of them or none.</param>
    public void Style(FoldedText text, Span<float> signs)
    {
        if (signs.IsEmpty)
        {
            return;
        }

        StyleSigns.Read(text, signs);
        for (var i = 0; i < signs.Length; i++)
        {
            // Unscaled or unbounded signs would rule the whole model.
            signs[i] = Math.Clamp((signs[i] - Means[i]) * Scales[i], -Longest, Longest) * _set.Style;
        }
    }

    private static byte Idf1(int met, int texts) =>
        (byte)Math.Clamp(Math.Round((Math.Log((1.0 + texts) / (1 + met)) + 1) / IdfStep), 1, 255);
}
