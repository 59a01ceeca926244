using Tarazy.Demand.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Objections;

/// <summary>The authority, the channel or a court objects to the answer.</summary>
public sealed record OpenObjection(DemandId Demand, int Version, ReviewerId Reviewer, ObjectionFrom From, string Words);

/// <summary>Somebody who had no part in the answer decides. A reversal lets the answer fall and makes none in its place.</summary>
public sealed record DecideObjection(DemandId Demand, int Version, ReviewerId Reviewer, bool Reverse, string Reasons);

internal static class DecideObjectionHandler
{
    public static Outcome<DemandEvent[]> Handle(OpenObjection command, DemandState state)
    {
        if (state.Answer is null || state.Objection is not null || state.Status == DemandStatus.Withdrawn)
        {
            return new DemandNotReady(state.Status);
        }

        return DemandText.Owed(command.Words, "words") is { } missing
            ? missing
            : new DemandEvent[] { new ObjectionOpened(state.Id, command.Reviewer, command.From, command.Words.Trim()) };
    }

    public static Outcome<DemandEvent[]> Handle(DecideObjection command, DemandState state)
    {
        if (state.Objection is null || state.Status == DemandStatus.Withdrawn)
        {
            return new NoObjectionWaits();
        }

        if (state.HadAPart.Contains(command.Reviewer))
        {
            return new HadAPartInTheAnswer();
        }

        return DemandText.Owed(command.Reasons, "reasons") is { } missing
            ? missing
            : new DemandEvent[] { new ObjectionDecided(state.Id, command.Reviewer, command.Reverse, command.Reasons.Trim()) };
    }
}

public sealed record NoObjectionWaits() : Refusal
{
    public override string Code => "no-objection-waits";

    public override string Says => "No objection to the answer waits for a decision.";
}

public sealed record HadAPartInTheAnswer() : Refusal
{
    public override string Code => "had-a-part-in-the-answer";

    public override string Says => "You had a part in the answer, so somebody else decides the objection.";
}
