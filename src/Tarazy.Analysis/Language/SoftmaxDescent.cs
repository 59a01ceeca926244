using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Language;

/// <summary>
/// Softmax regression by stochastic gradient descent over shuffled pieces of texts, on the runs that have rows. It corrects naive
/// Bayes where runs depend on each other: the close pairs.
/// </summary>
internal sealed class SoftmaxDescent
{
    private const int Lanes = RunTable.Lanes;
    private const int LongestPiece = 8;
    private const int MostRuns = 400;

    private readonly LanguageLanes _lanes;
    private readonly LanguageTrainerOptions _options;
    private readonly float[] _weights;

    // A row in the low bits, its script above.
    private const int ScriptShift = 24;
    private const int RowMask = (1 << ScriptShift) - 1;

    private SoftmaxDescent(LanguageLanes lanes, LanguageTrainerOptions options)
    {
        _lanes = lanes;
        _options = options;
        _weights = new float[Lanes << options.Bits];
    }

    /// <param name="rows">The row of each run by its number, -1 for those without.</param>
    /// <returns>Weights like the table's rows, of the score that a mean over runs gives.</returns>
    public static float[] Learn(LearntTexts texts, LanguageLanes lanes, int[] rows, LanguageTrainerOptions options)
    {
        var descent = new SoftmaxDescent(lanes, options);
        var random = new SeededRandom(options.Seed);
        var pieces = descent.Cut(texts, rows, random);
        long step = 0, steps = (long)pieces.Length * options.Rounds;
        for (var round = 0; round < options.Rounds; round++)
        {
            // Rows come sorted by language; without shuffling the last language would win.
            random.Shuffle<(int, ArraySegment<int>)>(pieces);
            foreach (var (language, runs) in pieces)
            {
                descent.Learn(language, runs, options.Step * (1 - ((float)step++ / steps)));
            }
        }

        return descent._weights;
    }

    /// <summary>Every text whole, and pieces of 1 to 8 words, because posts are short.</summary>
    private (int Language, ArraySegment<int> Runs)[] Cut(LearntTexts texts, int[] rows, SeededRandom random)
    {
        List<(int, ArraySegment<int>)> pieces = [];
        foreach (var text in texts.Texts)
        {
            var (runs, ends) = Known(texts, text, rows);
            if (runs.Length == 0)
            {
                continue;
            }

            pieces.Add((text.Language, new ArraySegment<int>(runs, 0, Math.Min(MostRuns, runs.Length))));
            var some = text.Standard ? _options.Pieces : Math.Max(1, _options.Pieces / 3);
            for (var i = 0; i < some && ends.Length > 1; i++)
            {
                var words = Math.Min(ends.Length, 1 + random.Below(LongestPiece));
                var from = random.Below(ends.Length - words + 1);
                var start = from == 0 ? 0 : ends[from - 1];
                var length = Math.Min(MostRuns, ends[from + words - 1] - start);
                if (length > 0)
                {
                    pieces.Add((text.Language, new ArraySegment<int>(runs, start, length)));
                }
            }
        }

        return [.. pieces];
    }

    private static (int[] Runs, int[] Ends) Known(LearntTexts texts, LearntText text, int[] rows)
    {
        var runs = new List<int>(text.Runs.Length);
        var ends = new int[text.WordEnds.Length];
        for (int i = 0, word = 0; i < text.Runs.Length; i++)
        {
            var run = text.Runs[i];
            if (rows[run] >= 0)
            {
                runs.Add(rows[run] | ((int)texts.Scripts[run] << ScriptShift));
            }

            if (i + 1 == text.WordEnds[word])
            {
                ends[word++] = runs.Count;
            }
        }

        return ([.. runs], ends);
    }

    private void Learn(int language, ReadOnlySpan<int> runs, float rate)
    {
        Span<float> sums = stackalloc float[LanguageLanes.Sums];
        sums.Clear();
        Span<bool> seen = stackalloc bool[WordScripts.Count];
        seen.Clear();
        foreach (var run in runs)
        {
            seen[run >> ScriptShift] = true;
            AddInto(sums.Slice((run >> ScriptShift) * Lanes, Lanes), _weights.AsSpan((run & RowMask) * Lanes, Lanes), 1f / runs.Length);
        }

        Span<float> steps = stackalloc float[LanguageLanes.Sums];
        steps.Clear();
        Steps(language, sums, seen, steps, rate);
        foreach (var run in runs)
        {
            AddInto(_weights.AsSpan((run & RowMask) * Lanes, Lanes), steps.Slice((run >> ScriptShift) * Lanes, Lanes), 1);
        }
    }

    /// <summary>What each lane is to be moved by: away from the shares the weights give now, towards the true language.</summary>
    private void Steps(int language, ReadOnlySpan<float> sums, ReadOnlySpan<bool> seen, Span<float> steps, float rate)
    {
        Span<float> scores = stackalloc float[_lanes.Codes.Length];
        var most = float.MinValue;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = 0;
            for (var script = 0; script < WordScripts.Count; script++)
            {
                scores[i] += sums[(script * Lanes) + _lanes.Of((WordScript)script, i)];
            }

            most = Math.Max(most, scores[i]);
        }

        float total = 0;
        foreach (ref var score in scores)
        {
            total += score = MathF.Exp(score - most);
        }

        for (var script = 0; script < WordScripts.Count; script++)
        {
            for (var i = 0; i < scores.Length && seen[script]; i++)
            {
                steps[(script * Lanes) + _lanes.Of((WordScript)script, i)] -= rate * ((scores[i] / total) - (i == language ? 1 : 0));
            }
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
}
