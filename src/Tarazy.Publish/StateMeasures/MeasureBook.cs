using Tarazy.Policy.StateMeasures;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.StateMeasures;

/// <summary>The register of state measures: reading it, and what an admin may do with a record.</summary>
public sealed class MeasureBook
{
    /// <summary>Who took in what came with the software.</summary>
    private const string Release = "release";

    private readonly EventTable<MeasureEvent> _events;
    private volatile MeasureShelf _shelf = MeasureShelf.Empty;

    internal MeasureBook(EventTable<MeasureEvent> events) => _events = events;

    /// <summary>Everything as it stands now. What was read is kept until another event is there, whoever wrote it.</summary>
    public async Task<MeasureShelf> ReadAsync(CancellationToken cancel)
    {
        var kept = _shelf;
        if (await _events.LastSeqAsync(cancel) == kept.Seq)
        {
            return kept;
        }

        var all = await _events.ReadAfterAsync(0, int.MaxValue, cancel);
        var read = new MeasureShelf(
            all.Count == 0 ? 0 : all[^1].Seq,
            [.. all.Select(one => one.Item).GroupBy(one => one.Subject, StringComparer.Ordinal).Select(history => MeasureState.Fold(history)!)]);
        _shelf = read;
        return read;
    }

    /// <summary>Takes in the records of this release; safe to repeat.</summary>
    /// <returns>How many were new or changed.</returns>
    public Task<int> ImportAsync(StateMeasureRegister shipped, CancellationToken cancel) =>
        _events.ActOnAllAsync(Release, histories => ImportShippedMeasures.Decide(shipped.All, histories), cancel);

    public Task<Outcome<MeasureState>> AddAsync(AddMeasure command, CancellationToken cancel) =>
        ActAsync(command.Record.Id, command.By.Value, state => WriteMeasureHandler.Handle(command, state), cancel);

    public Task<Outcome<MeasureState>> ReviseAsync(ReviseMeasure command, CancellationToken cancel) =>
        ActAsync(command.Record.Id, command.By.Value, state => WriteMeasureHandler.Handle(command, state), cancel);

    public Task<Outcome<MeasureState>> WithdrawAsync(WithdrawMeasure command, CancellationToken cancel) =>
        ActAsync(command.Id, command.By.Value, state => WithdrawMeasureHandler.Handle(command, state), cancel);

    public Task<Outcome<MeasureState>> KeepAsync(KeepMeasure command, CancellationToken cancel) =>
        ActAsync(command.Id, command.By.Value, state => WithdrawMeasureHandler.Handle(command, state), cancel);

    private async Task<Outcome<MeasureState>> ActAsync(
        string id, string actor, Func<MeasureState?, Outcome<MeasureEvent[]>> decide, CancellationToken cancel)
    {
        var outcome = await _events.ActAsync(
            id,
            actor,
            (_, history) => Task.FromResult(decide(MeasureState.Fold(history))),
            (_, _) => Task.CompletedTask,
            cancel);
        return outcome.Ok ? MeasureState.Fold(outcome.Value)! : Outcome<MeasureState>.Refused(outcome.Refusals);
    }
}

/// <summary>The register at one moment.</summary>
/// <param name="Seq">The newest event that it knows.</param>
public sealed record MeasureShelf(long Seq, IReadOnlyList<MeasureState> All)
{
    public static MeasureShelf Empty { get; } = new(0, []);

    /// <summary>The records that stand, the newest first.</summary>
    public StateMeasureRegister Standing { get; } = new([.. All.Where(state => state.Withdrawn is null).Select(state => state.Record)]);

    /// <summary>Withdrawn records, each readable with its reason.</summary>
    public IReadOnlyList<MeasureState> Withdrawn { get; } = [.. All.Where(state => state.Withdrawn is not null).OrderByDescending(state => state.ChangedAt)];

    public MeasureState? Find(string id) => All.FirstOrDefault(state => state.Record.Id == id);
}
