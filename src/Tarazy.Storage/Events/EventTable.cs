using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Canonical;
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

    /// <summary>Appends to one subject what the caller decided on its state at <paramref name="expectedVersion"/>.</summary>
    /// <param name="also">Projection and cursor, saved in the same transaction.</param>
    /// <returns>False when the subject has moved on meanwhile; nothing is saved then.</returns>
    public async Task<bool> AppendAsync(
        string subject,
        int expectedVersion,
        IReadOnlyList<TEvent> events,
        string actor,
        Func<DeskContext, IReadOnlyList<Recorded<TEvent>>, Task>? also,
        CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, table, cancel);
        var current = await Rows(db).Where(e => e.Subject == subject).MaxAsync(e => (int?)e.Version, cancel) ?? 0;
        if (current != expectedVersion)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var rows = events.Select((e, i) => new EventRow
        {
            Subject = subject,
            Version = expectedVersion + 1 + i,
            Actor = actor,
            At = now,
            Payload = JsonSerializer.Serialize(e, DeskJson.Options),
        }).ToList();
        Rows(db).AddRange(rows);
        await db.SaveChangesAsync(cancel);
        if (also is not null)
        {
            await also(db, [.. rows.Select(Read)]);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

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
