using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;

namespace Tarazy.Review.Notes;

/// <summary>An internal note, kept with the case and never published.</summary>
public sealed record AddNote(CaseId Case, int Version, ReviewerId Reviewer, string Text);

/// <summary>Opens a decided case again: after a reversal, or because new facts came in.</summary>
public sealed record ReopenCase(CaseId Case, int Version, ReviewerId Reviewer, string Reason);

internal static class NoteHandlers
{
    private const int LongestNote = 4_000;

    public static Outcome<CaseEvent[]> Handle(AddNote command, CaseState state)
    {
        var text = command.Text.Trim();
        return text.Length is 0 or > LongestNote
            ? new NoteLength(LongestNote)
            : new CaseEvent[] { new NoteAdded(state.Id, command.Reviewer, text) };
    }

    public static Outcome<CaseEvent[]> Handle(ReopenCase command, CaseState state)
    {
        if (state.Status is not (CaseStatus.Closed or CaseStatus.Agreed))
        {
            return new NotWaitingForThis(state.Status);
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? new NoteLength(LongestNote)
            : new CaseEvent[] { new CaseReopened(state.Id, command.Reviewer, command.Reason.Trim()) };
    }
}

public sealed record NoteLength(int Most) : Refusal
{
    public override string Code => "note-length";

    public override string Says => $"Write between one character and {Most}.";

    public override IReadOnlyList<object> Facts => [Most];
}
