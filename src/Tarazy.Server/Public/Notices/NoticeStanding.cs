using Tarazy.Publish.Register;
using Tarazy.Records.Notices;

namespace Tarazy.Server.Public.Notices;

/// <summary>Where a notice stands, in the word its status is shown by. What changes a reader's mind most comes first.</summary>
internal static class NoticeStanding
{
    /// <param name="received">The addressee confirmed receipt.</param>
    public static string Of(RegisterLine line, bool received = false) => line switch
    {
        { SealedUntil: not null } => "sealed",
        { Reversed: true } => "reversed",
        { Withdrawn: true } => "withdrawn",
        { AppealWaits: true } => "appealed",
        { Outcome: AnswerOutcome.NoAnswer } => "no-answer",
        { Outcome: not null } => "answered",
        { SentAt: null } => "logged",
        _ => received ? "received" : "sent",
    };
}
