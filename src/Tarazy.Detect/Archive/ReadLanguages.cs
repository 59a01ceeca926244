using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Readings;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Archive;

/// <summary>The languages of posts as the desk read them, by the numbers of the posts.</summary>
internal static class ReadLanguages
{
    public static async Task<Dictionary<long, string>> OfAsync(IDbContextFactory<DeskContext> contexts, long first, long last, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ReadingRow>().Where(r => r.PostSeq >= first && r.PostSeq <= last)
            .ToDictionaryAsync(r => r.PostSeq, r => r.Language, cancel);
    }
}
