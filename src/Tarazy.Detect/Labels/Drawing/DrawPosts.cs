using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Detect.Stories;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Labels.Drawing;

/// <summary>
/// Once a day brings posts before people that no rule found: some at random, so that the desk learns what it misses and what harmless
/// posts look like, and some that the models in use rank first or are unsure of. Each becomes a finding that says how it was drawn.
/// It decides nothing, and the day's share of each kind is fixed.
/// </summary>
internal sealed partial class DrawPosts(
    IFeed<Post> posts,
    Cursors cursors,
    LabelBookKeeper books,
    RankPool ranking,
    EventTable<LabelEvent> events,
    IDbContextFactory<DeskContext> contexts,
    LabelOptions options,
    TimeProvider clock,
    ILogger<DrawPosts> log) : IStageStep
{
    private const string Actor = "desk";

    private DateOnly _done;

    public string Name => "draw";

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var looked = options.AuditADay == 0 || _done == today ? 0 : await cursors.GetAsync(DetectPosts.Reader, cancel);

        // A draw from half of an import would not be a draw of the day.
        if (looked == 0 || (await posts.ReadAfterAsync(looked, 1, cancel)).Count > 0)
        {
            return false;
        }

        var last = (await books.ReadyAsync(cancel)).LastDraw;
        if (last is null || last.Day < today)
        {
            // The first day only says from where on to count: what has just been imported is drawn from when it has all been looked at.
            await SaveAsync(last is null ? new Draw(new PostsDrawn(today, 0, 0, []), []) : await DrawAsync(today, last.UpTo, looked, cancel), cancel);
        }

        _done = today;
        return false;
    }

    private async Task<Draw> DrawAsync(DateOnly day, long after, long upTo, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = db.Set<FindingRow>().Where(f => !f.Shadow).Select(f => f.Post);
        var pool = await db.Set<ReadingRow>().AsNoTracking()
            .Where(r => r.PostSeq > after && r.PostSeq <= upTo && !found.Contains(r.Post))
            .OrderBy(r => r.PostSeq).Select(r => new PoolPost(r.PostSeq, r.Story)).ToListAsync(cancel);
        var chosen = await ranking.OfAsync(pool, cancel);
        var left = pool.Select(post => post.Seq).Except(chosen.Select(one => one.Seq)).ToList();
        var audit = SeededDraw.Of(left, options.AuditADay, SeededDraw.SeedOf(options.Seed, day));
        var probability = left.Count == 0 ? 0 : (double)audit.Count / left.Count;
        var findings = new List<(Finding, DrawnPost)>();
        foreach (var pick in chosen.Concat(audit.Select(seq => new Pick(seq, Sampling.Audit, null, []))))
        {
            findings.Add(await FindingAsync(db, pick, day, probability, cancel));
        }

        return new Draw(new PostsDrawn(day, upTo, left.Count, [.. findings.Select(one => one.Item2)]), [.. findings.Select(one => one.Item1)]);
    }

    private async Task<(Finding Finding, DrawnPost Drawn)> FindingAsync(DeskContext db, Pick pick, DateOnly day, double audit, CancellationToken cancel)
    {
        var reading = await db.Set<ReadingRow>().AsNoTracking().SingleAsync(r => r.PostSeq == pick.Seq, cancel);
        var names = new Dictionary<long, string>();
        await StoryNames.AddAsync(db, [reading.Story], names, cancel);
        var finding = DrawnFinding.Of(pick, reading, StoryId.From(names[reading.Story]), day, clock.GetUtcNow());
        return (finding, new DrawnPost(finding.Post, finding.Id, pick.How, pick.Model?.Label, pick.Model is null ? audit : 1));
    }

    private async Task SaveAsync(Draw draw, CancellationToken cancel)
    {
        var fresh = false;
        await events.ActAsync(
            "draw:" + draw.Event.Day.ToString("O", CultureInfo.InvariantCulture),
            Actor,
            (_, history) =>
            {
                // Another process may have drawn meanwhile; a day is drawn once.
                fresh = history.Count == 0;
                return Task.FromResult<Outcome<LabelEvent[]>>(fresh ? new LabelEvent[] { draw.Event } : []);
            },
            async (db, _) =>
            {
                if (fresh && draw.Findings.Count > 0)
                {
                    await AppendLock.TakeAsync(db, FindingRow.Table, cancel);
                    db.AddRange(draw.Findings.Select(finding => FindingFeed.Row(finding, finding.Story!.Value.Value)));
                }
            },
            cancel);
        LogDrawn(draw.Findings.Count, draw.Event.Pool);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Drew {Count} posts; the random ones from {Pool} without a finding.")]
    private partial void LogDrawn(int count, int pool);

    private sealed record Draw(PostsDrawn Event, IReadOnlyList<Finding> Findings);
}
