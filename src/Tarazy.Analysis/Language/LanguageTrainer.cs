using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Language;

/// <summary>Makes a language model from texts: softmax regression by stochastic gradient descent over shuffled examples, then 8 bits.</summary>
public static class LanguageTrainer
{
    private const int Lanes = LanguageModel.Lanes;

    /// <summary>Weights beyond so many standard deviations are cut before they are made 8 bits wide; less would lose accuracy.</summary>
    private const double ClipDeviations = 14;

    public static LanguageModel Train(IReadOnlyList<LanguageRow> rows, LanguageTrainerOptions options)
    {
        string[] codes = [.. rows.Select(row => row.Code).Distinct().Order(StringComparer.Ordinal)];
        if (codes.Length is < 2 or > Lanes)
        {
            throw new ArgumentException($"A model knows 2 to {Lanes} languages; the rows have {codes.Length}.", nameof(rows));
        }

        var examples = new LanguageExamples(codes, options).From(rows);
        var weights = new float[Lanes << options.Bits];
        var random = new SeededRandom(options.Seed + 1);
        long step = 0, steps = (long)examples.Length * options.Rounds;
        for (var round = 0; round < options.Rounds; round++)
        {
            // Rows come sorted by language; without shuffling the last language would win.
            random.Shuffle<(int, int[])>(examples);
            foreach (var (language, runs) in examples)
            {
                Learn(weights, language, runs, codes.Length, options.Step * (1 - ((float)step++ / steps)));
            }
        }

        var (packed, scale) = Pack(weights);
        return new LanguageModel(codes, options.Bits, scale, packed, new LanguageBounds(options.UnknownBelow, options.SureFrom));
    }

    private static void Learn(float[] weights, int language, int[] runs, int languages, float rate)
    {
        Span<float> scores = stackalloc float[Lanes];
        scores.Clear();
        foreach (var run in runs)
        {
            AddInto(scores, weights.AsSpan(run * Lanes, Lanes), 1f / runs.Length);
        }

        var most = float.MinValue;
        foreach (var score in scores[..languages])
        {
            most = Math.Max(most, score);
        }

        float total = 0;
        for (var i = 0; i < languages; i++)
        {
            total += scores[i] = MathF.Exp(scores[i] - most);
        }

        for (var i = 0; i < Lanes; i++)
        {
            scores[i] = i < languages ? -rate * ((scores[i] / total) - (i == language ? 1 : 0)) : 0;
        }

        foreach (var run in runs)
        {
            AddInto(weights.AsSpan(run * Lanes, Lanes), scores, 1);
        }
    }

    private static void AddInto(Span<float> sum, ReadOnlySpan<float> other, float times)
    {
        var width = Vector256.Create(times);
        for (var i = 0; i < Lanes; i += Vector256<float>.Count)
        {
            (Vector256.Create<float>(sum[i..]) + (Vector256.Create(other[i..]) * width)).CopyTo(sum[i..]);
        }
    }

    private static (sbyte[] Weights, float Scale) Pack(float[] weights)
    {
        double squares = 0;
        long learnt = 0;
        foreach (var weight in weights)
        {
            squares += (double)weight * weight;
            learnt += weight != 0 ? 1 : 0;
        }

        var clip = (float)(Math.Sqrt(squares / Math.Max(1, learnt)) * ClipDeviations);
        var scale = clip / sbyte.MaxValue;
        var packed = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            packed[i] = (sbyte)Math.Clamp(MathF.Round(weights[i] / scale), -sbyte.MaxValue, sbyte.MaxValue);
        }

        return (packed, scale);
    }
}
