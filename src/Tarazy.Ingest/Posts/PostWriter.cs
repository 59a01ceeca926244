using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Ingest.Posts;

/// <param name="New">Messages never seen before.</param>
/// <param name="Edited">New words of a message that was known.</param>
/// <param name="Known">Posts that were there already.</param>
internal readonly record struct Written(long New, long Edited, long Known);

/// <summary>Stores batches of posts over one connection. What is there already stays as it is.</summary>
internal abstract class PostWriter(DeskContext db) : IAsyncDisposable
{
    public static async Task<PostWriter> OpenAsync(IDbContextFactory<DeskContext> contexts, CancellationToken cancel)
    {
        var db = await contexts.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        return db.IsPostgreSql ? new PostgreSqlPostWriter(db) : await SqlitePostWriter.CreateAsync(db, cancel);
    }

    public async Task<Written> WriteAsync(
        IReadOnlyCollection<Channel> channels, IReadOnlyList<Post> posts, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, IngestPart.Posts, cancel);
        foreach (var channel in channels)
        {
            await WriteAsync(channel, now, cancel);
        }

        var distinct = posts.DistinctBy(p => p.Id).ToList();
        var written = await InsertAsync(distinct, transaction, cancel);
        await transaction.CommitAsync(cancel);
        return written with { Known = posts.Count - written.New - written.Edited };
    }

    public virtual async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Inserts in the order given; each post that is new names the latest earlier version of its message.</summary>
    protected abstract Task<Written> InsertAsync(IReadOnlyList<Post> posts, IDbContextTransaction transaction, CancellationToken cancel);

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
