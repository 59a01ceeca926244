using System.Buffers;
using Tarazy.Detect.Archive;
using Tarazy.Detect.Stories;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Posts;

/// <summary>
/// Reads posts while they are being stored and saves in their transaction what <see cref="DetectPosts"/> would save later: the same
/// rows, with the same cursor, so that nobody can tell by which road a post came.
/// </summary>
internal sealed class DetectBulk(
    DetectPosts steps, Cursors cursors, PostLooker looker, StoryMemory stories, FooterMemory footers, DetectBatchStore store, TokenArchive archive) : IBulkReader
{
    private readonly DetectPosts _steps = steps;
    private readonly StoryMemory _stories = stories;
    private readonly FooterMemory _footers = footers;
    private readonly DetectBatchStore _store = store;
    private readonly TokenArchive _archive = archive;

    public async Task CatchUpAsync(CancellationToken cancel)
    {
        while (await _steps.StepAsync(cancel))
        {
            // Posts of an import that was broken off, or made without this stage.
        }
    }

    public BulkReading Read(PostBlock posts)
    {
        var looked = new LookedBlock(posts);
        looker.Look(posts, looked);
        return looked;
    }

    public async Task<IBulkTurn> TurnAsync(CancellationToken cancel)
    {
        await _steps.EnterAsync(cancel);
        try
        {
            // What may take long is done before the transaction, which everybody else who writes waits for.
            await _stories.ReadyAsync(await cursors.GetAsync(DetectPosts.Reader, cancel), cancel);
            return new Turn(this);
        }
        catch
        {
            _steps.Leave();
            throw;
        }
    }

    private sealed class Turn(DetectBulk detect) : IBulkTurn
    {
        private ArraySegment<ArchivedPost> _looked = [];
        private long _before;
        private long _placed;
        private bool _committed;

        public async Task<bool> SaveAsync(
            DeskContext db, BulkReading reading, long before, IReadOnlyList<StoredPost> stored, CancellationToken cancel)
        {
            if (!await DetectBatchStore.ClaimAsync(db, before, cancel))
            {
                return false;
            }

            var looked = (LookedBlock)reading;
            var index = await detect._stories.ReadyAsync(before, cancel);
            _placed = stored[^1].Seq;
            LookedPost[] posts = [.. stored.Select(looked.Stored)];
            await detect._store.SaveAsync(db, before, posts, index, cancel);
            _before = before;
            _looked = Archived(posts); // the block may be filled again before the commit is heard of
            return true;
        }

        public void Committed() => _committed = true;

        public void Dispose()
        {
            try
            {
                if (_placed > 0 && _committed)
                {
                    detect._stories.Saved(_placed);
                    detect._archive.Append(_before, _looked);
                }
                else if (_placed > 0)
                {
                    detect._stories.Forget();
                    detect._footers.Forget();
                }
            }
            finally
            {
                // Whatever befalls the archive: it is made up later, and the next turn must not wait for this one.
                ArrayPool<ArchivedPost>.Shared.Return(_looked.Array ?? [], clearArray: true);
                detect._steps.Leave();
            }
        }

        private static ArraySegment<ArchivedPost> Archived(LookedPost[] posts)
        {
            var archived = ArrayPool<ArchivedPost>.Shared.Rent(posts.Length);
            for (var i = 0; i < posts.Length; i++)
            {
                archived[i] = posts[i].ToArchived();
            }

            return new ArraySegment<ArchivedPost>(archived, 0, posts.Length);
        }
    }
}
