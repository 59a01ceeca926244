using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Notice.Notices;

/// <summary>Runs a use case on one notice: load, decide, append, project.</summary>
internal sealed class NoticeActions(EventTable<NoticeEvent> events, TimeProvider clock)
{
    public const string Desk = "desk";
    public const string Public = "public";

    /// <param name="version">The version that was read; null where a stale view cannot do harm, as for an appeal.</param>
    public async Task<Outcome<NoticeState>> ActAsync(
        NoticeId id,
        int? version,
        string actor,
        Func<DeskContext, NoticeState, DateTimeOffset, Task<Outcome<NoticeEvent[]>>> decide,
        CancellationToken cancel)
    {
        var outcome = await events.ActAsync(
            id.Value,
            actor,
            (db, history) => DecideAsync(db, history),
            (db, whole) => ProjectAsync(db, NoticeState.Fold(whole)!, cancel),
            cancel);
        return outcome.Ok ? NoticeState.Fold(outcome.Value)! : Outcome<NoticeState>.Refused(outcome.Refusals);

        async Task<Outcome<NoticeEvent[]>> DecideAsync(DeskContext db, IReadOnlyList<Recorded<NoticeEvent>> history) =>
            NoticeState.Fold(history) switch
            {
                null => new NoSuchNotice(id.Value),
                var state when version is { } expected && expected != state.Version => new NoticeMovedOn(expected, state.Version),
                var state => await decide(db, state, clock.GetUtcNow()),
            };
    }

    public Task<Outcome<NoticeState>> ActAsync(
        NoticeId id,
        int? version,
        string actor,
        Func<NoticeState, DateTimeOffset, Outcome<NoticeEvent[]>> decide,
        CancellationToken cancel) =>
        ActAsync(id, version, actor, (_, state, now) => Task.FromResult(decide(state, now)), cancel);

    public async Task<NoticeState?> StateAsync(NoticeId id, CancellationToken cancel) =>
        NoticeState.Fold(await events.OfAsync(id.Value, cancel));

    /// <summary>Writes the row that lists show, inside the caller's transaction.</summary>
    public static async Task ProjectAsync(DeskContext db, NoticeState state, CancellationToken cancel)
    {
        var row = await db.Set<NoticeRow>().FindAsync([state.Id.Value], cancel);
        if (row is null)
        {
            row = New(state);
            db.Add(row);
            db.AddRange(state.Drafted.Posts.Select(p => new NoticedPostRow { Notice = state.Id.Value, Post = p.Post.Value }));
        }

        row.Status = state.Status;
        row.Version = state.Version;
        row.SentAt = state.SentAt;
        row.Outcome = state.Answer?.Outcome;
        row.Appealed = state.Appeal is not null;
        row.AppealOpen = state.Appeal is not null && state.AppealDecision is null;
        row.Reversed = state.AppealDecision?.Reversed ?? false;
    }

    private static NoticeRow New(NoticeState state) => new()
    {
        Id = state.Id.Value,
        Number = state.Drafted.Number,
        Case = state.Drafted.Case.Value,
        Channel = state.Drafted.Channel.Value,
        Harm = state.Drafted.Decision.Harm.Value,
        Measure = state.Drafted.Decision.Measure,
        Addressee = state.Drafted.Decision.Addressee ?? "",
        DraftedAt = state.DraftedAt,
        DueAt = state.Drafted.DueAt,
    };
}
