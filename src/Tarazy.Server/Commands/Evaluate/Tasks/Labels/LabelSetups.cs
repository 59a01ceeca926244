using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>How each set is learnt. Chosen by cross-validation on the development parts.</summary>
internal static class LabelSetups
{
    /// <summary>Sensitive topics in Russian; a topic is not a harm.</summary>
    public static LabelSetup Topics { get; } = new(
        "topics", "harm-topics-ru", "topics", "none", "BERT .64", 0.64, Used: 5,
        new LabelTrainerOptions { Features = FeatureSet.Quality with { StemLength = 5 }, Learner = LabelLearner.KernelRidge, Lambda = 0.25f, WordShare = 0.25f });

    /// <summary>Rhetorical techniques in Ukrainian and Russian: hints for a reader, never a verdict on a post.</summary>
    public static LabelSetup Techniques { get; } = new(
        "techniques", "manipulation-unlp2025", "techniques", None: null, "XLM-R .43-.455; Gemma-2-27B .49", 0.39, Used: 5,
        new LabelTrainerOptions { Features = FeatureSet.Quality with { StemLength = 5, Style = 0.1f }, Joint = true });

    /// <summary>Russian tweets and Kazakh reviews alike; the Russian look-alikes serve Kazakh typed without its letters.</summary>
    public static LabelTrainerOptions Sentiment { get; } = new()
    {
        Features = FeatureSet.Quality with { CharsFrom = 1, CharsTo = 6, StemLength = 5, KazakhTwins = true },
        Exclusive = true,
        Learner = LabelLearner.SupportVectors,
        Cost = 0.07f,
        Folds = 3,
    };

    /// <summary>The same for the model that a desk keeps.</summary>
    public static LabelTrainerOptions SentimentOf(string language) => new()
    {
        Name = "sentiment",
        Languages = [language],
        Features = Sentiment.Features,
        Exclusive = Sentiment.Exclusive,
        Learner = Sentiment.Learner,
        Cost = Sentiment.Cost,
        Folds = Sentiment.Folds,
    };

    public static LabelTrainerOptions Threats { get; } = new()
    {
        Features = FeatureSet.Quality with { StemLength = 5 },
        Exclusive = true,
        Learner = LabelLearner.SupportVectors,
        Cost = 0.1f,
        Folds = 4,
    };
}
