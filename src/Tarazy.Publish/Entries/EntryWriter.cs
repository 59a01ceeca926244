using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Logs;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Publish.Entries;

/// <summary>
/// Makes entries of a feed. Rows and cursor are one transaction; the files of the log follow the rows, so that a crash between
/// the two is made good by looking again. Every feed has a cursor of its own, and all of them share one lock and one log.
/// </summary>
internal sealed class EntryWriter(IDbContextFactory<DeskContext> contexts, Cursors cursors, DeskLog log, PublishOptions options)
{
    /// <param name="take">Takes one event under the index that the next entry has; true when it made an entry.</param>
    public async Task<bool> StepAsync<TEvent>(
        string reader,
        IFeed<Recorded<TEvent>> events,
        Func<DeskContext, Recorded<TEvent>, long, CancellationToken, Task<bool>> take,
        CancellationToken cancel)
        where TEvent : class
    {
        // A database that was set back must not get new rows where the log has other entries already.
        if (!await log.CatchUpAsync(cancel) || !await RecordAsync(reader, events, take, cancel))
        {
            return false;
        }

        return await log.CatchUpAsync(cancel);
    }

    private async Task<bool> RecordAsync<TEvent>(
        string reader,
        IFeed<Recorded<TEvent>> events,
        Func<DeskContext, Recorded<TEvent>, long, CancellationToken, Task<bool>> take,
        CancellationToken cancel)
        where TEvent : class
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, PublishPart.Entries, cancel);

        // Read behind the lock: whoever held it before has committed its cursor.
        var cursor = await cursors.GetAsync(reader, cancel);
        var happened = await events.ReadAfterAsync(cursor, options.Batch, cancel);
        if (happened.Count == 0)
        {
            return false;
        }

        var index = (await db.Set<EntryRow>().MaxAsync(e => (long?)e.Index, cancel) ?? -1) + 1;
        foreach (var (_, recorded) in happened)
        {
            if (await take(db, recorded, index, cancel))
            {
                index++;
            }
        }

        await Cursors.MoveAsync(db, reader, happened[^1].Seq, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
