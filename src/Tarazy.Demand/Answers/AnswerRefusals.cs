using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Answers;

/// <summary>No demand is answered in secret.</summary>
public sealed record DemandNotInLog(string Why) : Refusal
{
    public override string Code => "demand-not-in-log";

    public override string Says => $"The demand has no entry in the log that can be verified: {Why}. Until it has, nothing is answered.";

    public override IReadOnlyList<object> Facts => [Why];
}

public sealed record AnswerNotInLog(string Why) : Refusal
{
    public override string Code => "answer-not-in-log";

    public override string Says => $"The answer has no entry in the log that can be verified: {Why}. Until it has, nobody is told.";

    public override IReadOnlyList<object> Facts => [Why];
}

public sealed record IssuerUnverified() : Refusal
{
    public override string Code => "issuer-unverified";

    public override string Says => "Nobody has verified that the demand comes from the authority it names. It can be asked back or refused.";
}

/// <summary>The standing reason: there is nothing here that tells who somebody is.</summary>
public sealed record DeskDoesNotKnow() : Refusal
{
    public override string Code => "desk-does-not-know";

    public override string Says => "The demand wants to know who a person is. The desk keeps nothing that tells, so this is refused, or narrowed to what the desk has.";
}

public sealed record NoRefusalReason() : Refusal
{
    public override string Code => "no-refusal-reason";

    public override string Says => "Choose at least one reason for what is refused.";
}

public sealed record DemandIsToTheDesk() : Refusal
{
    public override string Code => "demand-is-to-the-desk";

    public override string Says => "Only a copy of what went to a platform can be noted. This demand is addressed to the desk: comply or refuse.";
}

public sealed record NoDecidedCase() : Refusal
{
    public override string Code => "no-decided-case";

    public override string Says => "No case is linked in which people have decided on these posts with the three-part test, a second reader included. A demand does not replace that.";
}

public sealed record CaseLeftAlone(string Number) : Refusal
{
    public override string Code => "case-left-alone";

    public override string Says => $"The case {Number} came to leaving it alone, so the demand is refused.";

    public override IReadOnlyList<object> Facts => [Number];
}

public sealed record CaseCameToLess(string Number, Measure Decided, Measure Asked) : Refusal
{
    public override string Code => "case-came-to-less";

    public override string Says => $"The case {Number} came to {Decided}, and the demand asks for {Asked}: that is complying in part.";

    public override IReadOnlyList<object> Facts => [Number, Decided.ToString(), Asked.ToString()];
}

public sealed record CaseCoversLess(string Number, int Covered, int Named) : Refusal
{
    public override string Code => "case-covers-less";

    public override string Says =>
        $"The case {Number} is about {Covered} of the {Named} addresses that the demand names. With what nobody decided on, nothing is complied; narrow it, or comply in part.";

    public override IReadOnlyList<object> Facts => [Number, Covered, Named];
}

/// <summary>An answer says what it is; none is read out of a form that leaves it open.</summary>
public sealed record NoOutcomeChosen() : Refusal
{
    public override string Code => "no-outcome-chosen";

    public override string Says => "Choose what the desk answers: that it complies, complies in part, refuses, or notes a copy.";
}

public sealed record NothingCounted() : Refusal
{
    public override string Code => "nothing-counted";

    public override string Says => "Say which kinds of data are handed over, each once, and how many of each.";
}

public sealed record NothingIsGiven() : Refusal
{
    public override string Code => "nothing-is-given";

    public override string Says => "This answer hands over no data, so no kind and no number belong to it.";
}

public sealed record GivenUnasked(GivenData What) : Refusal
{
    public override string Code => "given-unasked";

    public override string Says => $"The demand does not ask for {What}, so it is not handed over.";

    public override IReadOnlyList<object> Facts => [What.ToString()];
}

public sealed record SamePerson() : Refusal
{
    public override string Code => "same-person-agrees";

    public override string Says => "Who proposed to comply cannot agree to it. Another person has to.";
}
