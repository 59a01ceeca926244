namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Lets labels with few texts lean on the others when their threshold is chosen. What is compared is how many texts are said for one
/// that is true: a label's own number is the luck of its few texts, that of all labels together is not.
/// </summary>
internal static class SharedCaution
{
    /// <summary>At so many texts of its own a label counts its own number and that of all labels alike.</summary>
    private const double Half = 50;

    /// <summary>The same thresholds with each <see cref="LabelThresholds.Best"/> drawn towards the common number; a label without truths keeps its own.</summary>
    /// <param name="scores">By label, then row; of models that had not seen the row.</param>
    public static LabelThresholds[] Of(LabelThresholds[] own, float[][] scores, bool[][] yes)
    {
        if (Array.Exists(scores, label => label.Length < 2))
        {
            return own; // no threshold lies between the scores of one row
        }

        var truths = Array.ConvertAll(yes, label => label.Count(one => one));
        var ratios = own.Select((one, label) => Math.Log(Math.Max(1, scores[label].Count(score => score >= one.Best)) / (double)Math.Max(1, truths[label]))).ToArray();
        var common = ratios.Zip(truths, (ratio, truth) => ratio * truth).Sum() / Math.Max(1, truths.Sum());
        return [.. own.Select((one, label) => float.IsFinite(one.Best) && truths[label] > 0
            ? one with { Best = Cut(scores[label], truths[label] * Math.Exp(common + ((ratios[label] - common) * truths[label] / (truths[label] + Half)))) }
            : one)];
    }

    /// <summary>The threshold above which so many scores are.</summary>
    private static float Cut(float[] scores, double said)
    {
        var sorted = (float[])scores.Clone();
        Array.Sort(sorted);
        var first = Math.Clamp(sorted.Length - (int)Math.Round(said), 1, sorted.Length - 1);
        return (sorted[first - 1] + sorted[first]) / 2;
    }
}
