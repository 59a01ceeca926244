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

    /// <summary>The index as the saved readings make it.</summary>
    public async Task<StoryIndex> ReadyAsync(CancellationToken cancel) => _index ??= await BuildAsync(cancel);

    /// <summary>Drops what was placed in memory and may not have been saved.</summary>
    public void Forget() => _index = null;

    private async Task<StoryIndex> BuildAsync(CancellationToken cancel)
    {
        var index = new StoryIndex();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var last = 0L;
        while (true)
        {
            var page = await db.Set<ReadingRow>().AsNoTracking()
                .Where(r => r.PostSeq > last).OrderBy(r => r.PostSeq).Take(PageSize)
                .Select(r => new { r.PostSeq, r.Story, r.Mark })
                .ToListAsync(cancel);
            foreach (var reading in page)
            {
                index.Join(reading.PostSeq, reading.Story, reading.Mark);
            }

            if (page.Count < PageSize)
            {
                return index;
            }

            last = page[^1].PostSeq;
        }
    }
}
