using Tarazy.Notice.Notices;
using Tarazy.Records.Notices;
using Stage = Tarazy.Notice.Notices.NoticeState;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>Where a notice stands, as one word for lists.</summary>
internal static class NoticeProgress
{
    public static NoticeState Of(Stage state, bool logged) => state switch
    {
        { AppealDecision.Reversed: true } => NoticeState.Reversed,
        { Withdrawn: not null } => NoticeState.Withdrawn,
        { Appeal: not null, AppealDecision: null } => NoticeState.Appealed,
        { Answer.Outcome: AnswerOutcome.NoAnswer } => NoticeState.NoAnswer,
        { Answer: not null } => NoticeState.Answered,
        { Sent: not null, Reference: not null } => NoticeState.Received,
        { Sent: not null } => NoticeState.Sent,
        { Status: NoticeStatus.Sending } => NoticeState.Sending,
        { Signed: not null } when logged => NoticeState.Logged,
        { Signed: not null } => NoticeState.AwaitingLog,
        _ => NoticeState.Drafted,
    };

    /// <summary>End of the clock that runs: to send, or to be answered.</summary>
    public static DateTimeOffset? DueAt(Stage state) => state switch
    {
        { Withdrawn: not null } or { Answer: not null } => null,
        { Sent: { } sent } => sent.AnswerDueAt,
        _ => state.Drafted.DueAt,
    };

    /// <summary>The same from a row of the list, which knows less.</summary>
    public static NoticeState Of(Tarazy.Notice.Shelf.ShelvedNotice notice) => notice switch
    {
        { Reversed: true } => NoticeState.Reversed,
        { Status: NoticeStatus.Withdrawn } => NoticeState.Withdrawn,
        { AppealOpen: true } => NoticeState.Appealed,
        { Outcome: AnswerOutcome.NoAnswer } => NoticeState.NoAnswer,
        { Status: NoticeStatus.Answered } => NoticeState.Answered,
        { Status: NoticeStatus.Sent } => NoticeState.Sent,
        { Status: NoticeStatus.Sending } => NoticeState.Sending,
        { Status: NoticeStatus.Signed } => NoticeState.AwaitingLog,
        _ => NoticeState.Drafted,
    };
}
