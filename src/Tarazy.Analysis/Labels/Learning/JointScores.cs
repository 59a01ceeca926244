namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Lets the labels speak for each other: a post with loaded words is more often one that frightens. Each label's score becomes a
/// weighed sum of the scores of all, learnt by logistic regression on texts that had been left out and held close to the label's own
/// score. Sums of linear scores are linear, so the model stays one table that is read once.
/// </summary>
internal static class JointScores
{
    /// <summary>How closely the weights are held to "its own score alone".</summary>
    private const double Ridge = 30;

    private const int Rounds = 12;

    public static Learnt Of(Learnt learnt, bool[][] yes)
    {
        var count = yes.Length;
        var scaled = Array.ConvertAll(learnt.LeftOut, Scaled.Of);
        var weights = new float[count][];
        var biases = new float[count];
        var leftOut = new float[count][];
        for (var label = 0; label < count; label++)
        {
            var mix = Fit(scaled, label, yes[label]);
            leftOut[label] = [.. Enumerable.Range(0, yes[label].Length).Select(row => (float)Sum(scaled, mix, row))];
            weights[label] = new float[learnt.Weights[label].Length];
            var bias = mix[count];
            for (var other = 0; other < count; other++)
            {
                var share = mix[other] / scaled[other].Deviation;
                bias += share * (learnt.Biases[other] - scaled[other].Mean);
                for (var column = 0; column < weights[label].Length; column++)
                {
                    weights[label][column] += (float)share * learnt.Weights[other][column];
                }
            }

            biases[label] = (float)bias;
        }

        return new Learnt($"{learnt.Method}, labels joined", weights, biases, leftOut);
    }

    /// <summary>The weight of every label's score for one label, and last the bias.</summary>
    private static double[] Fit(Scaled[] scores, int label, bool[] yes)
    {
        var count = scores.Length;
        var mix = Newton(scores, yes, new double[count + 1], other => other == label ? 1e-6 : 1e9);
        var own = (double[])mix.Clone();
        return Newton(scores, yes, own, _ => Ridge);
    }

    /// <param name="held">How strongly each weight is held to where it starts; the bias is free.</param>
    private static double[] Newton(Scaled[] scores, bool[] yes, double[] start, Func<int, double> held)
    {
        var size = scores.Length + 1;
        var mix = (double[])start.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[size];
            var curve = new double[size, size];
            for (var row = 0; row < yes.Length; row++)
            {
                var p = 1 / (1 + Math.Exp(-Sum(scores, mix, row)));
                var (error, weight) = (p - (yes[row] ? 1 : 0), p * (1 - p));
                for (var i = 0; i < size; i++)
                {
                    var value = At(scores, i, row);
                    slope[i] += error * value;
                    for (var j = 0; j <= i; j++)
                    {
                        curve[i, j] += weight * value * At(scores, j, row);
                    }
                }
            }

            for (var i = 0; i < size; i++)
            {
                var ridge = i == scores.Length ? 1e-6 : held(i);
                slope[i] += ridge * (mix[i] - start[i]);
                curve[i, i] += ridge;
            }

            var step = Cholesky.Solve(curve, slope);
            for (var i = 0; i < size; i++)
            {
                mix[i] -= step[i];
            }
        }

        return mix;
    }

    private static double Sum(Scaled[] scores, double[] mix, int row)
    {
        var sum = mix[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            sum += mix[i] * scores[i].Values[row];
        }

        return sum;
    }

    private static double At(Scaled[] scores, int i, int row) => i == scores.Length ? 1 : scores[i].Values[row];

    /// <summary>Scores with mean 0 and deviation 1.</summary>
    private sealed record Scaled(double Mean, double Deviation, double[] Values)
    {
        public static Scaled Of(float[] scores)
        {
            double mean = scores.Average();
            var deviation = Math.Sqrt(Math.Max(scores.Average(score => (score - mean) * (score - mean)), 1e-12));
            return new Scaled(mean, deviation, Array.ConvertAll(scores, score => (score - mean) / deviation));
        }
    }
}
