using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>Counts the stories that a batch touched again from the readings, so that a count cannot drift from what it counts.</summary>
internal static class StoryTally
{
    /// <summary>Counts the stories of those posts of a batch that did not begin one, whose readings are written already.</summary>
    public static async Task UpdateAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        var stories = Touched(batch);
        if (stories.Count == 0)
        {
            return;
        }

        if (!db.IsPostgreSql)
        {
            SqliteStoryTally.Update(db, stories.Values);
            return;
        }

        await RecountAsync(db, [.. stories.Keys], cancel);
    }

    private static Dictionary<long, TouchedStory> Touched(IReadOnlyList<LookedPost> batch)
    {
        var stories = new Dictionary<long, TouchedStory>();
        foreach (var post in batch)
        {
            if (!post.First)
            {
                ref var story = ref CollectionsMarshal.GetValueRefOrAddDefault(stories, post.Story, out var known);
                story = known
                    ? story with { FirstAt = Math.Min(story.FirstAt, post.PostedAt), LastAt = Math.Max(story.LastAt, post.PostedAt) }
                    : new TouchedStory(post.Story, post.PostedAt, post.PostedAt);
            }
        }

        return stories;
    }

    private static async Task RecountAsync(DeskContext db, List<long> touched, CancellationToken cancel)
    {
        var counts = await db.Set<ReadingRow>().AsNoTracking()
            .Where(r => touched.Contains(r.Story))
            .GroupBy(r => r.Story)
            .Select(g => new
            {
                Story = g.Key,
                Posts = g.Count(),
                Channels = g.Select(r => r.Channel).Distinct().Count(),
                FirstAt = g.Min(r => r.PostedAt),
                LastAt = g.Max(r => r.PostedAt),
            })
            .ToListAsync(cancel);
        var rows = await db.Set<StoryRow>().Where(s => touched.Contains(s.Number)).ToDictionaryAsync(s => s.Number, cancel);
        var names = new Dictionary<long, string>();
        await StoryNames.AddAsync(db, [.. touched.Where(story => !rows.ContainsKey(story))], names, cancel);
        foreach (var count in counts)
        {
            if (!rows.TryGetValue(count.Story, out var row))
            {
                row = new StoryRow { Number = count.Story, Id = names[count.Story] };
                db.Add(row);
            }

            row.Posts = count.Posts;
            row.Channels = count.Channels;
            row.FirstAt = count.FirstAt;
            row.LastAt = count.LastAt;
        }
    }
}

/// <summary>A story that posts of a batch joined, and the times of these posts in milliseconds since 1970.</summary>
internal readonly record struct TouchedStory(long Number, long FirstAt, long LastAt);
