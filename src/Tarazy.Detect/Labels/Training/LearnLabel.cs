using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;
using Tarazy.Detect.Labels.Standing;

namespace Tarazy.Detect.Labels.Training;

/// <summary>All that a training run is made on. The same gives the same model.</summary>
/// <param name="Texts">Of every post in <paramref name="Posts"/>.</param>
/// <param name="Incumbent">The model in use; null for none.</param>
/// <param name="Sample">Texts of the desk's posts as they come, for the ranks.</param>
internal sealed record LabelLesson(
    string Label,
    int Number,
    IReadOnlyList<LabelledPost> Posts,
    IReadOnlyDictionary<Records.Posts.PostId, string> Texts,
    double? Kappa,
    (int Number, LabelModel Model)? Incumbent,
    IReadOnlyList<string> Sample,
    DateTimeOffset Now,
    string By);

/// <summary>Learns a label from the decisions outside the frozen set, and judges the model inside it.</summary>
internal static class LearnLabel
{
    /// <summary>Fewer teach nothing.</summary>
    public const int FewestOfEach = 8;

    private const int Percentiles = 100;

    public static bool CanLearn(IReadOnlyList<LabelledPost> posts) =>
        new[] { LabelAnswer.Yes, LabelAnswer.No }.All(answer => Taught(posts).Count(post => post.Answer == answer) >= FewestOfEach);

    /// <summary>What a model may learn from: nothing of the frozen set, and nothing on which readers did not agree.</summary>
    public static IEnumerable<LabelledPost> Taught(IReadOnlyList<LabelledPost> posts) =>
        posts.Where(post => post.Answer != LabelAnswer.Uncertain && !FrozenSet.Holds(post.Story));

    public static (LabelModel Model, LabelCard Card) Learn(LabelLesson lesson)
    {
        LabelledPost[] taught = [.. Taught(lesson.Posts)];
        LabelledPost[] frozen = [.. lesson.Posts.Where(post => post.Answer != LabelAnswer.Uncertain && FrozenSet.Holds(post.Story))];
        var training = LabelTrainer.Train(
            [.. taught.Select(post => new LabelRow(lesson.Texts[post.Post], post.Answer == LabelAnswer.Yes ? [lesson.Label] : [], Group: post.Story))],
            new LabelTrainerOptions { Name = "desk-" + lesson.Label, Labels = [lesson.Label] });
        var leftOut = training.Report.Scores[0];
        var calibration = Calibration.Fit([.. taught.Select((post, i) => new ReviewedScore(leftOut[i], post.Answer == LabelAnswer.Yes, post.Weight))]);
        var model = Named(training.Model, lesson.Label, calibration);
        var scorer = new LabelScorer(model);
        float[] scores = [.. frozen.Select(post => scorer.Score(lesson.Texts[post.Post]))];
        return (model, Card(lesson, model, taught, leftOut, frozen, scores));
    }

    private static LabelModel Named(LabelModel model, string label, Calibration? calibration) =>
        model.With([model.Labels[0] with { Says = $"Reads like what this desk decided on as {label}, hint", Harm = label, Calibration = calibration }]);

    private static LabelCard Card(LabelLesson lesson, LabelModel model, LabelledPost[] taught, float[] leftOut, LabelledPost[] frozen, float[] scores)
    {
        var info = model.Labels[0];
        var threshold = float.IsFinite(info.Thresholds.Best) ? info.Thresholds.Best : leftOut.Max();
        var error = CalibrationError.Of(
            info.Calibration, [.. frozen.Select((post, i) => new ReviewedScore(scores[i], post.Answer == LabelAnswer.Yes, post.Weight))]);
        var counts = CountsOf(lesson.Posts, error);
        return new LabelCard(
            lesson.Label,
            lesson.Number,
            model.Version,
            lesson.Now,
            lesson.By,
            taught.Length,
            taught.Count(post => post.Answer == LabelAnswer.Yes),
            counts.Audit,
            lesson.Posts.Count(post => post.Answer == LabelAnswer.Uncertain),
            lesson.Posts.Min(post => post.At),
            lesson.Posts.Max(post => post.At),
            counts.Stage,
            lesson.Kappa,
            Compare(lesson, frozen, scores),
            lesson.Incumbent?.Number ?? 0,
            threshold,
            info.Calibration,
            error,
            Ranks(lesson, model),
            Benign([.. taught.Zip(leftOut), .. frozen.Zip(scores)], threshold),
            First(frozen, scores));
    }

    /// <summary>Yes and no, and how many of them are on random posts.</summary>
    public static LabelCounts CountsOf(IReadOnlyList<LabelledPost> posts, double? error) => new(
        posts.Count(post => post.Answer == LabelAnswer.Yes),
        posts.Count(post => post.Answer != LabelAnswer.Uncertain),
        posts.Count(post => post is { How: Sampling.Audit, Answer: not LabelAnswer.Uncertain }),
        error);

    private static Contest Compare(LabelLesson lesson, LabelledPost[] frozen, float[] scores)
    {
        var before = lesson.Incumbent is { } incumbent ? new LabelScorer(incumbent.Model) : null;
        return ContestRules.Compare(
            [.. frozen.Select((post, i) => new ContestRow(post.Story, post.Answer == LabelAnswer.Yes, scores[i], before?.Score(lesson.Texts[post.Post]) ?? 0))]);
    }

    private static float[] Ranks(LabelLesson lesson, LabelModel model)
    {
        var scorer = new LabelScorer(model);
        float[] sorted = [.. lesson.Sample.Select(scorer.Score).Order()];
        return sorted.Length == 0 ? [] : [.. Enumerable.Range(0, Percentiles + 1).Select(i => sorted[i * (sorted.Length - 1) / Percentiles])];
    }

    private static BenignFlags[] Benign((LabelledPost Post, float Score)[] scored, float threshold) =>
    [
        .. scored.Where(one => one.Post is { How: Sampling.Audit, Answer: LabelAnswer.No })
            .GroupBy(one => one.Post.Language, StringComparer.Ordinal)
            .OrderBy(language => language.Key, StringComparer.Ordinal)
            .Select(language => new BenignFlags(language.Key, language.Count(), language.Count(one => one.Score >= threshold))),
    ];

    private static Share First(LabelledPost[] frozen, float[] scores)
    {
        var positives = frozen.Count(post => post.Answer == LabelAnswer.Yes);
        return new Share(frozen.Zip(scores).OrderByDescending(one => one.Second).Take(positives).Count(one => one.First.Answer == LabelAnswer.Yes), positives);
    }
}

/// <summary>Asks a model of one label about texts. Not for two threads at once.</summary>
internal sealed class LabelScorer(LabelModel model)
{
    private const int MostWords = 8;

    private readonly FoldedText _text = new();
    private readonly LabelScratch _scratch = new();

    public LabelModel Model => model;

    public float Score(string text)
    {
        Span<float> score = stackalloc float[1];
        _text.Fold(text);
        model.Score(_text, _scratch, score);
        return score[0];
    }

    /// <summary>The words that weigh most, from left to right.</summary>
    public IReadOnlyList<Records.Findings.Evidence> Words(string text)
    {
        _text.Fold(text);
        return [.. model.Explain(_text, _scratch, 0, MostWords).OrderBy(word => word.Start).Select(word => new Records.Findings.Evidence("label", word.Start, word.Length))];
    }
}
