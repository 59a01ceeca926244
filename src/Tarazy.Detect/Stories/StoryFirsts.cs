using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Readings;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>Which posts began a story: of posts that say nearly the same only the first is compared with other stories.</summary>
internal static class StoryFirsts
{
    public static async Task<HashSet<long>> BetweenAsync(DeskContext db, long after, long last, CancellationToken cancel) =>
        [.. await db.Set<ReadingRow>().AsNoTracking().Where(row => row.PostSeq > after && row.PostSeq <= last && row.Story == row.PostSeq).Select(row => row.PostSeq).ToListAsync(cancel)];
}
