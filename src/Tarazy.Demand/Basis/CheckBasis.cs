using Tarazy.Demand.Demands;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Basis;

/// <summary>Whether the law carries the demand as it stands now. What it lacks is refused with every reason at once.</summary>
/// <param name="Clause">The clause of the pack that the quoted law is.</param>
public sealed record CheckBasis(DemandId Demand, int Version, ReviewerId Reviewer, ClauseRef? Clause);

internal static class CheckBasisHandler
{
    public static Outcome<DemandEvent[]> Handle(CheckBasis command, DemandState state, Packs law, DateTimeOffset now)
    {
        if (state.Status != DemandStatus.Open)
        {
            return new DemandNotReady(state.Status);
        }

        var refusals = BasisChecks.Of(state, command.Clause, law, now);
        return refusals.Count > 0
            ? Outcome<DemandEvent[]>.Refused(refusals)
            : new DemandEvent[] { new BasisChecked(state.Id, command.Reviewer, command.Clause!.Value, BasisChecks.Today(law.Find(command.Clause.Value.Jurisdiction)!, now)!.Value) };
    }
}
