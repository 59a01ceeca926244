namespace Tarazy.Detect.Labels.Sentiment;

/// <summary>How long the parts are into which time is cut.</summary>
public enum SentimentStep
{
    Day = 0,

    /// <summary>From Monday to Sunday.</summary>
    Week = 1,
}

/// <summary>What a model said of one post.</summary>
public enum SentimentSaid
{
    Neither = 0,
    Negative = 1,
    Positive = 2,
}

/// <summary>A day or a week of a channel's posts.</summary>
/// <param name="From">Its first day, in the desk's time zone.</param>
/// <param name="Posts">Posts in the language of the model.</param>
/// <param name="Negative">Null where there are too few posts, or the model tells the class too badly.</param>
/// <param name="Positive">See <paramref name="Negative"/>.</param>
public sealed record SentimentBucket(DateOnly From, int Posts, CorrectedShare? Negative, CorrectedShare? Positive)
{
    /// <summary>Of fewer posts than this nothing is shown: the band would say only that nothing is known.</summary>
    public const int FewestPosts = 20;

    /// <summary>Whether it is a gap in the line.</summary>
    public bool TooFew => Posts < FewestPosts;
}

/// <summary>How the posts of a channel in one language are worded over time. A hint; nothing is found, ranked or decided by it.</summary>
/// <param name="Posts">Posts of the buckets.</param>
/// <param name="Buckets">Without a hole, oldest first; those of too few posts are among them.</param>
/// <param name="Earlier">Posts before the first bucket, which were read and have no place in the chart.</param>
public sealed record SentimentLine(SentimentCard Card, SentimentStep Step, int Posts, IReadOnlyList<SentimentBucket> Buckets, int Earlier = 0)
{
    /// <summary>Columns of a chart at most, the newest.</summary>
    private const int MostBuckets = 105;

    internal static SentimentLine Of(SentimentCard card, IReadOnlyList<(DateOnly Day, SentimentSaid Said)> posts, SentimentStep? asked)
    {
        var step = asked ?? StepFor(posts);
        var said = posts.ToLookup(post => First(post.Day, step), post => post.Said);
        if (said.Count == 0)
        {
            return new SentimentLine(card, step, 0, []);
        }

        var length = step == SentimentStep.Week ? 7 : 1;
        var (first, last) = (said.Min(bucket => bucket.Key), said.Max(bucket => bucket.Key));
        var count = Math.Min(MostBuckets, ((last.DayNumber - first.DayNumber) / length) + 1);
        var days = Enumerable.Range(0, count).Select(i => last.AddDays((i + 1 - count) * length));
        SentimentBucket[] buckets = [.. days.Select(from => Bucket(card, from, [.. said[from]]))];
        var shown = buckets.Sum(bucket => bucket.Posts);
        return new SentimentLine(card, step, shown, buckets, posts.Count - shown);
    }

    /// <summary>Days, if most days that have posts have enough of them and fit the chart; else weeks.</summary>
    private static SentimentStep StepFor(IReadOnlyList<(DateOnly Day, SentimentSaid Said)> posts)
    {
        var days = posts.CountBy(post => post.Day).ToList();
        return days.Count > 0
            && days.Count(day => day.Value >= SentimentBucket.FewestPosts) * 2 > days.Count
            && days.Max(day => day.Key.DayNumber) - days.Min(day => day.Key.DayNumber) < MostBuckets ? SentimentStep.Day : SentimentStep.Week;
    }

    private static DateOnly First(DateOnly day, SentimentStep step) =>
        step == SentimentStep.Week ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : day;

    private static SentimentBucket Bucket(SentimentCard card, DateOnly from, SentimentSaid[] said) => new(
        from,
        said.Length,
        Share(said, SentimentSaid.Negative, card.Negative),
        Share(said, SentimentSaid.Positive, card.Positive));

    private static CorrectedShare? Share(SentimentSaid[] said, SentimentSaid which, MeasuredClass measured) =>
        said.Length < SentimentBucket.FewestPosts || !measured.CanCorrect ? null : CorrectedShare.Of(said.Count(one => one == which), said.Length, measured);
}
