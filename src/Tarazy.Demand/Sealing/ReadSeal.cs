using Tarazy.Demand.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Sealing;

/// <summary>Another person reads why a demand was sealed, and lets the seal stand until its day or opens the demand at once.</summary>
/// <param name="Words">Why it opens; not asked for with an agreement.</param>
public sealed record ReadSeal(DemandId Demand, int Version, ReviewerId Reviewer, bool Agrees, string Words);

internal static class ReadSealHandler
{
    public static Outcome<DemandEvent[]> Handle(ReadSeal command, DemandState state, DateTimeOffset now)
    {
        if (!state.SealWaits(DateOnly.FromDateTime(now.UtcDateTime)))
        {
            return new SealWaitsForNobody();
        }

        if (command.Reviewer == state.Received.By)
        {
            return new SealedByYou();
        }

        if (command.Agrees)
        {
            return new DemandEvent[] { new DemandSealRead(state.Id, command.Reviewer, Agrees: true, "") };
        }

        return DemandText.Owed(command.Words, "words") is { } missing
            ? missing
            : new DemandEvent[] { new DemandSealRead(state.Id, command.Reviewer, Agrees: false, command.Words.Trim()) };
    }
}

public sealed record SealWaitsForNobody() : Refusal
{
    public override string Code => "seal-waits-for-nobody";

    public override string Says => "No seal of this demand waits for a second person: there is none, somebody has read it, or it has opened.";
}

public sealed record SealedByYou() : Refusal
{
    public override string Code => "sealed-by-you";

    public override string Says => "You sealed the demand yourself. Whether the seal stands is for another person to say.";
}
