using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.Erasure;

/// <summary>Takes salt and content of a notice's entries away for good. The leaves stay, and every proof still holds.</summary>
/// <param name="Entry">One entry only; all entries of the notice when null.</param>
/// <param name="Reason">Shown in the register, e.g. <c>Request of the person concerned</c>. Never a name.</param>
public sealed record EraseContent(NoticeId Notice, ReviewerId By, string Reason, long? Entry = null);

/// <summary>The same for the entries of a demand.</summary>
public sealed record EraseDemandContent(DemandId Demand, ReviewerId By, string Reason, long? Entry = null);

/// <summary>What is gone.</summary>
/// <param name="Subject">Id of the notice or demand.</param>
public sealed record ContentErased(string Subject, IReadOnlyList<long> Entries, DateTimeOffset At);

public sealed class EraseContentHandler(IDbContextFactory<DeskContext> contexts, TimeProvider clock)
{
    private const int LongestReason = 500;

    public Task<Outcome<ContentErased>> HandleAsync(EraseContent command, CancellationToken cancel) =>
        EraseAsync(command.Notice.Value, command.Entry, command.Reason, (db, rows, now) => EraseFromRegisterAsync(db, command, rows, now, cancel), cancel);

    public Task<Outcome<ContentErased>> HandleAsync(EraseDemandContent command, CancellationToken cancel) =>
        EraseAsync(command.Demand.Value, command.Entry, command.Reason, (db, rows, now) => EraseFromDemandsAsync(db, command, rows, now, cancel), cancel);

    private async Task<Outcome<ContentErased>> EraseAsync(
        string subject,
        long? entry,
        string why,
        Func<DeskContext, List<EntryRow>, DateTimeOffset, Task> also,
        CancellationToken cancel)
    {
        if (why.Trim() is not { Length: > 0 and <= LongestReason } reason)
        {
            return new ErasureWithoutReason(LongestReason);
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!db.IsPostgreSql)
        {
            // Without it SQLite unlinks the pages and leaves their bytes in the file.
            await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete=ON", cancel);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, PublishPart.Entries, cancel);
        var rows = await db.Set<EntryRow>()
            .Where(e => e.Subject == subject && (entry == null || e.Index == entry))
            .OrderBy(e => e.Index)
            .ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return new NothingToErase(subject);
        }

        var now = clock.GetUtcNow();
        foreach (var row in rows)
        {
            (row.Salt, row.Content, row.ErasedAt, row.ErasedBecause) = (null, null, now, reason);
        }

        await also(db, rows, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ContentErased(subject, [.. rows.Select(r => r.Index)], now);
    }

    private static async Task EraseFromRegisterAsync(
        DeskContext db, EraseContent command, List<EntryRow> rows, DateTimeOffset now, CancellationToken cancel)
    {
        // The words that lists search come from the signing alone.
        var notice = await db.Set<RegisterRow>().FindAsync([command.Notice.Value], cancel);
        if (notice is not null && rows.Any(r => r.Index == notice.FirstEntry))
        {
            (notice.Words, notice.Channel, notice.Draft, notice.ErasedAt) = (null, null, null, now);
        }
    }

    private static async Task EraseFromDemandsAsync(
        DeskContext db, EraseDemandContent command, List<EntryRow> rows, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<DemandRegisterRow>().FindAsync([command.Demand.Value], cancel) is { } demand && rows.Any(r => r.Index == demand.FirstEntry))
        {
            (demand.Issuer, demand.ErasedAt) = (null, now);
        }
    }
}

public sealed record ErasureWithoutReason(int Longest) : Refusal
{
    public override string Code => "erasure-without-reason";

    public override string Says => $"Say in at most {Longest} characters why the content is erased.";

    public override IReadOnlyList<object> Facts => [Longest];
}

public sealed record NothingToErase(string Notice) : Refusal
{
    public override string Code => "nothing-to-erase";

    public override string Says => $"The log has no such entry of {Notice}.";

    public override IReadOnlyList<object> Facts => [Notice];
}
