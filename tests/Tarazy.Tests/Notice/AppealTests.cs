using CsCheck;
using Tarazy.Notice.Answers;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Notices;
using Tarazy.Records.Notices;

namespace Tarazy.Tests.Notice;

public class AppealTests
{
    private static readonly AppealLinks Links = new(new byte[32]);

    [Fact]
    public void Nobody_with_a_part_in_the_notice_decides_its_appeal()
    {
        foreach (var reader in new[] { Notices.Decider, Notices.Second, Notices.Signer })
        {
            var outcome = DecideAppealHandler.Handle(new DecideAppeal(Notices.Id, 5, reader, true, "Wrong."), Notices.Appealed());
            Assert.IsType<HadAPart>(Assert.Single(outcome.Refusals));
        }
    }

    [Fact]
    public void A_reversal_withdraws_the_notice_in_the_same_step()
    {
        var outcome = DecideAppealHandler.Handle(new DecideAppeal(Notices.Id, 5, Notices.Ombudsperson, true, "A quotation."), Notices.Appealed());
        Assert.Collection(outcome.Value!, e => Assert.True(Assert.IsType<AppealDecided>(e).Reversed), e => Assert.IsType<NoticeWithdrawn>(e));
    }

    [Fact]
    public void An_appeal_that_fails_leaves_the_notice_standing() =>
        Assert.False(Assert.IsType<AppealDecided>(Assert.Single(DecideAppealHandler.Handle(
            new DecideAppeal(Notices.Id, 5, Notices.Ombudsperson, false, "It offers pay."), Notices.Appealed()).Value!)).Reversed);

    [Fact]
    public void A_link_opens_one_appeal()
    {
        Assert.IsType<AppealOpened>(Assert.Single(OpenAppealHandler.Handle(new OpenAppeal(Notices.Id, "We warned."), Notices.Sent(), 5000).Value!));
        Assert.IsType<AppealIsOpen>(Assert.Single(OpenAppealHandler.Handle(new OpenAppeal(Notices.Id, "Again."), Notices.Appealed(), 5000).Refusals));
    }

    [Fact]
    public void A_link_leads_to_its_notice_and_no_changed_link_leads_anywhere()
    {
        var token = Links.TokenOf(Notices.Id);
        Assert.Equal(Notices.Id, Links.Read(token));
        Gen.Int[0, token.Length - 1].Select(Gen.Char["0123456789abcdef-"]).Sample((at, c) =>
        {
            var changed = token[..at] + c + token[(at + 1)..];
            return changed == token || Links.Read(changed) is null;
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("notice")]
    [InlineData("0a1b2c-")]
    public void What_is_no_link_is_refused(string token) => Assert.Null(Links.Read(token));

    [Fact]
    public void Silence_is_an_answer_only_after_the_clock()
    {
        var early = new RecordAnswer(Notices.Id, 4, Notices.Signer, AnswerOutcome.NoAnswer, "nothing came");
        Assert.IsType<ClockStillRuns>(Assert.Single(RecordAnswerHandler.Handle(early, Notices.Sent(), Notices.Now, 1000).Refusals));
        Assert.True(RecordAnswerHandler.Handle(early, Notices.Sent(), Notices.Now.AddDays(6), 1000).Ok);
    }

    [Fact]
    public void What_was_not_sent_has_no_answer() =>
        Assert.IsType<NoticeNotReady>(Assert.Single(RecordAnswerHandler.Handle(
            new RecordAnswer(Notices.Id, 2, Notices.Signer, AnswerOutcome.Removed, "gone"), Notices.Signed(), Notices.Now, 1000).Refusals));
}
