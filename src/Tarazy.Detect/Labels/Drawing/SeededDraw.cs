namespace Tarazy.Detect.Labels.Drawing;

/// <summary>Draws without replacement: every post gets a number from its own number and the day's seed, and the smallest win. Each post is as likely as any other.</summary>
internal static class SeededDraw
{
    public static IReadOnlyList<long> Of(IEnumerable<long> posts, int most, ulong seed)
    {
        var kept = new PriorityQueue<long, ulong>(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
        foreach (var post in posts)
        {
            var number = Mix(Mix(seed) ^ unchecked((ulong)post));
            if (kept.Count < most)
            {
                kept.Enqueue(post, number);
            }
            else if (most > 0)
            {
                kept.EnqueueDequeue(post, number);
            }
        }

        return [.. kept.UnorderedItems.Select(item => item.Element).Order()];
    }

    public static ulong SeedOf(ulong seed, DateOnly day) => Mix(seed) ^ unchecked((ulong)day.DayNumber);

    // splitmix64 (Steele, Lea, Flood 2014)
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
