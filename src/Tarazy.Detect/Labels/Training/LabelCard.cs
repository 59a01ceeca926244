using Tarazy.Analysis.Labels;
using Tarazy.Detect.Labels.Standing;

namespace Tarazy.Detect.Labels.Training;

/// <summary>What one version of a desk's own label is made of and how well it does. It lies beside the model as <c>card.json</c> and in words as <c>README.md</c>.</summary>
/// <param name="Version">First bytes of the model's hash.</param>
/// <param name="Learnt">Posts that it learnt from; the frozen ones are not among them.</param>
/// <param name="Audit">Answers on posts drawn at random, learnt or frozen.</param>
/// <param name="From">When the first of the decisions was made.</param>
/// <param name="Error">Expected calibration error on the frozen set, every post weighed by how it came there; null where it cannot be told.</param>
/// <param name="Ranks">Scores below which 0, 1 ... 100 of 100 posts of this desk lie.</param>
/// <param name="Benign">By language: how many of the random posts in which people found nothing it would flag.</param>
/// <param name="Precision">Of the posts that it ranked first, as many as there are positives, how many were right.</param>
public sealed record LabelCard(
    string Label,
    int Number,
    string Version,
    DateTimeOffset MadeAt,
    string MadeBy,
    int Learnt,
    int LearntPositives,
    int Audit,
    int Uncertain,
    DateTimeOffset From,
    DateTimeOffset UpTo,
    LabelStage Stage,
    double? Kappa,
    Contest Contest,
    int AgainstVersion,
    float Threshold,
    Calibration? Calibration,
    double? Error,
    IReadOnlyList<float> Ranks,
    IReadOnlyList<BenignFlags> Benign,
    Share Precision)
{
    /// <summary>How many of 100 posts of this desk score lower.</summary>
    public int RankOf(float score)
    {
        var below = Ranks.Count(bound => bound < score);
        return Math.Clamp(below - 1, 0, 99);
    }
}

/// <param name="Flagged">Of <paramref name="Posts"/>, how many reach the threshold.</param>
public sealed record BenignFlags(string Language, int Posts, int Flagged)
{
    public double PerThousand => Posts == 0 ? 0 : 1000.0 * Flagged / Posts;
}
