using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Demand.Demands;

/// <summary>Runs a use case on one demand: load, decide, append, project.</summary>
internal sealed class DemandActions(EventTable<DemandEvent> events, TimeProvider clock)
{
    public async Task<Outcome<DemandState>> ActAsync(
        DemandId id,
        int version,
        string actor,
        Func<DemandState, DateTimeOffset, Task<Outcome<DemandEvent[]>>> decide,
        CancellationToken cancel)
    {
        var outcome = await events.ActAsync(
            id.Value,
            actor,
            async (_, history) => DemandState.Fold(history) switch
            {
                null => new NoSuchDemand(id.Value),
                var state when version != state.Version => new DemandMovedOn(version, state.Version),
                var state => await decide(state, clock.GetUtcNow()),
            },
            (db, whole) => ProjectAsync(db, DemandState.Fold(whole)!, cancel),
            cancel);
        return outcome.Ok ? DemandState.Fold(outcome.Value)! : Outcome<DemandState>.Refused(outcome.Refusals);
    }

    public Task<Outcome<DemandState>> ActAsync(
        DemandId id, int version, string actor, Func<DemandState, DateTimeOffset, Outcome<DemandEvent[]>> decide, CancellationToken cancel) =>
        ActAsync(id, version, actor, (state, now) => Task.FromResult(decide(state, now)), cancel);

    /// <summary>Writes the row that lists show, inside the caller's transaction.</summary>
    public static async Task ProjectAsync(DeskContext db, DemandState state, CancellationToken cancel)
    {
        var row = await db.Set<DemandRow>().FindAsync([state.Id.Value], cancel);
        if (row is null)
        {
            row = New(state);
            db.Add(row);
        }

        row.Status = state.Status;
        row.Version = state.Version;
        row.Blanket = state.Scope.IsBlanket(state.Letter.Kind);
        row.Outcome = state.Answer?.Answer.Outcome;
        row.AnsweredAt = state.AnsweredAt;
        row.ObjectionOpen = state.Objection is not null;
    }

    private static DemandRow New(DemandState state) => new()
    {
        Id = state.Id.Value,
        Number = state.Received.Number,
        Issuer = state.Letter.Issuer.Name,
        Jurisdiction = state.Letter.Issuer.Jurisdiction,
        Kind = state.Letter.Kind,
        AddressedTo = state.Letter.AddressedTo,
        ReceivedAt = state.Letter.ReceivedAt,
        DueAt = state.Received.DueAt,
    };
}
