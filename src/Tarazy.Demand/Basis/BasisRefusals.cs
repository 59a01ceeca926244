using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Basis;

/// <summary>Where the pack has no rule for such a demand, the answer is no.</summary>
public sealed record LawIsSilent(string Jurisdiction, DemandKind Kind) : Refusal
{
    public override string Code => "law-is-silent";

    public override string Says => $"The pack {Jurisdiction} says nothing of a demand for {Kind}, so the answer is no.";

    public override IReadOnlyList<object> Facts => [Jurisdiction, Kind.ToString()];
}

public sealed record ClauseCarriesNone(ClauseRef Clause, DemandKind Kind) : Refusal
{
    public override string Code => "clause-carries-none";

    public override string Says => $"The clause {Clause} carries no demand for {Kind}.";

    public override IReadOnlyList<object> Facts => [Clause, Kind.ToString()];
}

public sealed record ClauseOfAnotherState(ClauseRef Clause, string Jurisdiction) : Refusal
{
    public override string Code => "clause-of-another-state";

    public override string Says => $"The clause {Clause} is not the law of {Jurisdiction}, from where the demand comes.";

    public override IReadOnlyList<object> Facts => [Clause, Jurisdiction];
}

public sealed record CourtOrderOwed(DemandKind Kind) : Refusal
{
    public override string Code => "court-order-owed";

    public override string Says => $"A demand for {Kind} needs a court order under this pack, and none came with it.";

    public override IReadOnlyList<object> Facts => [Kind.ToString()];
}

/// <summary>Nobody has looked at the law since the demand came or was narrowed.</summary>
public sealed record BasisUnchecked() : Refusal
{
    public override string Code => "basis-unchecked";

    public override string Says => "Nobody has checked the legal basis of the demand as it stands now. Check it first.";
}
