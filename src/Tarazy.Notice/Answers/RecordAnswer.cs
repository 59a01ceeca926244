using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Answers;

/// <summary>What the addressee answered, in its own words. Silence is recorded as such and is never a refusal.</summary>
public sealed record RecordAnswer(NoticeId Notice, int Version, ReviewerId Reviewer, AnswerOutcome Outcome, string Words);

/// <summary>The addressee confirmed that it received the notice.</summary>
public sealed record ConfirmReceipt(NoticeId Notice, int Version, ReviewerId Reviewer, string Reference);

internal static class RecordAnswerHandler
{
    private const int LongestReference = 500;

    public static Outcome<NoticeEvent[]> Handle(RecordAnswer command, NoticeState state, DateTimeOffset now, int longest)
    {
        if (state.Sent is not { } sent)
        {
            return new NoticeNotReady(state.Status);
        }

        if (command.Outcome == AnswerOutcome.NoAnswer && sent.AnswerDueAt is { } due && now < due)
        {
            return new ClockStillRuns(due);
        }

        if (command.Outcome == AnswerOutcome.PostIsBack && state.Withdrawn is null)
        {
            return new NoticeNotReady(state.Status);
        }

        return command.Words.Trim() is { Length: > 0 } words && words.Length <= longest
            ? new NoticeEvent[] { new AnswerRecorded(state.Id, command.Reviewer, command.Outcome, words) }
            : new WordsMissing("words", longest);
    }

    public static Outcome<NoticeEvent[]> Handle(ConfirmReceipt command, NoticeState state)
    {
        if (state.Sent is null)
        {
            return new NoticeNotReady(state.Status);
        }

        return command.Reference.Trim() is { Length: > 0 and <= LongestReference } reference
            ? new NoticeEvent[] { new ReceiptConfirmed(state.Id, command.Reviewer, reference) }
            : new WordsMissing("reference", LongestReference);
    }
}

/// <summary>Silence is an answer only when the clock has ended.</summary>
public sealed record ClockStillRuns(DateTimeOffset Until) : Refusal
{
    public override string Code => "clock-still-runs";

    public override string Says => $"\"No answer\" can be recorded after {Until:yyyy-MM-dd HH:mm} UTC, when the clock of this notice ends.";

    public override IReadOnlyList<object> Facts => [Until];
}
