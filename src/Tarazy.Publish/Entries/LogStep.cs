using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Records.Canonical;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Publish.Entries;

/// <summary>
/// Reads what happened to notices and makes an entry of everything that belongs in public. Rows and cursor are one transaction;
/// the files of the log follow the rows, so that a crash between the two is made good by looking again.
/// </summary>
internal sealed class LogStep(
    IFeed<Recorded<NoticeEvent>> events, IDbContextFactory<DeskContext> contexts, Cursors cursors, DeskLog log, PublishOptions options)
    : IStageStep
{
    public string Name => "publish";

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        // A database that was set back must not get new rows where the log has other entries already.
        if (!await log.CatchUpAsync(cancel) || !await RecordAsync(cancel))
        {
            return false;
        }

        return await log.CatchUpAsync(cancel);
    }

    private async Task<bool> RecordAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, PublishPart.Entries, cancel);

        // Read behind the lock: whoever held it before has committed its cursor.
        var cursor = await cursors.GetAsync(Name, cancel);
        var happened = await events.ReadAfterAsync(cursor, options.Batch, cancel);
        if (happened.Count == 0)
        {
            return false;
        }

        var index = (await db.Set<EntryRow>().MaxAsync(e => (long?)e.Index, cancel) ?? -1) + 1;
        foreach (var (_, recorded) in happened)
        {
            if (await TakeAsync(db, recorded, index, cancel))
            {
                index++;
            }
        }

        await Cursors.MoveAsync(db, Name, happened[^1].Seq, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <returns>True when it made an entry.</returns>
    private static async Task<bool> TakeAsync(DeskContext db, Recorded<NoticeEvent> recorded, long index, CancellationToken cancel)
    {
        var notice = await db.Set<RegisterRow>().FindAsync([recorded.Event.Notice.Value], cancel);
        if (recorded.Event is NoticeDrafted draft)
        {
            if (notice is null)
            {
                db.Add(NewRow(draft));
            }

            return false;
        }

        if (EntryText.TypeOf(recorded.Event) is not { } type)
        {
            return false;
        }

        if (notice is null)
        {
            throw new InvalidDataException($"Event {recorded.Seq} belongs to notice {recorded.Event.Notice}, whose draft was never read.");
        }

        // A draft that is withdrawn unsigned was never said to anybody, so there is nothing to answer for in public.
        if (notice.SignedAt is null && recorded.Event is not NoticeSigned)
        {
            notice.Draft = null;
            return false;
        }

        db.Add(EntryText.Make(recorded, type, notice, index));
        RegisterProjection.Apply(notice, recorded, index);
        return true;
    }

    private static RegisterRow NewRow(NoticeDrafted draft) => new()
    {
        Notice = draft.Notice.Value,
        Number = draft.Number,
        Draft = JsonSerializer.Serialize(draft, DeskJson.Options),
        Decider = draft.Decider.Value,
        SecondReader = draft.SecondReader.Value,
        SealedUntil = draft.Decision.SealedUntil,
    };
}
