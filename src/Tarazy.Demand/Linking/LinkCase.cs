using Tarazy.Demand.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Linking;

/// <summary>Names the case in which people decide on what the demand names. A demand opens no case and decides none.</summary>
public sealed record LinkCase(DemandId Demand, int Version, ReviewerId Reviewer, string CaseNumber);

internal static class LinkCaseHandler
{
    /// <param name="found">The case of that number; null when there is none.</param>
    public static Outcome<DemandEvent[]> Handle(LinkCase command, DemandState state, DemandedCase? found)
    {
        if (state.Status != DemandStatus.Open)
        {
            return new DemandNotReady(state.Status);
        }

        if (found is null)
        {
            return new NoSuchCaseToLink(command.CaseNumber);
        }

        return state.Scope.Addresses.Any(found.Covers)
            ? new DemandEvent[] { new DemandCaseLinked(state.Id, command.Reviewer, found.Id, found.Number) }
            : new CaseOfAnotherPost(found.Number);
    }
}

public sealed record NoSuchCaseToLink(string Named) : Refusal
{
    public override string Code => "no-such-case-to-link";

    public override string Says => $"There is no case {Named}.";

    public override IReadOnlyList<object> Facts => [Named];
}

public sealed record CaseOfAnotherPost(string Number) : Refusal
{
    public override string Code => "case-of-another-post";

    public override string Says => $"The case {Number} is not about anything that the demand names.";

    public override IReadOnlyList<object> Facts => [Number];
}
