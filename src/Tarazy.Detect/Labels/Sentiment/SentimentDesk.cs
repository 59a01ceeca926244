using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;

namespace Tarazy.Detect.Labels.Sentiment;

/// <summary>
/// How a channel's posts are worded over time, by the desk's own models. It is worked out when a person asks and kept nowhere: no rule,
/// finding, queue or decision can rest on it.
/// </summary>
public sealed class SentimentDesk
{
    private readonly EngineData _engine;
    private readonly SentimentModels _models;

    internal SentimentDesk(EngineData engine, SentimentModels models) => (_engine, _models) = (engine, models);

    /// <summary>Codes of the languages that a model is here for; empty where the desk has none.</summary>
    public IReadOnlyList<string> Languages => [.. _models.All.Select(model => model.Card.Language)];

    /// <summary>Puts a model and its card into a desk's folder of models, where the desk finds them at its next start.</summary>
    /// <returns>The model's name in that folder.</returns>
    public static string Keep(string models, LabelModel model, SentimentCard card)
    {
        SentimentModels.Write(models, model, card);
        return $"{SentimentModels.Folder}/{card.Language}.model";
    }

    /// <summary>One line for each language that a model is here for; posts in other languages, and unsure ones, are left out.</summary>
    /// <param name="posts">Each with its day in the desk's time zone, in any order.</param>
    /// <param name="step">Null chooses days where there are enough posts, else weeks.</param>
    public IReadOnlyList<SentimentLine> Over(IReadOnlyList<(DateOnly Day, string Text)> posts, SentimentStep? step = null, CancellationToken cancel = default)
    {
        if (_models.All.Count == 0)
        {
            return [];
        }

        var readers = _models.All.Select(model => new Reader(model)).ToArray();
        var text = new FoldedText();
        foreach (var post in posts)
        {
            cancel.ThrowIfCancellationRequested();
            text.Fold(post.Text);
            var guess = _engine.Languages.Guess(text);
            if (guess.Sure && Array.Find(readers, reader => reader.Language == guess.Code) is { } reader)
            {
                reader.Said.Add((post.Day, reader.Read(text)));
            }
        }

        return [.. readers.Select(reader => SentimentLine.Of(reader.Card, reader.Said, step))];
    }

    private sealed class Reader(SentimentModel of)
    {
        private readonly LabelScratch _scratch = new();
        private readonly float[] _scores = new float[of.Model.Labels.Count];

        public string Language => of.Card.Language;

        public SentimentCard Card => of.Card;

        public List<(DateOnly Day, SentimentSaid Said)> Said { get; } = [];

        public SentimentSaid Read(FoldedText text)
        {
            of.Model.Score(text, _scratch, _scores);
            return of.Model.Labels[of.Model.Best(_scores)].Name switch
            {
                SentimentCard.NegativeLabel => SentimentSaid.Negative,
                SentimentCard.PositiveLabel => SentimentSaid.Positive,
                _ => SentimentSaid.Neither,
            };
        }
    }
}
