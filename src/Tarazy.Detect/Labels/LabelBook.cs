using System.Collections.Immutable;
using Tarazy.Records.Findings;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.Labels;

/// <summary>What the events of labels add up to.</summary>
internal sealed record LabelBook
{
    public long Seq { get; init; }

    public ImmutableDictionary<string, LabelHistory> Labels { get; init; } = ImmutableDictionary.Create<string, LabelHistory>(StringComparer.Ordinal);

    public ImmutableDictionary<FindingId, DrawnPost> Draws { get; init; } = ImmutableDictionary<FindingId, DrawnPost>.Empty;

    public PostsDrawn? LastDraw { get; init; }

    /// <summary>Second opinions by case and label.</summary>
    public ImmutableDictionary<(string Case, string Label), LabelAnswer> Opinions { get; init; } = ImmutableDictionary<(string, string), LabelAnswer>.Empty;

    public LabelHistory Of(string label) => Labels.GetValueOrDefault(label) ?? LabelHistory.Empty;

    public LabelBook With(Recorded<LabelEvent> recorded) => Apply(recorded) with { Seq = recorded.Seq };

    private LabelBook Apply(Recorded<LabelEvent> recorded) => recorded.Event switch
    {
        ModelTrained made => Change(made.Label, history => history with { Trained = history.Trained.Add(made) }),
        ModelPromoted promoted => Change(promoted.Label, history => history with
        {
            Current = promoted.Number,
            Used = history.Used.Add(promoted.Number),
            Steps = history.Steps.Add(new LabelStep(recorded.At, recorded.Actor, promoted.Number, promoted.Reason, Back: false)),
        }),
        ModelRolledBack back => Change(back.Label, history => history with
        {
            Current = back.To,
            Steps = history.Steps.Add(new LabelStep(recorded.At, recorded.Actor, back.To, back.Reason, Back: true)),
        }),
        PostsDrawn drawn => this with { LastDraw = drawn, Draws = Draws.SetItems(drawn.Posts.Select(post => KeyValuePair.Create(post.Finding, post))) },
        OpinionGiven opinion => this with { Opinions = Opinions.SetItem((opinion.Case, opinion.Label), opinion.Answer) },
        _ => this,
    };

    private LabelBook Change(string label, Func<LabelHistory, LabelHistory> change) => this with { Labels = Labels.SetItem(label, change(Of(label))) };
}

/// <summary>The models of one label, and which is in use.</summary>
/// <param name="Current">0 for none.</param>
/// <param name="Used">Every version that was ever in use.</param>
internal sealed record LabelHistory(
    ImmutableList<ModelTrained> Trained, ImmutableHashSet<int> Used, ImmutableList<LabelStep> Steps, int Current)
{
    public static LabelHistory Empty { get; } = new([], [], [], 0);
}

/// <summary>When a version was put in use or taken back, by whom and why.</summary>
/// <param name="To">The version in use since; 0 for none.</param>
public sealed record LabelStep(DateTimeOffset At, string By, int To, string Reason, bool Back);

/// <summary>Keeps the book up to date from the feed of events, so that a page does not read them all again.</summary>
internal sealed class LabelBookKeeper(EventTable<LabelEvent> events) : IDisposable
{
    private const int Batch = 1_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private LabelBook _book = new();

    public async Task<LabelBook> ReadyAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            for (var more = true; more;)
            {
                var batch = await events.ReadAfterAsync(_book.Seq, Batch, cancel);
                foreach (var (_, recorded) in batch)
                {
                    _book = _book.With(recorded);
                }

                more = batch.Count == Batch;
            }

            return _book;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
