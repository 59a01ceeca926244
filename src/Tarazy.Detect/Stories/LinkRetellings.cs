using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Analysis.Text;
using Tarazy.Detect.Posts;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Stories;

/// <summary>
/// Links stories that tell the same in other words. It follows behind Detect with a cursor of its own and waits while posts are
/// still to be looked at: findings come first, and a large import is not slowed by what can follow it.
/// </summary>
internal sealed partial class LinkRetellings(
    IFeed<Post> posts, IDbContextFactory<DeskContext> contexts, Cursors cursors, RetellingMemory memory, DetectOptions options, ILogger<LinkRetellings> log)
    : IStageStep, IDisposable
{
    public const string Reader = "retellings";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly FoldedText _text = new();

    public string Name => Reader;

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            var after = await cursors.GetAsync(Reader, cancel);
            var looked = await cursors.GetAsync(DetectPosts.Reader, cancel);
            if (after >= looked || (await posts.ReadAfterAsync(looked, 1, cancel)).Count > 0)
            {
                return false;
            }

            var batch = (await posts.ReadAfterAsync(after, options.BatchSize, cancel)).Where(post => post.Seq <= looked).ToList();
            if (batch.Count == 0)
            {
                return false;
            }

            await TakeAsync(after, batch, cancel);
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task TakeAsync(long after, List<Numbered<Post>> batch, CancellationToken cancel)
    {
        var saved = false;
        try
        {
            var index = await memory.ReadyAsync(after, cancel);
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var firsts = await StoryFirsts.BetweenAsync(db, after, batch[^1].Seq, cancel);
            var rows = batch.Where(post => firsts.Contains(post.Seq)).SelectMany(post => Place(index, post)).ToList();
            saved = await SaveAsync(db, after, batch[^1].Seq, rows, cancel);
            memory.Saved(batch[^1].Seq);
            LogLinked(rows.Count, batch.Count);
        }
        finally
        {
            if (!saved)
            {
                memory.Forget();
            }
        }
    }

    private IEnumerable<RetellingRow> Place(RetellingIndex index, Numbered<Post> post)
    {
        _text.Fold(post.Item.Text);
        var place = index.Place(post.Seq, post.Item.PostedAt, _text);
        return place.Of.Select(other => new RetellingRow { Later = post.Seq, Earlier = other.Post, Group = place.Group, Score = other.Score });
    }

    /// <returns>False when somebody else has moved the cursor meanwhile; nothing is saved then.</returns>
    private static async Task<bool> SaveAsync(DeskContext db, long after, long upTo, List<RetellingRow> rows, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, RetellingRow.Table, cancel);
        if (await Cursors.GetAsync(db, Reader, cancel) != after)
        {
            return false;
        }

        db.AddRange(rows);
        await Cursors.MoveAsync(db, Reader, upTo, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Linked {Links} pairs of stories among {Count} posts.")]
    private partial void LogLinked(int links, int count);
}
