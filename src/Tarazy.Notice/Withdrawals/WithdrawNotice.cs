using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Withdrawals;

/// <summary>The desk thinks better of a notice by itself. A new entry in the log; nothing is erased.</summary>
public sealed record WithdrawNotice(NoticeId Notice, int Version, ReviewerId Reviewer, string Reasons);

/// <summary>The addressee was told that the notice is withdrawn, and how.</summary>
public sealed record MarkCorrectionSent(NoticeId Notice, int Version, ReviewerId Reviewer, string Proof);

internal static class WithdrawNoticeHandler
{
    private const int Longest = 5_000;

    public static Outcome<NoticeEvent[]> Handle(WithdrawNotice command, NoticeState state)
    {
        if (state.Withdrawn is not null || state.Status == NoticeStatus.Sending)
        {
            return new NoticeNotReady(state.Status);
        }

        return command.Reasons.Trim() is { Length: > 0 and <= Longest } reasons
            ? new NoticeEvent[] { new NoticeWithdrawn(state.Id, command.Reviewer, reasons) }
            : new WordsMissing("reasons", Longest);
    }

    public static Outcome<NoticeEvent[]> Handle(MarkCorrectionSent command, NoticeState state)
    {
        if (state.Withdrawn is null || state.Sent is null || state.Correction is not null)
        {
            return new NoticeNotReady(state.Status);
        }

        return command.Proof.Trim() is { Length: > 0 and <= Longest } proof
            ? new NoticeEvent[] { new CorrectionSent(state.Id, command.Reviewer, proof) }
            : new WordsMissing("proof", Longest);
    }
}
