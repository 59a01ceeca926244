using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Publish.Receipts;

internal sealed class EntryReceipts(IDbContextFactory<DeskContext> contexts, DeskLog log, TimeProvider clock) : IEntryReceipts
{
    public Task<Receipt?> ForEventAsync(long eventSeq, CancellationToken cancel) => OfFeedAsync(EntryRow.NoticeFeed, eventSeq, cancel);

    public Task<Receipt?> ForDemandEventAsync(long eventSeq, CancellationToken cancel) => OfFeedAsync(EntryRow.DemandFeed, eventSeq, cancel);

    public Task<Receipt?> ForNoticeAsync(NoticeId notice, CancellationToken cancel) =>
        MakeAsync(db => db.Set<EntryRow>().Where(e => e.Subject == notice.Value), cancel);

    public Task<Receipt?> ForNumberAsync(string number, CancellationToken cancel) => MakeAsync(
        db => from entry in db.Set<EntryRow>()
              where db.Set<RegisterRow>().Any(n => n.Number == number && n.Notice == entry.Subject)
                  || db.Set<DemandRegisterRow>().Any(d => d.Number == number && d.Demand == entry.Subject)
              select entry,
        cancel);

    private Task<Receipt?> OfFeedAsync(string feed, long eventSeq, CancellationToken cancel) =>
        MakeAsync(db => db.Set<EntryRow>().Where(e => e.Feed == feed && e.EventSeq == eventSeq), cancel);

    private async Task<Receipt?> MakeAsync(Func<DeskContext, IQueryable<EntryRow>> chosen, CancellationToken cancel)
    {
        if (log.Health.State == LogState.Refused
            || log.Checkpoint() is not { } checkpoint
            || VerifierKey.Parse(log.VerifierKey ?? "").Value is not { } key)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await chosen(db).AsNoTracking().Where(e => e.Index < checkpoint.Size).OrderBy(e => e.Index).ToListAsync(cancel);
        return rows.Count == 0 ? null : Verified(new Receipt(key.ToString(), checkpoint, Entries(rows, checkpoint.Size)), key);
    }

    private List<ReceiptEntry> Entries(List<EntryRow> rows, long size)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var proofs = log.Reader.ProveInclusion([.. rows.Select(r => r.Index)], size);
        return [.. rows.Zip(proofs, (row, proof) => new ReceiptEntry(row.Leaf, proof, EntryOpening.Of(row, today)))];
    }

    private static Receipt Verified(Receipt receipt, VerifierKey key)
    {
        var report = Check.Receipt(receipt, key);
        return report.Verdict == Verdict.Verified
            ? receipt
            : throw new LogDamagedException(string.Join(" ", report.Steps.Where(s => !s.Ok).Select(s => s.Says)));
    }
}
