using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;

namespace Tarazy.Review.Decisions;

/// <summary>What one person decides on a case. The first of two readings when it restricts anybody.</summary>
/// <param name="Version">The version of the case that was read.</param>
public sealed record DecideCase(CaseId Case, int Version, ReviewerId Reviewer, Decision Decision);

/// <summary>Takes a decision back while the undo time lasts.</summary>
public sealed record UndoDecision(CaseId Case, int Version, ReviewerId Reviewer);

internal static class DecideCaseHandler
{
    public static Outcome<CaseEvent[]> Handle(
        DecideCase command, CaseState state, Packs law, CaseFacts facts, DateTimeOffset now, TimeSpan undoFor)
    {
        if (state.Status != CaseStatus.Open)
        {
            return new NotWaitingForThis(state.Status);
        }

        if (state.ClaimAt(now) is { } claim && claim.By != command.Reviewer)
        {
            return new ClaimedByAnother(claim.By, claim.Until);
        }

        var today = Today(command.Decision, law, now);
        var refusals = today.Ok ? Ladder.Check(command.Decision, law, today.Value.Day, facts) : today.Refusals;
        return refusals.Count > 0
            ? Outcome<CaseEvent[]>.Refused(refusals)
            : new CaseEvent[] { new DecisionMade(state.Id, command.Reviewer, Keep(command.Decision, law, today.Value!.Day), now + undoFor) };
    }

    /// <summary>The law is asked on the day it is where the law holds.</summary>
    private static Outcome<LocalDay> Today(Decision decision, Packs law, DateTimeOffset now)
    {
        var pack = decision.Clause is { } clause ? law.Find(clause.Jurisdiction) : null;
        return pack is null ? new LocalDay(DateOnly.FromDateTime(now.UtcDateTime)) : Deadlines.Today(pack.Calendar, now);
    }

    // Packs change after a decision; what it rested on must not.
    private static Decision Keep(Decision decision, Packs law, DateOnly on) => decision with { Rule = StandingRule.Of(law, decision.Clause, on) };

    public static Outcome<CaseEvent[]> Handle(UndoDecision command, CaseState state, DateTimeOffset now)
    {
        if (state.Decided is not { } decided || state.Status is not (CaseStatus.AwaitingSecondReader or CaseStatus.Closed))
        {
            return new NotWaitingForThis(state.Status);
        }

        if (decided.By != command.Reviewer || decided.UndoUntil <= now)
        {
            return new UndoIsOver(decided.UndoUntil);
        }

        return new CaseEvent[] { new DecisionUndone(state.Id, command.Reviewer) };
    }
}

/// <summary>Only the decider may take a decision back, and only for a moment. After that a case is reopened with a reason.</summary>
public sealed record UndoIsOver(DateTimeOffset Until) : Refusal
{
    public override string Code => "undo-is-over";

    public override string Says => $"The decision could be taken back until {Until:HH:mm:ss} UTC, by the person who made it. Reopen the case with a reason instead.";

    public override IReadOnlyList<object> Facts => [Until];
}
