using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Entries;
using Tarazy.Records.Demands;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Publish.Demands;

/// <summary>Reads what happened to demands and makes an entry of everything that belongs in public: all of it but what one person proposes.</summary>
internal sealed class LogDemands(IFeed<Recorded<DemandEvent>> events, EntryWriter writer) : IStageStep
{
    public string Name => "publish-demands";

    public Task<bool> StepAsync(CancellationToken cancel) => writer.StepAsync(Name, events, TakeAsync, cancel);

    /// <returns>True when it made an entry.</returns>
    private static async Task<bool> TakeAsync(DeskContext db, Recorded<DemandEvent> recorded, long index, CancellationToken cancel)
    {
        var id = recorded.Event.Demand.Value;
        var row = await db.Set<DemandRegisterRow>().FindAsync([id], cancel);
        if (row is null)
        {
            row = recorded.Event is DemandReceived received
                ? DemandProjection.New(received, recorded.At, index)
                : throw new InvalidDataException($"Event {recorded.Seq} belongs to demand {id}, whose receiving was never read.");
            db.Add(row);
        }

        DemandProjection.Apply(row, recorded);
        if (recorded.Event is DemandSealRead)
        {
            await MoveOpeningAsync(db, row, cancel);
        }

        if (DemandContent.TypeOf(recorded.Event) is not { } type)
        {
            return false;
        }

        var content = DemandContent.Of(recorded.Event, row.Aliases.Split(',', StringSplitOptions.RemoveEmptyEntries));
        db.Add(LeafText.Make(
            new EntryDraft(
                EntryRow.DemandFeed, type, DemandContent.RoleOf(recorded.Event), recorded.Seq, recorded.At, id, row.Number, row.SealFixedUntil, content)
            {
                OpensOn = row.SealedUntil,
            },
            index));
        return true;
    }

    /// <summary>What stands in the leaves stays as it is: never later than that day, and earlier where two people do not agree on a seal.</summary>
    private static async Task MoveOpeningAsync(DeskContext db, DemandRegisterRow row, CancellationToken cancel)
    {
        await db.Set<EntryRow>().Where(e => e.Subject == row.Demand).LoadAsync(cancel);

        // Those of this batch are not in the table yet.
        foreach (var entry in db.Set<EntryRow>().Local.Where(e => e.Subject == row.Demand))
        {
            entry.Open(row.SealedUntil, row.SealFixedUntil);
        }
    }
}
