using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Labels.Training;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Detect.Stories;
using Tarazy.Records.Canonical;
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
    ModelsInUse models,
    EventTable<LabelEvent> events,
    IDbContextFactory<DeskContext> contexts,
    LabelOptions options,
    TimeProvider clock,
    ILogger<DrawPosts> log) : IStageStep
{
    private const string Actor = "desk";
    private const int Batch = 1_000;

    // Findings of a rule have a say in what is read first; these wait behind them.
    private const double RankedStrength = 0.5;
    private const double UnsureStrength = 0.2;

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
            .OrderBy(r => r.PostSeq).Select(r => new PoolPost(r.PostSeq, r.Story, r.Language)).ToListAsync(cancel);
        var chosen = await RankAsync(pool, cancel);
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

    /// <summary>What the models in use choose; each label has the same share.</summary>
    private async Task<List<Pick>> RankAsync(List<PoolPost> pool, CancellationToken cancel)
    {
        var picks = new List<Pick>();
        var inUse = await models.AllAsync(cancel);
        if (inUse.Count == 0)
        {
            return picks;
        }

        var scorers = inUse.Select(model => (model, Scorer: new LabelScorer(model.Shelved.Model), Posts: new List<RankedPost>())).ToList();
        var newest = pool.TakeLast(options.MostRanked).ToDictionary(post => post.Seq);
        await foreach (var (seq, post) in TextsAsync(newest.Keys, cancel))
        {
            foreach (var (model, scorer, ranked) in scorers)
            {
                ranked.Add(new RankedPost(seq, newest[seq].Story, scorer.Score(post.Text) - model.Shelved.Card.Threshold));
            }
        }

        var taken = new HashSet<long>();
        var audit = options.AuditADay;
        foreach (var (model, scorer, ranked) in scorers)
        {
            var share = ChoosePosts.Of(ranked, Share(ChoosePosts.RankedShare * audit, scorers.Count), Share(ChoosePosts.UnsureShare * audit, scorers.Count), taken);
            foreach (var (post, how) in share)
            {
                var text = (await posts.ReadAfterAsync(post.Seq - 1, 1, cancel))[0].Item.Text;
                picks.Add(new Pick(post.Seq, how, model, scorer.Words(text)));
            }
        }

        return picks;
    }

    private static int Share(int all, int labels) => Math.Max(1, all / labels);

    private async IAsyncEnumerable<Numbered<Post>> TextsAsync(
        IReadOnlyCollection<long> wanted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (wanted.Count == 0)
        {
            yield break;
        }

        var (at, last) = (wanted.Min() - 1, wanted.Max());
        while (at < last && await posts.ReadAfterAsync(at, Batch, cancel) is { Count: > 0 } batch)
        {
            at = batch[^1].Seq;
            foreach (var post in batch.Where(post => post.Seq <= last && wanted.Contains(post.Seq) && !string.IsNullOrWhiteSpace(post.Item.Text)))
            {
                yield return post;
            }
        }
    }

    private async Task<(Finding Finding, DrawnPost Drawn)> FindingAsync(DeskContext db, Pick pick, DateOnly day, double audit, CancellationToken cancel)
    {
        var reading = await db.Set<ReadingRow>().AsNoTracking().SingleAsync(r => r.PostSeq == pick.Seq, cancel);
        var names = new Dictionary<long, string>();
        await StoryNames.AddAsync(db, [reading.Story], names, cancel);
        var random = pick.Model is null;
        var label = pick.Model?.Label;
        var rule = pick.How switch
        {
            Sampling.Ranked => DrawNames.Ranked(label!),
            Sampling.Uncertain => DrawNames.Unsure(label!),
            _ => DrawNames.AuditRule,
        };
        var version = pick.Model?.Shelved.Card.Version ?? day.ToString("O", CultureInfo.InvariantCulture);
        var post = PostId.From(reading.Post);
        var finding = new Finding(
            FindingId.From(ContentId.Of(post.Value, rule, version)),
            post,
            ChannelId.From(reading.Channel),
            StoryId.From(names[reading.Story]),
            rule,
            version,
            HarmId.From(label ?? DrawNames.Audit),
            random ? "Drawn at random: nothing was found in it" : pick.How == Sampling.Ranked ? $"Much like what this desk decided on as {label}, hint" : $"Not sure whether it is like {label}",
            pick.Words,
            pick.How switch { Sampling.Ranked => RankedStrength, Sampling.Uncertain => UnsureStrength, _ => 0 },
            Shadow: false,
            reading.Language,
            clock.GetUtcNow());
        return (finding, new DrawnPost(post, finding.Id, pick.How, label, random ? audit : 1));
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

    private sealed record PoolPost(long Seq, long Story, string Language);

    private sealed record Pick(long Seq, Sampling How, ModelInUse? Model, IReadOnlyList<Evidence> Words);
}
