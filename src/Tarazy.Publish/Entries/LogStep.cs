using System.Text.Json;
using Tarazy.Publish.Register;
using Tarazy.Records.Canonical;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Publish.Entries;

/// <summary>Reads what happened to notices and makes an entry of everything that belongs in public.</summary>
internal sealed class LogStep(IFeed<Recorded<NoticeEvent>> events, EntryWriter writer) : IStageStep
{
    public string Name => "publish";

    public Task<bool> StepAsync(CancellationToken cancel) => writer.StepAsync(Name, events, TakeAsync, cancel);

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
