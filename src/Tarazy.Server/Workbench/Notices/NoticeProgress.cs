using Tarazy.Notice.Notices;
using Tarazy.Records.Notices;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>Where a notice stands, as one word for lists.</summary>
internal static class NoticeProgress
{
    public static NoticeStep Of(NoticeState state, bool logged) => state switch
    {
        { AppealDecision.Reversed: true } => NoticeStep.Reversed,
        { Withdrawn: not null } => NoticeStep.Withdrawn,
        { Appeal: not null, AppealDecision: null } => NoticeStep.Appealed,
        { Answer.Outcome: AnswerOutcome.NoAnswer } => NoticeStep.NoAnswer,
        { Answer: not null } => NoticeStep.Answered,
        { Sent: not null, Reference: not null } => NoticeStep.Received,
        { Sent: not null } => NoticeStep.Sent,
        { Status: NoticeStatus.Sending } => NoticeStep.Sending,
        { Signed: not null } when logged => NoticeStep.Logged,
        { Signed: not null } => NoticeStep.AwaitingLog,
        _ => NoticeStep.Drafted,
    };

    /// <summary>End of the clock that runs: to send, or to be answered.</summary>
    public static DateTimeOffset? DueAt(NoticeState state) => state switch
    {
        { Withdrawn: not null } or { Answer: not null } => null,
        { Sent: { } sent } => sent.AnswerDueAt,
        _ => state.Drafted.DueAt,
    };

    /// <summary>The same from a row of the list, which knows less.</summary>
    public static NoticeStep Of(Tarazy.Notice.Shelf.ShelvedNotice notice) => notice switch
    {
        { Reversed: true } => NoticeStep.Reversed,
        { Status: NoticeStatus.Withdrawn } => NoticeStep.Withdrawn,
        { AppealOpen: true } => NoticeStep.Appealed,
        { Outcome: AnswerOutcome.NoAnswer } => NoticeStep.NoAnswer,
        { Status: NoticeStatus.Answered } => NoticeStep.Answered,
        { Status: NoticeStatus.Sent } => NoticeStep.Sent,
        { Status: NoticeStatus.Sending } => NoticeStep.Sending,
        { Status: NoticeStatus.Signed } => NoticeStep.AwaitingLog,
        _ => NoticeStep.Drafted,
    };
}
