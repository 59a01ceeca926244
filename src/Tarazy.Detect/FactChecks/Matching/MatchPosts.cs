using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Claims;
using Tarazy.Analysis.Text;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.FactChecks.Matching;

/// <summary>
/// Compares the posts that began a story, and edits, with the fact-checks, behind the step that makes readings. When fact-checks
/// change it goes back some days, because a check is always published after what it checks.
/// </summary>
internal sealed partial class MatchPosts(
    IFeed<Post> posts,
    Cursors cursors,
    FactCheckMemory memory,
    MatchStore store,
    IDbContextFactory<DeskContext> contexts,
    FactCheckOptions options,
    TimeProvider clock,
    ILogger<MatchPosts> log) : IStageStep
{
    private const int MostOfPost = 3;

    private readonly FoldedText _text = new();
    private (FactCheckShelf Shelf, ClaimMatcher Matcher)? _matcher;

    public string Name => "fact-checks";

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        var shelf = await memory.ReadyAsync(cancel);
        var until = await cursors.GetAsync(DetectPosts.Reader, cancel);
        var progress = await ProgressAsync(shelf.Revision, cancel);
        if (shelf.Checks.Count == 0)
        {
            await MoveAsync(shelf.Revision, until, cancel);
            return false;
        }

        var batch = (await posts.ReadAfterAsync(progress, options.BatchSize, cancel)).Where(p => p.Seq <= until).ToList();
        if (batch.Count == 0)
        {
            return false;
        }

        foreach (var suggestion in Compare(batch, await StoriesAsync(batch, cancel), shelf))
        {
            if (!await RoomAsync(cancel))
            {
                LogFull(options.SuggestionsADay);
                return false;
            }

            await store.SuggestAsync(suggestion, cancel);
        }

        await MoveAsync(shelf.Revision, batch[^1].Seq, cancel);
        return true;
    }

    private List<MatchSuggested> Compare(List<Numbered<Post>> batch, Dictionary<long, (string Story, string Language)> stories, FactCheckShelf shelf)
    {
        var matcher = MatcherOf(shelf);
        var found = new List<MatchSuggested>();
        foreach (var (seq, post) in batch)
        {
            if (!stories.TryGetValue(seq, out var reading))
            {
                continue;
            }

            _text.Fold(post.Text);
            foreach (var match in matcher.Look(_text, MostOfPost))
            {
                var check = shelf.Checks[match.Document];

                // Who links to the fact-check spreads the check and not the claim.
                if (check.Url is null || !post.Links.Contains(check.Url) && !post.Text.Contains(check.Url, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(new MatchSuggested(
                        "match:" + ContentId.Of(check.Id, reading.Story), check.Id, StoryId.From(reading.Story), post.Id, post.Channel,
                        reading.Language, Math.Round(match.Probability, 4), match.Shared, check.Publisher, check.Rating));
                }
            }
        }

        return found;
    }

    private ClaimMatcher MatcherOf(FactCheckShelf shelf)
    {
        if (_matcher is not { } known || known.Shelf != shelf)
        {
            known = (shelf, new ClaimMatcher(shelf.Index, memory.RankerInUse));
            _matcher = known;
        }

        return known.Matcher;
    }

    /// <summary>The story and language of those posts of a batch that are worth comparing: copies say what the first said.</summary>
    private async Task<Dictionary<long, (string Story, string Language)>> StoriesAsync(List<Numbered<Post>> batch, CancellationToken cancel)
    {
        var (first, last) = (batch[0].Seq, batch[^1].Seq);
        var edits = batch.Where(p => p.Item.Replaces is not null).Select(p => p.Seq).ToHashSet();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var readings = await db.Set<ReadingRow>().AsNoTracking()
            .Where(r => r.PostSeq >= first && r.PostSeq <= last)
            .Select(r => new { r.PostSeq, r.Post, r.Story, r.Language }).ToListAsync(cancel);
        var wanted = readings.Where(r => r.Story == r.PostSeq || edits.Contains(r.PostSeq)).ToList();
        var numbers = wanted.Select(r => r.Story).Distinct().ToList();
        var names = await db.Set<ReadingRow>().AsNoTracking()
            .Where(r => numbers.Contains(r.PostSeq)).ToDictionaryAsync(r => r.PostSeq, r => r.Post, cancel);
        return wanted.ToDictionary(r => r.PostSeq, r => (names[r.Story], r.Language));
    }

    /// <summary>Automatic steps have a daily quota. Past it they stop and tell a person; the posts stay where they are.</summary>
    private async Task<bool> RoomAsync(CancellationToken cancel)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<FactCheckMatchRow>().CountAsync(m => m.SuggestedAt >= today, cancel) < options.SuggestionsADay;
    }

    /// <returns>The post after which to go on: some days back when the fact-checks have changed.</returns>
    private async Task<long> ProgressAsync(long revision, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Set<FactCheckProgressRow>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (row is not null && row.Revision == revision)
        {
            return row.PostSeq;
        }

        var from = clock.GetUtcNow() - TimeSpan.FromDays(options.LookBackDays);
        var back = await db.Set<ReadingRow>().Where(r => r.PostedAt >= from).MinAsync(r => (long?)r.PostSeq, cancel);
        return Math.Min(back - 1 ?? long.MaxValue, row?.PostSeq ?? 0);
    }

    private async Task MoveAsync(long revision, long seq, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Set<FactCheckProgressRow>().SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            db.Add(row = new FactCheckProgressRow());
        }

        (row.Revision, row.PostSeq) = (revision, seq);
        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Posts wait to be compared: {Quota} matches were suggested today, which is the daily quota.")]
    private partial void LogFull(int quota);
}
