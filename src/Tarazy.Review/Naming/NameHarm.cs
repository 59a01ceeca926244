using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;

namespace Tarazy.Review.Naming;

/// <summary>Says which harm a person reads in the post, where the case was opened under another or at random. It decides nothing.</summary>
public sealed record NameHarm(CaseId Case, int Version, ReviewerId Reviewer, HarmId Harm);

internal static class NameHarmHandler
{
    private const int LongestName = 64;

    public static Outcome<CaseEvent[]> Handle(NameHarm command, CaseState state, DateTimeOffset now)
    {
        if (state.Status != CaseStatus.Open)
        {
            return new NotWaitingForThis(state.Status);
        }

        if (state.ClaimAt(now) is { } claim && claim.By != command.Reviewer)
        {
            return new ClaimedByAnother(claim.By, claim.Until);
        }

        if (command.Harm.Value is not { Length: > 0 and <= LongestName } || command.Harm.Value.Any(sign => !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign != '-'))
        {
            return new NoSuchHarm();
        }

        return command.Harm == state.Harm
            ? Array.Empty<CaseEvent>()
            : new CaseEvent[] { new HarmNamed(state.Id, command.Reviewer, command.Harm) };
    }
}

/// <summary>The form named no harm that the desk knows.</summary>
public sealed record NoSuchHarm : Refusal
{
    public override string Code => "no-such-harm";

    public override string Says => "Choose one of the desk's harms or topics. Nothing was saved.";
}
