using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Canonical;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Storage.Events;

/// <summary>
/// An append-only table of events, read by subject (to fold the state) and by number (as the feed of the next stage).
/// A projection that lists show is written in the same transaction.
/// </summary>
public class EventTable<TEvent>(string table, IDbContextFactory<DeskContext> contexts, TimeProvider clock)
    : IFeed<Recorded<TEvent>>
    where TEvent : class
{
    /// <summary>All events of one subject, oldest first; empty when there is no such subject.</summary>
    public async Task<IReadOnlyList<Recorded<TEvent>>> OfAsync(string subject, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await OfAsync(db, subject, cancel);
    }

    public async Task<IReadOnlyList<Recorded<TEvent>>> OfAsync(DeskContext db, string subject, CancellationToken cancel)
    {
        var rows = await Rows(db).AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.Version).ToListAsync(cancel);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Numbered<Recorded<TEvent>>>> ReadAfterAsync(long after, int most, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await Rows(db).AsNoTracking().Where(e => e.Seq > after).OrderBy(e => e.Seq).Take(most).ToListAsync(cancel);
        return [.. rows.Select(r => new Numbered<Recorded<TEvent>>(r.Seq, Read(r)))];
    }

    /// <summary>
    /// Lets the caller decide on what has happened to one subject and appends what follows, in one transaction. Deciding runs
    /// under the table's lock, so that two people never decide on the same version.
    /// </summary>
    /// <param name="decide">Pure but for reads through the context; its refusals are returned and nothing is saved.</param>
    /// <param name="also">Saves projection and cursor in the same transaction; it is given the whole history, new events last.</param>
    public async Task<Outcome<IReadOnlyList<Recorded<TEvent>>>> ActAsync(
        string subject,
        string actor,
        Func<DeskContext, IReadOnlyList<Recorded<TEvent>>, Task<Outcome<TEvent[]>>> decide,
        Func<DeskContext, IReadOnlyList<Recorded<TEvent>>, Task> also,
        CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, table, cancel);
        var history = await OfAsync(db, subject, cancel);
        var outcome = await decide(db, history);
        if (!outcome.Ok)
        {
            return Outcome<IReadOnlyList<Recorded<TEvent>>>.Refused(outcome.Refusals);
        }

        var now = clock.GetUtcNow();
        var rows = outcome.Value.Select((e, i) => Row(subject, history.Count + 1 + i, actor, now, e)).ToList();
        Rows(db).AddRange(rows);
        await db.SaveChangesAsync(cancel);
        IReadOnlyList<Recorded<TEvent>> whole = [.. history, .. rows.Select(Read)];
        await also(db, whole);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome<IReadOnlyList<Recorded<TEvent>>>.Of(whole);
    }

    /// <summary>
    /// The same for many subjects at once, all in one transaction. It reads the whole table, so it is for tables that stay small.
    /// </summary>
    /// <param name="decide">Given the history of every subject; the events that follow, each with its subject.</param>
    /// <returns>How many events were added.</returns>
    public async Task<int> ActOnAllAsync(
        string actor,
        Func<ILookup<string, Recorded<TEvent>>, IReadOnlyList<(string Subject, TEvent Event)>> decide,
        CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, table, cancel);
        var rows = await Rows(db).AsNoTracking().OrderBy(e => e.Seq).ToListAsync(cancel);
        var versions = rows.CountBy(row => row.Subject).ToDictionary(StringComparer.Ordinal);
        var happened = decide(rows.Select(Read).ToLookup(recorded => recorded.Subject, StringComparer.Ordinal));
        var now = clock.GetUtcNow();
        foreach (var (subject, happening) in happened)
        {
            versions[subject] = versions.GetValueOrDefault(subject) + 1;
            Rows(db).Add(Row(subject, versions[subject], actor, now, happening));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return happened.Count;
    }

    /// <summary>The number of the newest event; 0 while there is none. Cheap, to see whether anything has happened since.</summary>
    public async Task<long> LastSeqAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db).MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
    }

    private static EventRow Row(string subject, int version, string actor, DateTimeOffset at, TEvent happened) => new()
    {
        Subject = subject,
        Version = version,
        Actor = actor,
        At = at,
        Payload = JsonSerializer.Serialize(happened, DeskJson.Options),
    };

    private DbSet<EventRow> Rows(DeskContext db) => db.Set<EventRow>(table);

    private static Recorded<TEvent> Read(EventRow row) => new(
        row.Seq,
        row.Subject,
        row.Version,
        row.Actor,
        row.At,
        JsonSerializer.Deserialize<TEvent>(row.Payload, DeskJson.Options)
            ?? throw new InvalidDataException($"Event {row.Seq} of {row.Subject} is null."));
}
