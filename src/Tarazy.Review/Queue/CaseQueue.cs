using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Review.Cases;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Review.Queue;

/// <summary>Reads of the cases for pages; deciding always folds the events instead.</summary>
public sealed class CaseQueue
{
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly EventTable<CaseEvent> _events;
    private readonly TimeProvider _clock;

    internal CaseQueue(IDbContextFactory<DeskContext> contexts, EventTable<CaseEvent> events, TimeProvider clock)
    {
        _contexts = contexts;
        _events = events;
        _clock = clock;
    }

    /// <summary>Highest priority first, then the earliest deadline: the order in which harm is likeliest to be prevented.</summary>
    public async Task<IReadOnlyList<QueuedCase>> ListAsync(QueueFilter filter, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await Where(db, filter)
            .OrderByDescending(c => c.Priority).ThenBy(c => c.DueAt).ThenBy(c => c.Number)
            .Skip(filter.Skip).Take(filter.Take)
            .ToListAsync(cancel);
        return [.. rows.Select(Show)];
    }

    public async Task<int> CountAsync(QueueFilter filter, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await Where(db, filter).CountAsync(cancel);
    }

    public async Task<QueueCounts> CountsAsync(ReviewerId reader, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var cases = db.Set<CaseRow>();
        var tomorrow = Tomorrow();
        var today = tomorrow.AddDays(-1);
        return new QueueCounts(
            await cases.CountAsync(c => c.OpenedAt >= today, cancel),
            await cases.CountAsync(c => c.Status == CaseStatus.Open, cancel),
            await cases.CountAsync(c => c.Status == CaseStatus.Open && c.DueAt < tomorrow, cancel),
            await Where(db, new QueueFilter(reader, CaseStatus.AwaitingSecondReader)).CountAsync(cancel),
            await cases.CountAsync(c => c.Measure == Measure.LeaveAlone, cancel),
            await cases.CountAsync(c => c.Status == CaseStatus.Agreed, cancel));
    }

    /// <summary>How many cases ended on each rung, "left alone" among them; the public side shows restraint with it.</summary>
    public async Task<IReadOnlyDictionary<Measure, int>> DecidedAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.Set<CaseRow>()
            .Where(c => c.Measure != null && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Agreed))
            .GroupBy(c => c.Measure!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>When the first of the cases that <see cref="DecidedAsync"/> counts was decided; null while there is none.</summary>
    public async Task<DateTimeOffset?> FirstDecidedAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.Set<CaseRow>()
            .Where(c => c.DecidedAt != null && c.Measure != null && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Agreed))
            .OrderBy(c => c.DecidedAt).Select(c => c.DecidedAt).FirstOrDefaultAsync(cancel);
    }

    public async Task<CaseId?> FindByNumberAsync(string number, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var id = await db.Set<CaseRow>().Where(c => c.Number == number).Select(c => c.Id).FirstOrDefaultAsync(cancel);
        return id is null ? null : new CaseId(id);
    }

    /// <summary>The newest case on a post, by its number; null when there is none.</summary>
    public async Task<string?> FindByPostAsync(PostId post, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.Set<CaseRow>().Where(c => c.Post == post.Value)
            .OrderByDescending(c => c.OpenedAt).Select(c => c.Number).FirstOrDefaultAsync(cancel);
    }

    public async Task<ChannelRecord> OfChannelAsync(ChannelId channel, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var cases = db.Set<CaseRow>().Where(c => c.Channel == channel.Value);
        return new ChannelRecord(
            await cases.CountAsync(cancel),
            await cases.CountAsync(c => c.Status == CaseStatus.Closed && c.Measure == Measure.LeaveAlone, cancel));
    }

    /// <summary>The whole history of a case, oldest first; empty when there is no such case.</summary>
    public Task<IReadOnlyList<Recorded<CaseEvent>>> HistoryAsync(CaseId id, CancellationToken cancel) => _events.OfAsync(id.Value, cancel);

    private IQueryable<CaseRow> Where(DeskContext db, QueueFilter filter)
    {
        var now = _clock.GetUtcNow();
        var reader = filter.Reader.Value;
        var rows = db.Set<CaseRow>().AsNoTracking().Where(c => c.Status == filter.Status);
        if (filter.Status == CaseStatus.AwaitingSecondReader)
        {
            rows = rows.Where(c => c.DecidedBy != reader && c.UndoUntil <= now);
        }

        if (filter.Language is { } language)
        {
            rows = rows.Where(c => c.Language == language);
        }

        if (filter.Harm is { Value: var harm })
        {
            rows = rows.Where(c => c.Harm == harm);
        }

        if (filter.DueToday)
        {
            var tomorrow = Tomorrow();
            rows = rows.Where(c => c.DueAt < tomorrow);
        }

        return rows;
    }

    private DateTimeOffset Tomorrow() => new DateTimeOffset(_clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1);

    private static QueuedCase Show(CaseRow c) => new(
        new CaseId(c.Id),
        c.Number,
        new PostId(c.Post),
        new ChannelId(c.Channel),
        c.Story is { } story ? new StoryId(story) : null,
        new HarmId(c.Harm),
        c.Summary,
        c.Priority,
        c.Language,
        c.OpenedAt,
        c.DueAt,
        c.Status,
        c.Posts,
        c.ClaimedBy is { } by ? new ReviewerId(by) : null,
        c.ClaimedUntil,
        c.Measure);
}
