using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;

namespace Tarazy.Review.Notes;

/// <summary>An internal note, kept with the case and never published.</summary>
public sealed record AddNote(CaseId Case, int Version, ReviewerId Reviewer, string Text);

internal static class AddNoteHandler
{
    private const int LongestNote = 4_000;

    public static Outcome<CaseEvent[]> Handle(AddNote command, CaseState state)
    {
        var text = command.Text.Trim();
        return text.Length is 0 or > LongestNote
            ? new NoteLength(LongestNote)
            : new CaseEvent[] { new NoteAdded(state.Id, command.Reviewer, text) };
    }
}

public sealed record NoteLength(int Most) : Refusal
{
    public override string Code => "note-length";

    public override string Says => $"Write between one character and {Most}.";

    public override IReadOnlyList<object> Facts => [Most];
}
