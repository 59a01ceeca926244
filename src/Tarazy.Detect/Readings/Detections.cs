using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Stories;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Readings;

/// <summary>What pages and the API may ask about posts that were looked at.</summary>
public sealed class Detections
{
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly IPostNumbers _numbers;

    public Detections(IDbContextFactory<DeskContext> contexts, IPostNumbers numbers) => (_contexts, _numbers) = (contexts, numbers);

    /// <summary>The findings that exist among those asked for, in the order they were made.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(IReadOnlyCollection<FindingId> ids, CancellationToken cancel)
    {
        var wanted = ids.Select(i => i.Value).ToList();
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<FindingRow>().Where(f => wanted.Contains(f.Id)).OrderBy(f => f.Seq).Select(f => f.Payload).ToListAsync(cancel);
        return [.. rows.Select(FindingFeed.Read)];
    }

    /// <summary>What was found in one post, by shadow rules too.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsOfAsync(PostId post, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<FindingRow>().Where(f => f.Post == post.Value).OrderBy(f => f.Seq).Select(f => f.Payload).ToListAsync(cancel);
        return [.. rows.Select(FindingFeed.Read)];
    }

    /// <summary>Null when the desk has not looked at the post yet.</summary>
    public async Task<Reading?> ReadingAsync(PostId post, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        if (await RowAsync(db, post, cancel) is not { } row)
        {
            return null;
        }

        var first = await db.Set<ReadingRow>().Where(r => r.PostSeq == row.Story).Select(r => r.Post).SingleAsync(cancel);
        return new Reading(post, ChannelId.From(row.Channel), row.Language, row.Sure, StoryId.From(first), row.Similarity, row.PostedAt);
    }

    /// <summary>Null when no post of that name began a story.</summary>
    public async Task<Story?> StoryAsync(StoryId story, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        if (await db.Set<StoryRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == story.Value, cancel) is { } told)
        {
            return told.Read();
        }

        return await FirstOfAsync(db, story, cancel) is not { } only ? null : new Story(story, PostId.From(only.Post), only.PostedAt, only.PostedAt, 1, 1);
    }

    /// <summary>The stories that travelled farthest: most channels first, then most posts.</summary>
    public async Task<IReadOnlyList<Story>> WidestStoriesAsync(int most, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<StoryRow>().AsNoTracking()
            .OrderByDescending(s => s.Channels).ThenByDescending(s => s.Posts).ThenBy(s => s.Number)
            .Take(most).ToListAsync(cancel);
        return [.. rows.Select(r => r.Read())];
    }

    /// <summary>The posts of a story in the order they were published, each with its likeness to the first.</summary>
    public async Task<IReadOnlyList<StoryMember>> MembersAsync(StoryId story, int most, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        if (await FirstOfAsync(db, story, cancel) is not { } first)
        {
            return [];
        }

        var rows = await db.Set<ReadingRow>().AsNoTracking()
            .Where(r => r.Story == first.PostSeq)
            .OrderBy(r => r.PostedAt).ThenBy(r => r.PostSeq)
            .Take(most).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new StoryMember(
                PostId.From(r.Post),
                ChannelId.From(r.Channel),
                r.PostedAt,
                r.Language,
                r.PostSeq == first.PostSeq ? 1 : StoryMark.Likeness(first.Mark, r.Mark))),
        ];
    }

    public async Task<DetectCounts> CountsAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var languages = await db.Set<ReadingRow>().GroupBy(r => r.Language)
            .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var rules = await db.Set<FindingRow>().GroupBy(f => new { f.Rule, f.Shadow })
            .Select(g => new { g.Key.Rule, g.Key.Shadow, Count = g.LongCount() }).ToListAsync(cancel);
        var told = await db.Set<StoryRow>().LongCountAsync(cancel);
        var counted = rules
            .Select(r => new RuleCount(r.Rule, r.Shadow, r.Count))
            .OrderByDescending(r => r.Findings).ThenBy(r => r.Rule, StringComparer.Ordinal);
        return new DetectCounts(languages.Values.Sum(), told, languages, [.. counted]);
    }

    private async Task<ReadingRow?> FirstOfAsync(DeskContext db, StoryId story, CancellationToken cancel) =>
        await RowAsync(db, PostId.From(story.Value), cancel) is { } row && row.Story == row.PostSeq ? row : null;

    private async Task<ReadingRow?> RowAsync(DeskContext db, PostId post, CancellationToken cancel) =>
        await _numbers.NumberAsync(db, post, cancel) is { } number
            ? await db.Set<ReadingRow>().AsNoTracking().SingleOrDefaultAsync(r => r.PostSeq == number, cancel)
            : null;
}

/// <summary>What one post reads like.</summary>
/// <param name="Language"><c>und</c> when unsure.</param>
/// <param name="Similarity">To the nearest earlier post of its story; 0 for the first.</param>
public sealed record Reading(
    PostId Post, ChannelId Channel, string Language, bool Sure, StoryId Story, double Similarity, DateTimeOffset PostedAt);

/// <summary>Posts that say nearly the same.</summary>
/// <param name="First">The post that the desk saw first; the story has its name.</param>
/// <param name="FirstAt">When its earliest post was published.</param>
public sealed record Story(StoryId Id, PostId First, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Posts, int Channels);

/// <param name="Likeness">Estimated share of common three-word runs with the story's first post, 0 to 1.</param>
public sealed record StoryMember(PostId Post, ChannelId Channel, DateTimeOffset PostedAt, string Language, double Likeness);

/// <param name="Stories">Told by two posts or more.</param>
/// <param name="Languages">Posts by language code.</param>
/// <param name="Rules">Most findings first.</param>
public sealed record DetectCounts(long Posts, long Stories, IReadOnlyDictionary<string, long> Languages, IReadOnlyList<RuleCount> Rules);

public sealed record RuleCount(string Rule, bool Shadow, long Findings);
