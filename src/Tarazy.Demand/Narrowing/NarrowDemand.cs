using Tarazy.Demand.Demands;
using Tarazy.Demand.Receiving;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Narrowing;

/// <summary>Takes the demand for less than it says, with the reason: one post instead of a whole service, one state instead of everywhere.</summary>
public sealed record NarrowDemand(DemandId Demand, int Version, ReviewerId Reviewer, DemandScope To, string Reason);

internal static class NarrowDemandHandler
{
    public static Outcome<DemandEvent[]> Handle(NarrowDemand command, DemandState state)
    {
        if (state.Status != DemandStatus.Open)
        {
            return new DemandNotReady(state.Status);
        }

        var (to, refusals) = ReceiveDemandHandler.ReadScope(command.To, state.Letter.Kind);
        if (refusals.Count > 0)
        {
            return Outcome<DemandEvent[]>.Refused(refusals);
        }

        if (!to.Narrows(state.Scope, state.Letter.Kind))
        {
            return new NotNarrower();
        }

        return DemandText.Owed(command.Reason, "reason") is { } missing
            ? missing
            : new DemandEvent[] { new DemandNarrowed(state.Id, command.Reviewer, state.Scope, to, command.Reason.Trim()) };
    }
}

public sealed record NotNarrower() : Refusal
{
    public override string Code => "not-narrower";

    public override string Says => "That is not less than the demand asks for now. A narrowing takes away; it adds nothing, and changes nothing for something else.";
}
