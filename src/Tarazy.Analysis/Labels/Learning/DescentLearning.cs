namespace Tarazy.Analysis.Labels.Learning;

/// <summary>Learns each label by dual coordinate descent, once without each part for the scores and once with all rows for the model.</summary>
internal static class DescentLearning
{
    public static Learnt Learn(Examples examples)
    {
        var options = examples.Options;
        var count = examples.Mirrored ? 1 : examples.Yes.Length;
        var parts = examples.Parts(options.Folds);
        var leftOut = examples.Yes.Select(_ => new float[parts.Length]).ToArray();
        var weights = new float[examples.Yes.Length][];
        var biases = new float[examples.Yes.Length];
        Parallel.For(0, count * (options.Folds + 1), new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, job =>
        {
            var (label, part) = (job / (options.Folds + 1), job % (options.Folds + 1));
            var fitted = Fit(examples, label, parts, part, out var descent);
            if (part == options.Folds)
            {
                (weights[label], biases[label]) = fitted;
                return;
            }

            for (var row = 0; row < parts.Length; row++)
            {
                if (parts[row] == part)
                {
                    leftOut[label][row] = descent.Score(fitted.Weights, fitted.Bias, row);
                }
            }
        });

        if (examples.Mirrored)
        {
            weights[1] = Array.ConvertAll(weights[0], weight => -weight);
            biases[1] = -biases[0];
            leftOut[1] = Array.ConvertAll(leftOut[0], score => -score);
        }

        return new Learnt($"{options.Folds} parts", weights, biases, leftOut);
    }

    private static (float[] Weights, float Bias) Fit(Examples examples, int label, int[] parts, int without, out DualDescent descent)
    {
        var options = examples.Options;
        descent = new DualDescent(examples.Rows, options.Seed + 1);
        int[] chosen = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] != without)];
        var yes = examples.Yes[label];
        return descent.Fit(chosen, yes, Costs(examples, chosen, yes), options.Learner != LabelLearner.SupportVectors, options.Rounds);
    }

    /// <summary>The cost of each row: its weight, and where balance is wanted the inverse share of its answer.</summary>
    private static float[] Costs(Examples examples, int[] chosen, bool[] yes)
    {
        double with = 0, without = 0;
        foreach (var row in chosen)
        {
            with += yes[row] ? examples.Weights[row] : 0;
            without += yes[row] ? 0 : examples.Weights[row];
        }

        var (options, all) = (examples.Options, with + without);
        var ofYes = options.Balanced && with > 0 ? all / (2 * with) : 1;
        var ofNo = options.Balanced && without > 0 ? all / (2 * without) : 1;
        return [.. examples.Weights.Select((weight, row) => (float)(options.Cost * weight * (yes[row] ? ofYes : ofNo)))];
    }
}
