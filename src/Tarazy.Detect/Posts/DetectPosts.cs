using Microsoft.Extensions.Logging;
using Tarazy.Detect.Archive;
using Tarazy.Detect.Stories;
using Tarazy.Records.Posts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Posts;

/// <summary>
/// Takes the posts behind the cursor, looks at them, places them in stories and saves what was found together with the cursor:
/// a crash before the commit leaves nothing, a crash after it leaves nothing to do.
/// </summary>
internal sealed partial class DetectPosts(
    IFeed<Post> posts,
    Cursors cursors,
    PostLooker looker,
    StoryMemory stories,
    FooterMemory footers,
    DetectBatchStore store,
    TokenArchive archive,
    ILogger<DetectPosts> log)
    : IStageStep, IDisposable
{
    public const string Reader = "detect";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private bool _archiveSeen;

    public string Name => Reader;

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        await EnterAsync(cancel);
        try
        {
            var after = await cursors.GetAsync(Reader, cancel);
            var batch = await posts.ReadAfterAsync(after, looker.BatchSize, cancel);
            if (batch.Count == 0)
            {
                return false;
            }

            await TakeAsync(after, batch, cancel);
            return true;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Waits until no step runs, and lets none begin before <see cref="Leave"/>: there is one story index.</summary>
    public async Task EnterAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (!_archiveSeen)
            {
                archive.CutBack(await cursors.GetAsync(Reader, cancel));
                _archiveSeen = true;
            }
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Leave() => _oneAtATime.Release();

    public void Dispose() => _oneAtATime.Dispose();

    private async Task TakeAsync(long after, IReadOnlyList<Numbered<Post>> batch, CancellationToken cancel)
    {
        var index = await stories.ReadyAsync(after, cancel);
        var saved = false;
        try
        {
            var looked = looker.Look(batch);
            saved = await store.SaveAsync(after, looked, index, cancel);
            if (saved)
            {
                archive.Append(after, [.. looked.Select(post => post.ToArchived())]);
            }
        }
        finally
        {
            if (saved)
            {
                stories.Saved(batch[^1].Seq);
            }
            else
            {
                Forget();
            }
        }

        LogLooked(batch.Count, looked: batch[^1].Seq);
    }

    private void Forget()
    {
        stories.Forget();
        footers.Forget();
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Looked at {Count} posts, up to number {Looked}.")]
    private partial void LogLooked(int count, long looked);
}
