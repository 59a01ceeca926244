using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity;
using Tarazy.Detect.Readings;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>
/// The story index of this process. It is built from the signatures that were saved, never from texts, so that a post lands in
/// the same story whether or not the desk was started again before it. What could not be saved is forgotten with the whole index.
/// </summary>
internal sealed class StoryMemory(IDbContextFactory<DeskContext> contexts)
{
    private const int PageSize = 20_000;

    private StoryIndex? _index;
    private long _upTo;

    /// <summary>
    /// The index as the saved readings make it. It is brought up to the cursor first, because an import or another process may have
    /// moved that meanwhile.
    /// </summary>
    public async Task<StoryIndex> ReadyAsync(long cursor, CancellationToken cancel)
    {
        if (_index is not null && _upTo == cursor)
        {
            return _index;
        }

        var index = _index ?? new StoryIndex();
        var last = _index is null ? 0 : _upTo;
        _index = null;
        await AddAsync(index, last, cursor, cancel);
        _upTo = cursor;
        return _index = index;
    }

    /// <summary>What was placed is saved, with the cursor at this number.</summary>
    public void Saved(long cursor) => _upTo = cursor;

    /// <summary>Drops what was placed in memory and may not have been saved.</summary>
    public void Forget() => _index = null;

    private async Task AddAsync(StoryIndex index, long last, long cursor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        while (true)
        {
            var page = await db.Set<ReadingRow>().AsNoTracking()
                .Where(r => r.PostSeq > last && r.PostSeq <= cursor).OrderBy(r => r.PostSeq).Take(PageSize)
                .Select(r => new { r.PostSeq, r.Story, r.Mark })
                .ToListAsync(cancel);
            foreach (var reading in page)
            {
                index.Join(reading.PostSeq, reading.Story, reading.Mark);
            }

            if (page.Count < PageSize)
            {
                return;
            }

            last = page[^1].PostSeq;
        }
    }
}
