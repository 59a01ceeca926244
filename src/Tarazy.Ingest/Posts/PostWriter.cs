using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Ingest.Posts;

/// <param name="New">Messages never seen before.</param>
/// <param name="Edited">New words of a message that was known.</param>
/// <param name="Known">Posts that were there already.</param>
internal readonly record struct Written(long New, long Edited, long Known);

/// <summary>
/// Stores blocks of posts over one connection. What is there already stays as it is. What the next stage has read in a block while
/// it came is saved in the same transaction.
/// </summary>
internal abstract class PostWriter(DeskContext db, IBulkReader? next) : IAsyncDisposable
{
    private readonly List<StoredPost> _stored = [];

    public static async Task<PostWriter> OpenAsync(IDbContextFactory<DeskContext> contexts, IBulkReader? next, CancellationToken cancel)
    {
        var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Database.OpenConnectionAsync(cancel);
        return db.IsPostgreSql ? new PostgreSqlPostWriter(db, next) : await SqlitePostWriter.CreateAsync(db, next, cancel);
    }

    /// <param name="reading">What the next stage made of the block; null when it reads by its cursor.</param>
    public async Task<Written> WriteAsync(
        IReadOnlyCollection<Channel> channels, PostBlock posts, BulkReading? reading, DateTimeOffset now, CancellationToken cancel)
    {
        using var given = reading; // outlives the turn, which keeps what it needs of it
        using var turn = next is null || reading is null ? null : await next.TurnAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, IngestPart.Posts, cancel);
        foreach (var channel in channels)
        {
            await WriteAsync(channel, now, cancel);
        }

        _stored.Clear();
        var before = turn is null ? 0 : await db.Set<PostRow>().MaxAsync(p => (long?)p.Seq, cancel) ?? 0;
        await InsertAsync(posts, _stored, cancel);
        if (turn is not null && _stored.Count > 0)
        {
            await turn.SaveAsync(db, reading!, before, _stored, cancel);
        }

        await transaction.CommitAsync(cancel);
        turn?.Committed();
        Committed();
        db.ChangeTracker.Clear();
        var edited = _stored.Count(p => p.Replaces is not null);
        return new Written(_stored.Count - edited, edited, posts.Count - _stored.Count);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Inserts in the order of the block; each post that is new names the latest earlier version of its message.</summary>
    protected abstract Task InsertAsync(PostBlock posts, List<StoredPost> stored, CancellationToken cancel);

    /// <summary>A block is stored.</summary>
    protected virtual void Committed()
    {
    }

    private async Task WriteAsync(Channel channel, DateTimeOffset now, CancellationToken cancel)
    {
        // A handle or a count that is unknown this time doesn't erase the one seen before.
        var seen = now.ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO channels ("Id", "Title", "Handle", "Subscribers", "FirstSeen")
            VALUES ({channel.Id.Value}, {channel.Title}, {channel.Handle}, {channel.Subscribers}, {seen})
            ON CONFLICT ("Id") DO UPDATE SET
              "Title" = excluded."Title",
              "Handle" = coalesce(excluded."Handle", channels."Handle"),
              "Subscribers" = coalesce(excluded."Subscribers", channels."Subscribers")
            """,
            cancel);
    }
}
