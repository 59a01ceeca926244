using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Records.Demands;
using Tarazy.Storage.Contexts;

namespace Tarazy.Publish.Demands;

/// <summary>Demands as the public reads them. Seals and erasures are kept here, and nowhere further out.</summary>
public sealed class PublicDemands(IDbContextFactory<DeskContext> contexts, IPublicLog log, TimeProvider clock)
{
    private const int LargestPage = 200;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Newest first.</summary>
    public async Task<DemandPage> PageAsync(DemandFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var today = Today;
        var rows = Narrow(db.Set<DemandRegisterRow>().AsNoTracking(), filter, today);
        var total = await rows.CountAsync(cancel);
        var size = Math.Clamp(filter.Size, 1, LargestPage);
        var page = await rows.Where(r => filter.Before == null || r.FirstEntry < filter.Before)
            .OrderByDescending(r => r.FirstEntry).Take(size + 1).ToListAsync(cancel);
        var lines = page.Take(size).Select(r => Line(r, today)).ToList();
        return new DemandPage(lines, total, page.Count > size ? lines[^1].FirstEntry : null);
    }

    /// <summary>One demand by its number; null when nothing under that number ever came.</summary>
    public async Task<RegisteredDemand?> FindAsync(string number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<DemandRegisterRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, cancel) is not { } row)
        {
            return null;
        }

        var (today, size) = (Today, log.Checkpoint()?.Size ?? 0);
        var entries = await db.Set<EntryRow>().AsNoTracking().Where(e => e.Subject == row.Demand).OrderBy(e => e.Index).ToListAsync(cancel);
        return new RegisteredDemand(Line(row, today), [.. entries.Select(e => ShownEntry.Of(e, today, size))]);
    }

    public async Task<DemandFigures> CountAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<DemandRegisterRow>().AsNoTracking().ToListAsync(cancel);
        var (today, now, received) = (Today, clock.GetUtcNow(), rows.Count);

        // What became of a sealed demand would follow from the totals, less those that can be read.
        var shut = rows.RemoveAll(r => EntryOpening.IsSealed(r.SealedUntil, today));
        var times = rows.Where(r => r.AnsweredAt is not null).Select(r => r.AnsweredAt!.Value - r.ReceivedAt).Order().ToList();
        int Of(DemandOutcome outcome) => rows.Count(r => r.Outcome == outcome && r.WithdrawnAt is null);
        return new DemandFigures(
            Received: received,
            Open: rows.Count(r => r.Outcome is null && r.WithdrawnAt is null),
            Complied: Of(DemandOutcome.Complied),
            CompliedInPart: Of(DemandOutcome.CompliedInPart),
            Narrowed: rows.Count(r => r.Narrowed),
            Refused: Of(DemandOutcome.Refused),
            Withdrawn: rows.Count(r => r.WithdrawnAt is not null),
            Sealed: shut,
            Late: rows.Count(r => IsLate(r, now)),
            MedianToAnswer: times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2);
    }

    private static IQueryable<DemandRegisterRow> Narrow(IQueryable<DemandRegisterRow> rows, DemandFilter filter, DateOnly today)
    {
        if (filter.Standing == DemandStanding.Sealed)
        {
            rows = rows.Where(r => r.SealedUntil > today);
        }
        else if (filter.Standing is not null || filter.Kind is not null || filter.Jurisdiction is not null)
        {
            rows = rows.Where(r => r.SealedUntil == null || r.SealedUntil <= today);
        }

        rows = filter.Standing switch
        {
            DemandStanding.Open => rows.Where(r => r.Outcome == null && r.WithdrawnAt == null),
            DemandStanding.Complied => rows.Where(r => r.Outcome == DemandOutcome.Complied && r.WithdrawnAt == null),
            DemandStanding.CompliedInPart => rows.Where(r => r.Outcome == DemandOutcome.CompliedInPart && r.WithdrawnAt == null),
            DemandStanding.Refused => rows.Where(r => r.Outcome == DemandOutcome.Refused && r.WithdrawnAt == null),
            DemandStanding.Noted => rows.Where(r => r.Outcome == DemandOutcome.Noted && r.WithdrawnAt == null),
            DemandStanding.Withdrawn => rows.Where(r => r.WithdrawnAt != null),
            _ => rows,
        };
        return rows.Where(r => (filter.Kind == null || r.Kind == filter.Kind) && (filter.Jurisdiction == null || r.Jurisdiction == filter.Jurisdiction));
    }

    private DemandLine Line(DemandRegisterRow row, DateOnly today)
    {
        var closed = EntryOpening.IsSealed(row.SealedUntil, today);
        return new DemandLine(
            row.Number,
            row.FirstEntry,
            closed ? DemandStanding.Sealed : StandingOf(row),
            closed ? null : row.ReceivedAt,
            closed ? null : row.DueAt,
            closed ? null : row.AnsweredAt,
            !closed && row.Narrowed,
            !closed && row.ObjectionOpen,
            !closed && row.Reversed,
            !closed && IsLate(row, clock.GetUtcNow()),
            closed ? row.SealedUntil : null,
            row.ErasedAt,
            closed || row.Issuer is null ? null : new DemandAsked(row.Issuer, row.IssuerKind, row.Jurisdiction, row.Kind, row.AddressedTo));
    }

    private static DemandStanding StandingOf(DemandRegisterRow row) => row switch
    {
        { WithdrawnAt: not null } => DemandStanding.Withdrawn,
        { Outcome: DemandOutcome.Complied } => DemandStanding.Complied,
        { Outcome: DemandOutcome.CompliedInPart } => DemandStanding.CompliedInPart,
        { Outcome: DemandOutcome.Refused } => DemandStanding.Refused,
        { Outcome: DemandOutcome.Noted } => DemandStanding.Noted,
        _ => DemandStanding.Open,
    };

    private static bool IsLate(DemandRegisterRow row, DateTimeOffset now) =>
        row.DueAt is { } due && row.WithdrawnAt is null && (row.AnsweredAt ?? now) > due;
}
