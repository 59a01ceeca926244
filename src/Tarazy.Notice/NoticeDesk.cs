using Microsoft.Extensions.Options;
using Tarazy.Notice.Answers;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Signing;
using Tarazy.Notice.Withdrawals;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice;

/// <summary>What can be done with a notice. Each method loads, lets the use case decide, and saves; every "no" is a refusal.</summary>
public sealed class NoticeDesk
{
    private readonly NoticeActions _notices;
    private readonly SendingDesk _sending;
    private readonly LetterDesk _letters;
    private readonly NoticeOptions _options;

    internal NoticeDesk(NoticeActions notices, SendingDesk sending, LetterDesk letters, IOptions<NoticeOptions> options)
    {
        _notices = notices;
        _sending = sending;
        _letters = letters;
        _options = options.Value;
    }

    public Task<Outcome<NoticeState>> SignAsync(SignNotice command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice,
        command.Version,
        command.Reviewer.Value,
        async (_, state, _) => SignNoticeHandler.Handle(command, state, await _letters.WriteAsync(state, command.Language, cancel)),
        cancel);

    public Task<Outcome<NoticeState>> MarkAsSentAsync(MarkAsSent command, CancellationToken cancel) => _sending.MarkAsSentAsync(command, cancel);

    public Task<Outcome<NoticeState>> SendByMailAsync(SendByMail command, CancellationToken cancel) => _sending.SendByMailAsync(command, cancel);

    public Task<Outcome<NoticeState>> SettleAsync(SettleSending command, CancellationToken cancel) => _sending.SettleAsync(command, cancel);

    public Task<Outcome<NoticeState>> ConfirmReceiptAsync(ConfirmReceipt command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice, command.Version, command.Reviewer.Value, (state, _) => RecordAnswerHandler.Handle(command, state), cancel);

    public Task<Outcome<NoticeState>> RecordAnswerAsync(RecordAnswer command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice,
        command.Version,
        command.Reviewer.Value,
        (state, now) => RecordAnswerHandler.Handle(command, state, now, _options.LongestAnswer),
        cancel);

    public Task<Outcome<NoticeState>> OpenAppealAsync(OpenAppeal command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice,
        version: null,
        NoticeActions.Public,
        (state, _) => OpenAppealHandler.Handle(command, state, _options.LongestAppeal),
        cancel);

    public Task<Outcome<NoticeState>> DecideAppealAsync(DecideAppeal command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice, command.Version, command.Reviewer.Value, (state, _) => DecideAppealHandler.Handle(command, state), cancel);

    public Task<Outcome<NoticeState>> WithdrawAsync(WithdrawNotice command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice, command.Version, command.Reviewer.Value, (state, _) => WithdrawNoticeHandler.Handle(command, state), cancel);

    public Task<Outcome<NoticeState>> MarkCorrectionSentAsync(MarkCorrectionSent command, CancellationToken cancel) => _notices.ActAsync(
        command.Notice, command.Version, command.Reviewer.Value, (state, _) => WithdrawNoticeHandler.Handle(command, state), cancel);
}
