using Tarazy.Analysis.Labels;

namespace Tarazy.Detect.Labels.Training;

/// <summary>How far shown probabilities are from what people said, on average over ten bins of probability (expected calibration error).</summary>
internal static class CalibrationError
{
    private const int Bins = 10;

    /// <param name="reviewed">Weighed like all posts, not like those that were looked at.</param>
    /// <returns>Null without a calibration or a post.</returns>
    public static double? Of(Calibration? calibration, IReadOnlyCollection<ReviewedScore> reviewed)
    {
        if (calibration is not { } fitted || reviewed.Count == 0)
        {
            return null;
        }

        Span<double> said = stackalloc double[Bins];
        Span<double> seen = stackalloc double[Bins];
        said.Clear();
        seen.Clear();
        double all = 0;
        foreach (var one in reviewed)
        {
            var probability = fitted.Probability(one.Score);
            var bin = Math.Min(Bins - 1, (int)(probability * Bins));
            said[bin] += one.Weight * probability;
            seen[bin] += one.Yes ? one.Weight : 0;
            all += one.Weight;
        }

        double error = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            error += Math.Abs(said[bin] - seen[bin]);
        }

        return error / all;
    }
}
