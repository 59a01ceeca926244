using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.Labels;

/// <summary>What a label in use says of a text: how it ranks, with the words that cause it. Never a number alone.</summary>
/// <param name="Speaks">The score reaches the threshold.</param>
/// <param name="Above">Of 100 posts of this desk, how many are less like the label.</param>
/// <param name="Precision">How often what is ranked first is right; null while the stage does not carry it.</param>
/// <param name="Probability">Null until the label is calibrated.</param>
/// <param name="Words">In the text, from left to right.</param>
public sealed record LabelSays(
    string Label, int Number, string Version, LabelStage Stage, bool Speaks, int Above, Share? Precision, double? Probability, IReadOnlyList<Evidence> Words);

/// <summary>What pages and commands may ask of the desk's own labels.</summary>
public sealed class LabelDesk
{
    private readonly LabelStandings _standings;
    private readonly ModelsInUse _models;
    private readonly TrainLabelRun _training;
    private readonly LabelBookKeeper _books;
    private readonly EventTable<LabelEvent> _events;
    private readonly ILabelDecisions _decisions;

    internal LabelDesk(
        LabelStandings standings, ModelsInUse models, TrainLabelRun training, LabelBookKeeper books, EventTable<LabelEvent> events, ILabelDecisions decisions)
    {
        _decisions = decisions;
        _standings = standings;
        _models = models;
        _training = training;
        _books = books;
        _events = events;
    }

    /// <summary>Every category, by name.</summary>
    public Task<IReadOnlyList<LabelStanding>> StandingsAsync(CancellationToken cancel) => _standings.AllAsync(cancel);

    public Task<Outcome<LabelCard>> TrainAsync(TrainLabel command, CancellationToken cancel) => _training.RunAsync(command, cancel);

    public async Task<Outcome<LabelStanding>> ChangeAsync(ChangeModel command, CancellationToken cancel)
    {
        var outcome = await _events.ActAsync(
            SubjectOf(command.Label),
            command.By,
            (_, history) => Task.FromResult(ChangeModelHandler.Handle(command, history.Aggregate(new LabelBook(), (book, one) => book.With(one)).Of(command.Label))),
            (_, _) => Task.CompletedTask,
            cancel);
        return outcome.Ok ? (await _standings.OfAsync(command.Label, cancel))! : Outcome<LabelStanding>.Refused(outcome.Refusals);
    }

    /// <summary>What the labels in use say of a text: those that reach their threshold, and the one of the harm that is asked about.</summary>
    public async Task<IReadOnlyList<LabelSays>> AskAsync(string text, HarmId harm, CancellationToken cancel)
    {
        var says = new List<LabelSays>();
        foreach (var model in string.IsNullOrWhiteSpace(text) ? [] : await _models.AllAsync(cancel))
        {
            var scorer = new LabelScorer(model.Shelved.Model);
            var score = scorer.Score(text);
            var card = model.Shelved.Card;
            if ((score >= card.Threshold || model.Label == harm.Value) && await _standings.OfAsync(model.Label, cancel) is { } standing)
            {
                says.Add(new LabelSays(
                    model.Label,
                    model.Number,
                    card.Version,
                    standing.Stage,
                    score >= card.Threshold,
                    card.RankOf(score),
                    standing.Stage == LabelStage.Cold ? null : standing.Precision,
                    standing.Stage == LabelStage.Calibrated ? model.Shelved.Model.Probability(0, score) : null,
                    scorer.Words(text)));
            }
        }

        return says;
    }

    /// <summary>The decided cases that wait for this person's second opinion, oldest first. What the first reader said is not among what a page may show.</summary>
    public async Task<IReadOnlyList<LabelDecision>> OpinionsWantedAsync(string reader, CancellationToken cancel)
    {
        var book = await _books.ReadyAsync(cancel);
        return [.. (await _decisions.AllAsync(cancel)).Where(decision => GiveOpinionHandler.IsWanted(decision, reader, book))];
    }

    public async Task<Outcome<LabelEvent[]>> GiveOpinionAsync(GiveOpinion command, CancellationToken cancel)
    {
        var decision = (await _decisions.AllAsync(cancel)).FirstOrDefault(one => one.Number == command.Number);
        var outcome = await _events.ActAsync(
            "opinion:" + (decision?.Case ?? command.Number),
            command.By,
            (_, history) => Task.FromResult(GiveOpinionHandler.Handle(command, decision, history.Aggregate(new LabelBook(), (book, one) => book.With(one)))),
            (_, _) => Task.CompletedTask,
            cancel);
        return outcome.Ok ? outcome.Value.Select(one => one.Event).ToArray() : Outcome<LabelEvent[]>.Refused(outcome.Refusals);
    }

    internal static string SubjectOf(string label) => "label:" + label;
}
