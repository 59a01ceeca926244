using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Review.Notes;

namespace Tarazy.Review.Reopening;

/// <summary>Opens a decided case again: after a reversal, or because new facts came in.</summary>
public sealed record ReopenCase(CaseId Case, int Version, ReviewerId Reviewer, string Reason);

internal static class ReopenCaseHandler
{
    private const int LongestReason = 4_000;

    public static Outcome<CaseEvent[]> Handle(ReopenCase command, CaseState state)
    {
        if (state.Status is not (CaseStatus.Closed or CaseStatus.Agreed))
        {
            return new NotWaitingForThis(state.Status);
        }

        return command.Reason.Trim() is { Length: > 0 and <= LongestReason } reason
            ? new CaseEvent[] { new CaseReopened(state.Id, command.Reviewer, reason) }
            : new NoteLength(LongestReason);
    }
}
