using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Readings;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>Counts the stories that a batch touched again from the readings, so that a count cannot drift from what it counts.</summary>
internal static class StoryTally
{
    public static async Task UpdateAsync(DeskContext db, List<long> touched, CancellationToken cancel)
    {
        if (touched.Count == 0)
        {
            return;
        }

        if (!db.IsPostgreSql)
        {
            SqliteStoryTally.Update(db, touched);
            return;
        }

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
