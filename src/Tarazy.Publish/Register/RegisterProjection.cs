using Tarazy.Publish.Entries;
using Tarazy.Records.Notices;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.Register;

/// <summary>Brings the row of a notice up to one more event.</summary>
internal static class RegisterProjection
{
    public static void Apply(RegisterRow row, Recorded<NoticeEvent> recorded, long index)
    {
        switch (recorded.Event)
        {
            case NoticeSigned:
                Sign(row, recorded.At, index);
                break;
            case NoticeSent:
                row.SentAt ??= recorded.At;
                break;
            case AnswerRecorded answer:
                row.Outcome = answer.Outcome;

                // Silence past the clock is not an answer, and does not count towards the time to one.
                row.AnsweredAt ??= answer.Outcome == AnswerOutcome.NoAnswer ? null : recorded.At;
                break;
            case AppealOpened:
                row.AppealedAt ??= recorded.At;
                break;
            case AppealDecided appeal:
                row.AppealDecidedAt = recorded.At;
                row.Reversed = appeal.Reversed;
                break;
            case NoticeWithdrawn:
                row.WithdrawnAt = recorded.At;
                break;
            case CorrectionSent:
                row.CorrectedAt = recorded.At;
                break;
            default:
                break;
        }
    }

    private static void Sign(RegisterRow row, DateTimeOffset at, long index)
    {
        var draft = PublicContent.DraftOf(row);
        var decision = draft.Decision;
        row.FirstEntry = index;
        row.SignedAt = at;
        row.Harm = decision.Harm.Value;
        row.Measure = decision.Measure;
        row.Jurisdiction = decision.Clause?.Jurisdiction;
        row.Clause = decision.Clause?.ToString();
        row.Territory = decision.Territory;
        row.Addressee = decision.Addressee;
        row.Channel = draft.Channel.Value;
        var reasons = PublicWords.Of(decision.Reasons, [row.Decider, row.SecondReader]);
        row.Words = string.Join('\n', [row.Number, draft.Channel.Value, .. draft.Posts.Select(p => p.Url), reasons]).ToLowerInvariant();
        row.Draft = null;
    }
}
