using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Ingest.Posts;

/// <param name="Posts">Every version of every message counts.</param>
public sealed record ArchiveCounts(long Posts, long Channels, long Imports);

/// <summary>An import that was made.</summary>
public sealed record PastImport(long Seq, string Source, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, ImportSummary Summary);

/// <summary>When a post was published and what it says.</summary>
public readonly record struct ChannelText(DateTimeOffset PostedAt, string Text);

/// <summary>Every post that came in, for the next stage as a feed and for pages by id.</summary>
public sealed class PostArchive(IDbContextFactory<DeskContext> contexts) : IFeed<Post>, IPostNumbers
{
    private const int MostIds = 1000;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Numbered<Post>>> ReadAfterAsync(long after, int most, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await Rows(db).Where(p => p.Seq > after).OrderBy(p => p.Seq).Take(most).ToListAsync(cancel);
        return [.. rows.Select(r => new Numbered<Post>(r.Seq, r.ToPost()))];
    }

    public async Task<Post?> FindAsync(PostId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await Rows(db).FirstOrDefaultAsync(p => p.Id == id.Value, cancel))?.ToPost();
    }

    /// <summary>Those of the posts that are there, in no particular order.</summary>
    public async Task<IReadOnlyList<Post>> FindAsync(IReadOnlyCollection<PostId> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = new List<Post>(ids.Count);
        foreach (var some in ids.Select(i => i.Value).Distinct().Chunk(MostIds))
        {
            found.AddRange((await Rows(db).Where(p => some.Contains(p.Id)).ToListAsync(cancel)).Select(r => r.ToPost()));
        }

        return found;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<PostId, long>> NumbersAsync(DeskContext db, IReadOnlyCollection<PostId> posts, CancellationToken cancel)
    {
        var numbers = new Dictionary<PostId, long>(posts.Count);
        foreach (var some in posts.Select(i => i.Value).Distinct().Chunk(MostIds))
        {
            await foreach (var post in Rows(db).Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Seq }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                numbers[PostId.From(post.Id)] = post.Seq;
            }
        }

        return numbers;
    }

    /// <summary>A message as it was first seen, and every edit after it.</summary>
    public async Task<IReadOnlyList<Post>> VersionsAsync(ChannelId channel, long message, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await Rows(db).Where(p => p.Channel == channel.Value && p.Message == message).OrderBy(p => p.Seq).ToListAsync(cancel);
        return [.. rows.Select(r => r.ToPost())];
    }

    public async Task<Channel?> ChannelAsync(ChannelId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<ChannelRow>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id.Value, cancel))?.ToChannel();
    }

    /// <summary>Those of the channels that are there, in no particular order.</summary>
    public async Task<IReadOnlyList<Channel>> ChannelsAsync(IReadOnlyCollection<ChannelId> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = new List<Channel>(ids.Count);
        foreach (var some in ids.Select(i => i.Value).Distinct().Chunk(MostIds))
        {
            found.AddRange((await db.Set<ChannelRow>().AsNoTracking().Where(c => some.Contains(c.Id)).ToListAsync(cancel)).Select(r => r.ToChannel()));
        }

        return found;
    }

    /// <summary>How much of a channel is here, and since when.</summary>
    public async Task<(long Posts, DateTimeOffset? First)> OfChannelAsync(ChannelId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var posts = db.Set<PostRow>().Where(p => p.Channel == id.Value);
        return (await posts.LongCountAsync(cancel), await posts.MinAsync(p => (DateTimeOffset?)p.PostedAt, cancel));
    }

    /// <summary>What the newest messages of a channel say, each as it was seen last; those without words are left out.</summary>
    /// <param name="most">Versions of messages that are looked at, at most.</param>
    public async Task<IReadOnlyList<ChannelText>> TextsOfChannelAsync(ChannelId id, int most, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<PostRow>().Where(p => p.Channel == id.Value)
            .OrderByDescending(p => p.Message).ThenByDescending(p => p.Seq)
            .Select(p => new { p.Message, p.PostedAt, p.Text })
            .Take(most).ToListAsync(cancel);
        return [.. rows.DistinctBy(p => p.Message).Where(p => !string.IsNullOrWhiteSpace(p.Text)).Select(p => new ChannelText(p.PostedAt, p.Text))];
    }

    /// <summary>The newest version of a message by the channel's public name; null when it is not here.</summary>
    public async Task<PostId?> FindByHandleAsync(string handle, long message, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var name = handle.ToLowerInvariant();
        var id = await (
            from channel in db.Set<ChannelRow>()
            join post in db.Set<PostRow>() on channel.Id equals post.Channel
#pragma warning disable CA1304, CA1311, CA1862 // Becomes lower() in SQL on both databases; no culture of ours takes part.
            where channel.Handle != null && channel.Handle.ToLower() == name && post.Message == message
#pragma warning restore CA1304, CA1311, CA1862
            orderby post.Seq descending
            select post.Id).FirstOrDefaultAsync(cancel);
        return id is null ? null : new PostId(id);
    }

    public async Task<ArchiveCounts> CountAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new ArchiveCounts(
            await Rows(db).LongCountAsync(cancel),
            await db.Set<ChannelRow>().LongCountAsync(cancel),
            await db.Set<ImportRow>().LongCountAsync(cancel));
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PastImport>> LatestImportsAsync(int most, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<ImportRow>().AsNoTracking().OrderByDescending(i => i.Seq).Take(most).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new PastImport(
                r.Seq,
                r.Source,
                r.StartedAt,
                r.FinishedAt,
                JsonSerializer.Deserialize<ImportSummary>(r.Summary, DeskJson.Options) ?? throw new InvalidDataException($"Import {r.Seq} is null."))),
        ];
    }

    private static IQueryable<PostRow> Rows(DeskContext db) => db.Set<PostRow>().AsNoTracking();
}
