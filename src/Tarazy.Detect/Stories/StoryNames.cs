using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>A story is named after its first post, so the name is that post's id.</summary>
internal static class StoryNames
{
    /// <summary>The names of the stories that <paramref name="wanted"/> posts tell, from the batch itself or from the saved readings.</summary>
    public static async Task<Dictionary<long, string>> OfAsync(
        DeskContext db, IReadOnlyList<LookedPost> batch, IReadOnlyList<LookedPost> wanted, CancellationToken cancel)
    {
        var stories = wanted.Select(p => p.Story).ToHashSet();
        var names = batch.Where(p => p.First && stories.Contains(p.Seq)).ToDictionary(p => p.Seq, p => p.PostId.Value);
        await AddAsync(db, [.. stories.Where(story => !names.ContainsKey(story))], names, cancel);
        return names;
    }

    public static async Task AddAsync(DeskContext db, List<long> stories, Dictionary<long, string> names, CancellationToken cancel)
    {
        if (stories.Count == 0)
        {
            return;
        }

        var firsts = await db.Set<ReadingRow>().AsNoTracking()
            .Where(r => stories.Contains(r.PostSeq))
            .Select(r => new { r.PostSeq, r.Post })
            .ToListAsync(cancel);
        foreach (var first in firsts)
        {
            names[first.PostSeq] = first.Post;
        }
    }
}
