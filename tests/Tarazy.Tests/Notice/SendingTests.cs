using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Records.Notices;

namespace Tarazy.Tests.Notice;

public class SendingTests
{
    private const int Quota = 50;
    private static readonly SendingFacts InLog = new(EntryIndex: 7, null, 0, null);

    [Fact]
    public void A_notice_whose_entry_is_not_in_the_log_is_not_sent()
    {
        var facts = InLog with { EntryIndex = null, NoEntryBecause = "the receipt does not verify" };
        var byHand = SendNoticeHandler.Handle(new MarkAsSent(Notices.Id, 2, Notices.Signer, "form"), Notices.Signed(), facts, Quota);
        var byMail = SendNoticeHandler.Handle(new SendByMail(Notices.Id, 2, Notices.Signer), Notices.Signed(), facts, Quota, "<m@d>");
        Assert.IsType<NotInLog>(Assert.Single(byHand.Refusals));
        Assert.IsType<NotInLog>(Assert.Single(byMail.Refusals));
    }

    [Fact]
    public void A_draft_that_nobody_signed_is_not_sent() =>
        Assert.IsType<NoticeNotReady>(Assert.Single(SendNoticeHandler.Handle(
            new MarkAsSent(Notices.Id, 1, Notices.Signer, "form"), Notices.Draft(), InLog, Quota).Refusals));

    [Fact]
    public void A_mail_leaves_its_trace_before_the_server_is_asked() =>
        Assert.IsType<SendingStarted>(Assert.Single(SendNoticeHandler.Handle(
            new SendByMail(Notices.Id, 2, Notices.Signer), Notices.Signed(), InLog, Quota, "<m@d>").Value!));

    [Fact]
    public void After_the_trace_nothing_sends_again_by_itself()
    {
        var again = SendNoticeHandler.Handle(new SendByMail(Notices.Id, 3, Notices.Signer), Notices.Sending(), InLog, Quota, "<m@d>");
        Assert.IsType<NoticeNotReady>(Assert.Single(again.Refusals));
    }

    [Theory]
    [InlineData(true, typeof(NoticeSent))]
    [InlineData(false, typeof(SendingFailed))]
    public void A_person_settles_a_mail_of_which_nothing_was_heard(bool wasSent, Type follows)
    {
        var outcome = SendNoticeHandler.Handle(
            new SettleSending(Notices.Id, 3, Notices.Signer, wasSent, "seen in the mailbox"), Notices.Sending(), InLog);
        Assert.IsType(follows, Assert.Single(outcome.Value!));
    }

    [Fact]
    public void The_same_post_is_not_noticed_twice() =>
        Assert.IsType<AlreadyNoticed>(Assert.Single(SendNoticeHandler.Handle(
            new MarkAsSent(Notices.Id, 2, Notices.Signer, "form"), Notices.Signed(), InLog with { SamePostSent = "N-2026-0009" }, Quota).Refusals));

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(100, false)]
    public void One_addressee_gets_no_more_than_the_days_quota(int sentToday, bool goes) =>
        Assert.Equal(goes, SendNoticeHandler.Handle(
            new MarkAsSent(Notices.Id, 2, Notices.Signer, "form"), Notices.Signed(), InLog with { SentTodayToAddressee = sentToday }, Quota).Ok);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Marking_as_sent_needs_a_proof(string proof) =>
        Assert.IsType<WordsMissing>(Assert.Single(SendNoticeHandler.Handle(
            new MarkAsSent(Notices.Id, 2, Notices.Signer, proof), Notices.Signed(), InLog, Quota).Refusals));
}
