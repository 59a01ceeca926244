using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;

namespace Tarazy.Review.SecondReading;

/// <summary>
/// A second person's own reading, given before the first one is shown. The same rung and clause confirm the decision;
/// anything else opens the case again with both readings in view.
/// </summary>
public sealed record ReadSecond(CaseId Case, int Version, ReviewerId Reviewer, Measure Measure, ClauseRef? Clause, string Reasons);

internal static class ReadSecondHandler
{
    public static Outcome<CaseEvent[]> Handle(ReadSecond command, CaseState state, DateTimeOffset now)
    {
        if (state.Status != CaseStatus.AwaitingSecondReader || state.Decided is not { } decided)
        {
            return new NotWaitingForThis(state.Status);
        }

        if (command.Reviewer == decided.By)
        {
            return new SameReader(command.Reviewer);
        }

        if (decided.UndoUntil > now)
        {
            return new StillUndoable(decided.UndoUntil);
        }

        if (state.ClaimAt(now) is { } claim && claim.By != command.Reviewer)
        {
            return new ClaimedByAnother(claim.By, claim.Until);
        }

        if (string.IsNullOrWhiteSpace(command.Reasons))
        {
            return new SecondReadingWithoutReasons();
        }

        var same = command.Measure == decided.Decision.Measure && command.Clause == decided.Decision.Clause;
        return new CaseEvent[]
        {
            same
                ? new SecondReaderAgreed(state.Id, command.Reviewer, command.Reasons, Agreed(state, decided))
                : new SecondReaderDiffered(state.Id, command.Reviewer, command.Measure, command.Clause, command.Reasons),
        };
    }

    private static AgreedDecision Agreed(CaseState state, DecisionMade decided) => new(
        decided.Decision,
        decided.By,
        state.DecidedVersion,
        state.Opened.Number,
        state.Opened.Channel,
        [state.Opened.Post],
        state.OpenedAt);
}

/// <summary>Four eyes means two people.</summary>
public sealed record SameReader(ReviewerId Reader) : Refusal
{
    public override string Code => "same-reader";

    public override string Says => $"{Reader} made the decision; the second reader must be somebody else.";

    public override IReadOnlyList<object> Facts => [Reader.Value];
}

public sealed record StillUndoable(DateTimeOffset Until) : Refusal
{
    public override string Code => "still-undoable";

    public override string Says => $"The first reader may still take the decision back, until {Until:HH:mm:ss} UTC. Try again after that.";

    public override IReadOnlyList<object> Facts => [Until];
}

public sealed record SecondReadingWithoutReasons : Refusal
{
    public override string Code => "second-reading-without-reasons";

    public override string Says => "Say in a sentence why; a second reading without reasons is a rubber stamp.";
}
