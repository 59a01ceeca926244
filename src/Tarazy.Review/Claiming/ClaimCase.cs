using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Review.SecondReading;

namespace Tarazy.Review.Claiming;

/// <summary>Takes a case to read it, for a while. Claiming again prolongs the claim.</summary>
public sealed record ClaimCase(CaseId Case, int Version, ReviewerId Reviewer);

/// <summary>Gives a case back unread.</summary>
public sealed record ReleaseCase(CaseId Case, int Version, ReviewerId Reviewer);

internal static class ClaimCaseHandler
{
    public static Outcome<CaseEvent[]> Handle(ClaimCase command, CaseState state, DateTimeOffset now, TimeSpan claimFor)
    {
        if (state.Status is CaseStatus.Agreed or CaseStatus.Closed)
        {
            return new NotWaitingForThis(state.Status);
        }

        // Their claim would keep out the only people who can go on.
        if (state.WaitsForOthersThan(command.Reviewer))
        {
            return new SameReader(command.Reviewer);
        }

        return state.ClaimAt(now) is { } claim && claim.By != command.Reviewer
            ? new ClaimedByAnother(claim.By, claim.Until)
            : new CaseEvent[] { new CaseClaimed(state.Id, command.Reviewer, now + claimFor) };
    }

    public static Outcome<CaseEvent[]> Handle(ReleaseCase command, CaseState state, DateTimeOffset now) =>
        state.ClaimAt(now) is { } claim && claim.By == command.Reviewer
            ? new CaseEvent[] { new CaseReleased(state.Id, command.Reviewer) }
            : Array.Empty<CaseEvent>();
}
