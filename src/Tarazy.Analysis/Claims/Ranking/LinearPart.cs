using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Analysis.Claims.Ranking;

/// <summary>A logistic regression over features that were brought to mean 0 and deviation 1.</summary>
internal sealed record LinearPart(float Bias, float[] Weights, float[] Means, float[] Deviations)
{
    public float Sum(ReadOnlySpan<float> row)
    {
        var sum = Bias;
        for (var f = 0; f < Weights.Length; f++)
        {
            sum += Weights[f] * (row[f] - Means[f]) / Deviations[f];
        }

        return sum;
    }

    /// <summary>Trains by Newton's steps with a quadratic penalty; the same rows give the same weights.</summary>
    public static LinearPart Train(float[] rows, float[] labels, int features, double penalty, int rounds, CancellationToken cancel)
    {
        var (means, deviations) = Standards(rows, labels.Length, features);
        var weights = new double[features + 1];
        var row = new double[features + 1];
        for (var round = 0; round < rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var gradient = new double[features + 1];
            var curvature = new double[features + 1, features + 1];
            for (var i = 0; i < labels.Length; i++)
            {
                row[features] = 1;
                var sum = weights[features];
                for (var f = 0; f < features; f++)
                {
                    row[f] = (rows[(i * features) + f] - means[f]) / deviations[f];
                    sum += weights[f] * row[f];
                }

                var p = 1 / (1 + Math.Exp(-sum));
                for (var a = 0; a <= features; a++)
                {
                    gradient[a] += (labels[i] - p) * row[a];
                    var weighted = p * (1 - p) * row[a];
                    for (var b = 0; b <= a; b++)
                    {
                        curvature[a, b] += weighted * row[b];
                    }
                }
            }

            for (var a = 0; a <= features; a++)
            {
                gradient[a] -= a < features ? penalty * weights[a] : 0;
                curvature[a, a] += a < features ? penalty : 1e-9;
            }

            var step = Cholesky.Solve(curvature, gradient);
            for (var a = 0; a <= features; a++)
            {
                weights[a] += step[a];
            }
        }

        return new LinearPart((float)weights[features], [.. weights.Take(features).Select(w => (float)w)], means, deviations);
    }

    private static (float[] Means, float[] Deviations) Standards(float[] rows, int count, int features)
    {
        var means = new float[features];
        var deviations = new float[features];
        for (var f = 0; f < features; f++)
        {
            double sum = 0, squares = 0;
            for (var i = 0; i < count; i++)
            {
                double value = rows[(i * features) + f];
                sum += value;
                squares += value * value;
            }

            means[f] = (float)(sum / count);
            deviations[f] = (float)Math.Sqrt(Math.Max(1e-6, (squares / count) - (sum / count * (sum / count))));
        }

        return (means, deviations);
    }
}
