using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>Chooses thresholds on scores of texts that the model had not seen.</summary>
internal static class ThresholdSearch
{
    private const double PreciseFrom = 0.8;
    private const int FewestPrecise = 5;
    private const int Draws = 40;
    private const ulong Seed = 41;

    public static LabelThresholds Of(ReadOnlySpan<float> scores, ReadOnlySpan<bool> yes, double queueShare)
    {
        var order = new int[scores.Length];
        var keys = new float[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = -scores[i];
        }

        Array.Sort(keys, order);
        var answers = yes.ToArray();
        var positives = yes.Count(true);
        float best = float.PositiveInfinity, precise = float.PositiveInfinity, queue = float.PositiveInfinity;
        double bestF1 = 0;
        var right = 0;
        for (var i = 0; i < order.Length; i++)
        {
            right += yes[order[i]] ? 1 : 0;
            var last = i + 1 == order.Length;
            if (!last && keys[i + 1].Equals(keys[i]))
            {
                continue;
            }

            var cut = last ? -keys[i] : -(keys[i] + keys[i + 1]) / 2;
            var f1 = 2.0 * right / (i + 1 + positives);
            if (f1 > bestF1)
            {
                (bestF1, best) = (f1, cut);
            }

            precise = right >= FewestPrecise && right >= PreciseFrom * (i + 1) ? cut : precise;
            queue = i + 1 <= queueShare * order.Length ? cut : queue;
        }

        return new LabelThresholds(Steadied(keys, Array.ConvertAll(order, row => answers[row]), best), precise, queue);
    }

    /// <summary>
    /// The mean of the best cuts of samples drawn from the rows with repetition: where a label is rare the best cut itself is the luck of
    /// a few rows, and does worse on texts that come later.
    /// </summary>
    /// <param name="keys">Scores with their sign changed, rising.</param>
    private static float Steadied(float[] keys, bool[] yes, float otherwise)
    {
        var random = new SeededRandom(Seed);
        var drawn = new int[keys.Length];
        double sum = 0;
        var cuts = 0;
        for (var draw = 0; draw < Draws && float.IsFinite(otherwise); draw++)
        {
            Array.Clear(drawn);
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[random.Below(drawn.Length)]++;
            }

            if (BestCut(keys, yes, drawn) is { } cut)
            {
                sum += cut;
                cuts++;
            }
        }

        return cuts == 0 ? otherwise : (float)(sum / cuts);
    }

    private static float? BestCut(float[] keys, bool[] yes, int[] drawn)
    {
        var positives = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            positives += yes[i] ? drawn[i] : 0;
        }

        int all = 0, right = 0;
        double bestF1 = 0;
        float? best = null;
        for (var i = 0; i < keys.Length; i++)
        {
            all += drawn[i];
            right += yes[i] ? drawn[i] : 0;
            var next = i + 1 < keys.Length ? keys[i + 1] : keys[i];
            if (drawn[i] > 0 && (i + 1 == keys.Length || !next.Equals(keys[i])) && 2.0 * right / (all + positives) is var f1 && f1 > bestF1)
            {
                (bestF1, best) = (f1, -(keys[i] + next) / 2);
            }
        }

        return best;
    }

    /// <summary>
    /// What to take from each label's score before the largest is chosen, for the best mean F1 or accuracy: one label after another is
    /// moved while the others stand.
    /// </summary>
    public static float[] Offsets(float[][] scores, int[] truth, LabelAim aim)
    {
        var offsets = new float[scores.Length];
        var best = Reached(scores, truth, offsets, aim);
        foreach (var width in (float[])[0.4f, 0.2f, 0.1f, 0.05f, 0.025f])
        {
            for (var round = 0; round < 2; round++)
            {
                for (var label = 0; label < scores.Length; label++)
                {
                    var middle = offsets[label];
                    var chosen = middle;
                    for (var step = -4; step <= 4; step++)
                    {
                        offsets[label] = middle + (step * width);
                        var reached = Reached(scores, truth, offsets, aim);
                        if (reached > best + 1e-9)
                        {
                            (best, chosen) = (reached, offsets[label]);
                        }
                    }

                    offsets[label] = chosen;
                }
            }
        }

        return offsets;
    }

    private static double Reached(float[][] scores, int[] truth, float[] offsets, LabelAim aim)
    {
        Span<int> said = stackalloc int[scores.Length];
        Span<int> real = stackalloc int[scores.Length];
        Span<int> right = stackalloc int[scores.Length];
        said.Clear();
        real.Clear();
        right.Clear();
        for (var row = 0; row < truth.Length; row++)
        {
            var best = 0;
            for (var label = 1; label < scores.Length; label++)
            {
                best = scores[label][row] - offsets[label] > scores[best][row] - offsets[best] ? label : best;
            }

            said[best]++;
            if (truth[row] >= 0)
            {
                real[truth[row]]++;
                right[best] += best == truth[row] ? 1 : 0;
            }
        }

        if (aim == LabelAim.Accuracy)
        {
            var all = 0;
            foreach (var one in right)
            {
                all += one;
            }

            return all / (double)Math.Max(1, truth.Length);
        }

        double sum = 0;
        for (var label = 0; label < scores.Length; label++)
        {
            sum += 2.0 * right[label] / Math.Max(1, said[label] + real[label]);
        }

        return sum / scores.Length;
    }
}
