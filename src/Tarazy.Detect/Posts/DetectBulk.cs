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
        private LookedPost[] _placed = [];
        private long _before;
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
            _before = before;
            _placed = [.. stored.Select(looked.Stored)];
            await detect._store.SaveAsync(db, before, _placed, index, cancel);
            return true;
        }

        public void Committed() => _committed = true;

        public void Dispose()
        {
            try
            {
                if (_placed.Length > 0 && _committed)
                {
                    detect._stories.Saved(_placed[^1].Seq);
                    Archive();
                }
                else if (_placed.Length > 0)
                {
                    detect._stories.Forget();
                    detect._footers.Forget();
                }
            }
            finally
            {
                // Whatever befalls the archive: it is made up later, and the next turn must not wait for this one.
                detect._steps.Leave();
            }
        }

        private void Archive()
        {
            var archived = ArrayPool<ArchivedPost>.Shared.Rent(_placed.Length);
            try
            {
                for (var i = 0; i < _placed.Length; i++)
                {
                    archived[i] = _placed[i].ToArchived();
                }

                detect._archive.Append(_before, new ArraySegment<ArchivedPost>(archived, 0, _placed.Length));
            }
            finally
            {
                ArrayPool<ArchivedPost>.Shared.Return(archived, clearArray: true);
            }
        }
    }
}
