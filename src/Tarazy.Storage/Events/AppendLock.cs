using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;

namespace Tarazy.Storage.Events;

/// <summary>
/// Keeps the numbers of a feed in the order of their commits. PostgreSQL gives a number when a row is written and shows it when
/// the transaction ends, so a reader could pass a number that appears later. Holding one lock a table until the commit closes
/// that gap. SQLite needs nothing: a transaction takes the one write lock when it begins.
/// </summary>
public static class AppendLock
{
    /// <summary>Takes the lock of one table until the running transaction ends.</summary>
    public static async Task TakeAsync(DeskContext db, string table, CancellationToken cancel)
    {
        if (db.IsPostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"tarazy:" + table}))", cancel);
        }
    }
}
