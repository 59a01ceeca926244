using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Review.Opening;

/// <summary>
/// Opens a case for each story or post that has a finding, and lets later findings join it while it is open. A finding on
/// something that a person already closed joins that case's story quietly: the same words are not put before people twice.
/// </summary>
internal sealed partial class OpenCases(
    IFeed<Finding> findings,
    EventTable<CaseEvent> events,
    Cursors cursors,
    IDbContextFactory<DeskContext> contexts,
    IOptions<ReviewOptions> options,
    TimeProvider clock,
    ILogger<OpenCases> log) : IStageStep
{
    private const string Reader = "review";
    private const string Desk = "desk";
    private const int Batch = 200;

    public string Name => "review";

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        var batch = await findings.ReadAfterAsync(await cursors.GetAsync(Reader, cancel), Batch, cancel);
        foreach (var (seq, finding) in batch)
        {
            if (!await TakeAsync(seq, finding, cancel))
            {
                return false;
            }
        }

        return batch.Count == Batch;
    }

    /// <returns>False when the day's quota is used up; the finding stays where it is.</returns>
    private async Task<bool> TakeAsync(long seq, Finding finding, CancellationToken cancel)
    {
        var subject = await SubjectOfAsync(finding, cancel);
        var outcome = await events.ActAsync(
            subject.Value,
            Desk,
            (db, history) => DecideAsync(db, subject, finding, CaseState.Fold(history), cancel),
            async (db, whole) =>
            {
                await Cursors.MoveAsync(db, Reader, seq, cancel);
                if (whole.Count > 0)
                {
                    await CaseActions.ProjectAsync(db, CaseState.Fold(whole)!, cancel);
                }
            },
            cancel);
        if (outcome.Ok)
        {
            return true;
        }

        QuotaReached(log, options.Value.CasesADay);
        return false;
    }

    /// <summary>A story is one case, however many posts it has; a post without a story is a case of its own.</summary>
    private async Task<CaseId> SubjectOfAsync(Finding finding, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var story = finding.Story?.Value;
        var post = finding.Post.Value;
        var harm = finding.Harm.Value;
        var known = await db.Set<CaseRow>()
            .Where(c => c.Harm == harm && (c.Post == post || (story != null && c.Story == story)))
            .OrderByDescending(c => c.OpenedAt)
            .Select(c => c.Id)
            .FirstOrDefaultAsync(cancel);
        return new CaseId(known ?? "case:" + ContentId.Of(finding.Id.Value));
    }

    private async Task<Outcome<CaseEvent[]>> DecideAsync(
        DeskContext db, CaseId subject, Finding finding, CaseState? state, CancellationToken cancel)
    {
        if (finding.Shadow || (state is not null && state.Findings.Contains(finding.Id)))
        {
            return Array.Empty<CaseEvent>();
        }

        if (state is not null)
        {
            return new CaseEvent[] { new FindingJoined(subject, finding.Id, finding.Post) };
        }

        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (await db.Set<CaseRow>().CountAsync(c => c.OpenedAt >= today, cancel) >= options.Value.CasesADay)
        {
            return new DayIsFull(options.Value.CasesADay);
        }

        var priority = PriorityOf(finding);
        return new CaseEvent[]
        {
            new CaseOpened(
                subject,
                await YearNumber.NextAsync(db.Set<CaseRow>().Select(c => c.Number), 'C', now.Year, cancel),
                finding.Post,
                finding.Channel,
                finding.Story,
                finding.Id,
                finding.Harm,
                finding.Summary,
                priority,
                finding.Language,
                now + DueIn(priority)),
        };
    }

    private static Priority PriorityOf(Finding finding) => finding.Strength switch
    {
        >= 0.75 => Priority.High,
        >= 0.45 => Priority.Medium,
        _ => Priority.Low,
    };

    private TimeSpan DueIn(Priority priority) => priority switch
    {
        Priority.High => options.Value.DueHigh,
        Priority.Medium => options.Value.DueMedium,
        _ => options.Value.DueLow,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Findings wait: {Quota} cases were opened today without a person, which is the daily quota.")]
    private static partial void QuotaReached(ILogger log, int quota);
}

/// <summary>Automatic steps have a daily quota. Past it they stop and tell a person.</summary>
internal sealed record DayIsFull(int Quota) : Refusal
{
    public override string Code => "day-is-full";

    public override string Says => $"{Quota} cases were opened today without a person; the rest waits.";

    public override IReadOnlyList<object> Facts => [Quota];
}
