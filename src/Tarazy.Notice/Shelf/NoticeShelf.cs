using Microsoft.EntityFrameworkCore;
using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Notice.Shelf;

/// <summary>One line of the list of notices.</summary>
public sealed record ShelvedNotice(
    NoticeId Id,
    string Number,
    CaseId Case,
    ChannelId Channel,
    HarmId Harm,
    Measure Measure,
    string Addressee,
    NoticeStatus Status,
    DateTimeOffset DraftedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? SentAt,
    AnswerOutcome? Outcome,
    bool AppealOpen,
    bool Reversed);

/// <summary>Reads of the notices for pages; deciding always folds the events instead.</summary>
public sealed class NoticeShelf
{
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly EventTable<NoticeEvent> _events;

    internal NoticeShelf(IDbContextFactory<DeskContext> contexts, EventTable<NoticeEvent> events)
    {
        _contexts = contexts;
        _events = events;
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<ShelvedNotice>> ListAsync(NoticeStatus? status, int skip, int take, CancellationToken cancel) =>
        ReadAsync(rows => status is { } s ? rows.Where(n => n.Status == s) : rows, skip, take, cancel);

    /// <summary>Notices that a channel appealed, decided or not, newest first.</summary>
    public Task<IReadOnlyList<ShelvedNotice>> AppealedAsync(CancellationToken cancel) =>
        ReadAsync(rows => rows.Where(n => n.Appealed), 0, int.MaxValue, cancel);

    public Task<IReadOnlyList<ShelvedNotice>> OfCaseAsync(CaseId id, CancellationToken cancel) =>
        ReadAsync(rows => rows.Where(n => n.Case == id.Value), 0, int.MaxValue, cancel);

    public async Task<NoticeId?> FindByNumberAsync(string number, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var id = await db.Set<NoticeRow>().Where(n => n.Number == number).Select(n => n.Id).FirstOrDefaultAsync(cancel);
        return id is null ? null : new NoticeId(id);
    }

    public async Task<NoticeState?> StateAsync(NoticeId id, CancellationToken cancel) =>
        NoticeState.Fold(await HistoryAsync(id, cancel));

    /// <summary>The whole history of a notice, oldest first; empty when there is no such notice.</summary>
    public Task<IReadOnlyList<Recorded<NoticeEvent>>> HistoryAsync(NoticeId id, CancellationToken cancel) => _events.OfAsync(id.Value, cancel);

    /// <summary>Notices about a channel that were acted on and not taken back: what a measure against the channel would need.</summary>
    public async Task<int> UpheldOfChannelAsync(ChannelId channel, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.Set<NoticeRow>().CountAsync(
            n => n.Channel == channel.Value && n.Status == NoticeStatus.Answered && !n.Reversed
                && (n.Outcome == AnswerOutcome.Removed || n.Outcome == AnswerOutcome.Restricted || n.Outcome == AnswerOutcome.Labelled),
            cancel);
    }

    private async Task<IReadOnlyList<ShelvedNotice>> ReadAsync(
        Func<IQueryable<NoticeRow>, IQueryable<NoticeRow>> where, int skip, int take, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await where(db.Set<NoticeRow>().AsNoTracking())
            .OrderByDescending(n => n.DraftedAt).ThenByDescending(n => n.Number)
            .Skip(skip).Take(take)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(n => new ShelvedNotice(
                new NoticeId(n.Id),
                n.Number,
                new CaseId(n.Case),
                new ChannelId(n.Channel),
                new HarmId(n.Harm),
                n.Measure,
                n.Addressee,
                n.Status,
                n.DraftedAt,
                n.DueAt,
                n.SentAt,
                n.Outcome,
                n.AppealOpen,
                n.Reversed)),
        ];
    }
}
