using Microsoft.EntityFrameworkCore;
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
internal sealed class DetectBatchStore(IDbContextFactory<DeskContext> contexts, FooterMemory footers, TimeProvider clock)
{
    /// <summary>The stories of the earlier posts that this batch replaces.</summary>
    public async Task<Dictionary<PostId, long>> StoriesOfReplacedAsync(IReadOnlyList<Numbered<Post>> batch, CancellationToken cancel)
    {
        var wanted = batch.Where(p => p.Item.Replaces is not null).Select(p => p.Item.Replaces!.Value.Value).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ReadingRow>()
            .Where(r => wanted.Contains(r.Post))
            .ToDictionaryAsync(r => PostId.From(r.Post), r => r.Story, cancel);
    }

    /// <param name="after">Where the cursor stood when the batch was read.</param>
    /// <returns>False when somebody else has moved the cursor meanwhile; nothing is saved then.</returns>
    public async Task<bool> SaveAsync(long after, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, FindingRow.Table, cancel);
        if (await Cursors.GetAsync(db, DetectPosts.Reader, cancel) != after)
        {
            return false;
        }

        await ReadingWriter.WriteAsync(db, batch, cancel);
        await AddFindingsAsync(db, batch, cancel);
        await StoryTally.UpdateAsync(db, [.. batch.Where(p => !p.First).Select(p => p.Story).Distinct()], cancel);
        await footers.SaveAsync(db, batch.Select(p => p.Post.Channel.Value), cancel);
        await Cursors.MoveAsync(db, DetectPosts.Reader, batch[^1].Seq, cancel);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
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
        foreach (var post in found)
        {
            var story = names[post.Story];
            foreach (var finding in post.Reading.Findings(post.Post, StoryId.From(story), now))
            {
                db.Add(FindingFeed.Row(finding, story));
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
