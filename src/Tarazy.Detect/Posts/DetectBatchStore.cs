using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Readings;
using Tarazy.Detect.Stories;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Posts;

/// <summary>Saves a batch: readings, findings, stories and the cursor in one transaction.</summary>
internal sealed class DetectBatchStore(
    IDbContextFactory<DeskContext> contexts, IPostNumbers numbers, PostLooker looker, FooterMemory footers, TimeProvider clock)
{
    /// <summary>Places a batch of the feed and saves it in a transaction of its own.</summary>
    /// <param name="after">Where the cursor stood when the batch was read.</param>
    /// <returns>False when somebody else has moved the cursor meanwhile; nothing is saved then.</returns>
    public async Task<bool> SaveAsync(long after, IReadOnlyList<LookedPost> batch, StoryIndex index, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await ClaimAsync(db, after, cancel))
        {
            return false;
        }

        await SaveAsync(db, after, batch, index, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes the lock of the stage's tables inside the running transaction and looks whether the cursor stands where the caller thinks.</summary>
    public static async Task<bool> ClaimAsync(DeskContext db, long after, CancellationToken cancel)
    {
        await AppendLock.TakeAsync(db, FindingRow.Table, cancel);
        return await Cursors.GetAsync(db, DetectPosts.Reader, cancel) == after;
    }

    /// <summary>Places the batch and saves it inside the running transaction, which holds the claim.</summary>
    public async Task SaveAsync(DeskContext db, long after, IReadOnlyList<LookedPost> batch, StoryIndex index, CancellationToken cancel)
    {
        await footers.CutAsync(db, after, batch, looker, cancel);
        var replaced = PlacePosts.Replaced(batch);
        PlacePosts.Place(batch, index, replaced, await StoriesOfAsync(db, replaced, cancel));
        await ReadingWriter.WriteAsync(db, batch, cancel);
        await AddFindingsAsync(db, batch, cancel);
        await StoryTally.UpdateAsync(db, batch, cancel);
        await footers.SaveAsync(db, batch, cancel);
        await Cursors.MoveAsync(db, DetectPosts.Reader, batch[^1].Seq, cancel);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Dictionary<PostId, long>> StoriesOfAsync(DeskContext db, HashSet<PostId> posts, CancellationToken cancel)
    {
        if (posts.Count == 0)
        {
            return [];
        }

        var wanted = (await numbers.NumbersAsync(db, posts, cancel)).Values.ToList();
        return await db.Set<ReadingRow>()
            .Where(r => wanted.Contains(r.PostSeq))
            .Select(r => new { r.Post, r.Story })
            .ToDictionaryAsync(r => PostId.From(r.Post), r => r.Story, cancel);
    }

    private async Task AddFindingsAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        var found = batch.Where(p => p.Reading.HasFindings).ToList();
        if (found.Count == 0)
        {
            return;
        }

        var names = await StoryNames.OfAsync(db, batch, found, cancel);
        var now = clock.GetUtcNow();
        await FindingWriter.WriteAsync(
            db,
            found.SelectMany(post =>
                post.Reading.Findings(post.PostId, ChannelId.From(post.ChannelId), StoryId.From(names[post.Story]), now)),
            cancel);
    }
}
