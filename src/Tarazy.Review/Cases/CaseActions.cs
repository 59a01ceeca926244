using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Review.Cases;

/// <summary>
/// Runs a use case on one case: load, decide, append, project. The deciding itself is a pure function beside its command.
/// </summary>
internal sealed class CaseActions(EventTable<CaseEvent> events, TimeProvider clock)
{
    public async Task<Outcome<CaseState>> ActAsync(
        CaseId id,
        int version,
        string actor,
        Func<CaseState, DateTimeOffset, Outcome<CaseEvent[]>> decide,
        CancellationToken cancel)
    {
        var outcome = await events.ActAsync(
            id.Value,
            actor,
            (_, history) => Task.FromResult(Decide(history)),
            (db, whole) => ProjectAsync(db, CaseState.Fold(whole)!, cancel),
            cancel);
        return outcome.Ok ? CaseState.Fold(outcome.Value)! : Outcome<CaseState>.Refused(outcome.Refusals);

        Outcome<CaseEvent[]> Decide(IReadOnlyList<Recorded<CaseEvent>> history) => CaseState.Fold(history) switch
        {
            null => new NoSuchCase(id.Value),
            var state when !Saw(history, version, actor) => new CaseMovedOn(version, state.Version),
            var state => decide(state, clock.GetUtcNow()),
        };
    }

    /// <summary>
    /// Whether the person acted on the case as it is. Their own claim, its release and their own notes change nothing that they
    /// decided on, so those do not make a view stale.
    /// </summary>
    private static bool Saw(IReadOnlyList<Recorded<CaseEvent>> history, int version, string actor) =>
        version >= 0 && version <= history.Count
        && history.Skip(version).All(e => e.Actor == actor && e.Event is CaseClaimed or CaseReleased or NoteAdded);

    /// <summary>Writes the row that lists show, inside the caller's transaction.</summary>
    public static async Task ProjectAsync(DeskContext db, CaseState state, CancellationToken cancel)
    {
        var row = await db.Set<CaseRow>().FindAsync([state.Id.Value], cancel);
        if (row is null)
        {
            row = New(state);
            db.Add(row);
        }

        row.Status = state.Status;
        row.Harm = state.Harm.Value;
        row.Priority = state.Opened.Priority;
        row.Version = state.Version;
        row.Posts = 1 + state.JoinedPosts.Count;
        row.ClaimedBy = state.Claim?.By.Value;
        row.ClaimedUntil = state.Claim?.Until;
        row.DecidedBy = state.Decided?.By.Value;
        row.DecidedAt = state.Decided is null ? null : state.DecidedAt;
        row.UndoUntil = state.Decided?.UndoUntil;
        row.Measure = state.Decided?.Decision.Measure;
    }

    private static CaseRow New(CaseState state) => new()
    {
        Id = state.Id.Value,
        Number = state.Opened.Number,
        Post = state.Opened.Post.Value,
        Story = state.Opened.Story?.Value,
        Channel = state.Opened.Channel.Value,
        Harm = state.Harm.Value,
        Summary = state.Opened.Summary,
        Language = state.Opened.Language,
        OpenedAt = state.OpenedAt,
        DueAt = state.Opened.DueAt,
    };
}
