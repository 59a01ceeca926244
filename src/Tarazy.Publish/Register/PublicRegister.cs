using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Logs;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;

namespace Tarazy.Publish.Register;

/// <summary>The register as the public reads it. Seals and erasures are kept here, and nowhere further out.</summary>
public sealed class PublicRegister(IDbContextFactory<DeskContext> contexts, IPublicLog log, TimeProvider clock)
{
    private const int LargestPage = 200;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Newest first.</summary>
    public async Task<RegisterPage> PageAsync(RegisterFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var today = Today;
        var rows = RegisterSearch.Narrow(db.Set<RegisterRow>().AsNoTracking().Where(r => r.FirstEntry != null), filter, today);
        var total = await rows.CountAsync(cancel);
        var size = Math.Clamp(filter.Size, 1, LargestPage);
        var (skipped, newer) = await AboveAsync(rows, filter.Before, size, cancel);
        var page = await rows.Where(r => filter.Before == null || r.FirstEntry < filter.Before)
            .OrderByDescending(r => r.FirstEntry).Take(size + 1).ToListAsync(cancel);
        var more = page.Count > size;
        var lines = page.Take(size).Select(r => Line(r, today)).ToList();
        return new RegisterPage(lines, total, more ? lines[^1].FirstEntry : null, skipped, newer);
    }

    /// <summary>One notice by its number; null when nothing under that number was ever signed.</summary>
    public async Task<RegisteredNotice?> FindAsync(string number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Set<RegisterRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Number == number && r.FirstEntry != null, cancel);
        if (row is null)
        {
            return null;
        }

        var (today, size) = (Today, log.Checkpoint()?.Size ?? 0);
        var entries = await db.Set<EntryRow>().AsNoTracking().Where(e => e.Subject == row.Notice).OrderBy(e => e.Index).ToListAsync(cancel);
        return new RegisteredNotice(Line(row, today), [.. entries.Select(e => ShownEntry.Of(e, today, size))]);
    }

    /// <summary>The newest entries that the published checkpoint covers, newest first.</summary>
    public async Task<IReadOnlyList<LoggedEntry>> LatestAsync(int count, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (today, covered) = (Today, log.Checkpoint()?.Size ?? 0);
        var entries = await (
            from entry in db.Set<EntryRow>().AsNoTracking()
            join notice in db.Set<RegisterRow>() on entry.Subject equals notice.Notice into notices
            from notice in notices.DefaultIfEmpty()
            join demand in db.Set<DemandRegisterRow>() on entry.Subject equals demand.Demand into demands
            from demand in demands.DefaultIfEmpty()
            where entry.Index < covered
            orderby entry.Index descending
            select new { entry.Index, entry.Type, entry.At, entry.SealedUntil, Number = notice != null ? notice.Number : demand.Number })
            .Take(Math.Clamp(count, 1, LargestPage)).ToListAsync(cancel);
        return [.. entries.Select(e => new LoggedEntry(e.Index, e.Type, e.At, EntryOpening.IsSealed(e.SealedUntil, today) ? null : e.Number))];
    }

    public async Task<RegisterStatistics> CountAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<RegisterRow>().AsNoTracking().Where(r => r.FirstEntry != null)
            .ToListAsync(cancel);
        var today = Today;
        var times = rows.Where(r => r.SentAt is not null && r.AnsweredAt is not null)
            .Select(r => r.AnsweredAt!.Value - r.SentAt!.Value).Order().ToList();
        return new RegisterStatistics(
            InAll: rows.Count,
            Sent: rows.Count(r => r.SentAt is not null),
            Waiting: rows.Count(r => r.SentAt is not null && r.AnsweredAt is null && r.WithdrawnAt is null),
            Outcomes: rows.Where(r => r.Outcome is not null).CountBy(r => r.Outcome!.Value).ToDictionary(),
            MedianTimeToAnswer: Median(times),
            Appeals: rows.Count(r => r.AppealedAt is not null),
            AppealsDecided: rows.Count(r => r.AppealDecidedAt is not null),
            Reversals: rows.Count(r => r.Reversed),
            Withdrawn: rows.Count(r => r.WithdrawnAt is not null),
            Corrected: rows.Count(r => r.CorrectedAt is not null),
            Sealed: rows.Count(r => EntryOpening.IsSealed(r.SealedUntil, today)),
            Erased: rows.Count(r => r.ErasedAt is not null));
    }

    /// <summary>How many notices stand above a page, and where the page above it begins.</summary>
    private static async Task<(int Skipped, long? Newer)> AboveAsync(
        IQueryable<RegisterRow> rows, long? before, int size, CancellationToken cancel)
    {
        if (before is null)
        {
            return (0, null);
        }

        var above = rows.Where(r => r.FirstEntry >= before);
        var skipped = await above.CountAsync(cancel);
        return (skipped, await above.OrderBy(r => r.FirstEntry).Skip(size).Select(r => r.FirstEntry).FirstOrDefaultAsync(cancel));
    }

    private static RegisterLine Line(RegisterRow row, DateOnly today)
    {
        var closed = EntryOpening.IsSealed(row.SealedUntil, today);
        return new RegisterLine(
            row.Number,
            new NoticeId(row.Notice),
            row.FirstEntry!.Value,
            row.SignedAt!.Value,
            row.SentAt,
            row.AnsweredAt,
            closed ? null : row.Outcome,
            row.AppealedAt is not null,
            !closed && row.Reversed,
            row.WithdrawnAt is not null,
            closed ? row.SealedUntil : null,
            row.ErasedAt,
            closed || row.ErasedAt is not null || row.Channel is null ? null : Subject(row),
            row.AppealedAt is not null && row.AppealDecidedAt is null);
    }

    private static RegisterSubject Subject(RegisterRow row) =>
        new(row.Harm!, row.Measure!.Value, row.Clause, row.Jurisdiction, row.Territory, row.Addressee, row.Channel!);

    private static TimeSpan? Median(List<TimeSpan> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
