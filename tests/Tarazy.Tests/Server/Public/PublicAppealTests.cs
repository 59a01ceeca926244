using System.Net;
using System.Text.Json;
using Tarazy.Notice.Notices;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Appeals;
using Tarazy.Server.Public.Forms;
using Tarazy.Storage.Events;
using Tarazy.Tests.Notice;

namespace Tarazy.Tests.Server.Public;

public class PublicAppealTests
{
    private const string Link = "https://desk.example/appeal/0a1b2c-00ff";

    [Fact]
    public void The_link_opens_the_whole_notice_while_everybody_else_sees_a_seal()
    {
        var history = History(sealedUntil: new DateOnly(2027, 1, 1));
        var view = BuildAppeal.Notice(NoticeState.Fold(history)!, history, [], "@steppe", Named.Bare);

        var notice = view.Chain[0];
        Assert.Equal("harm.mercenary-recruitment: @steppe", view.Title);
        Assert.Equal("[reviewer] weighed it", notice.Reasons);
        Assert.Equal("...", Assert.Single(notice.Ground!.Quotes).Text);
        Assert.Null(view.SealedUntil);
    }

    [Fact]
    public void Neither_a_reviewer_nor_the_key_of_the_link_is_named_on_the_page()
    {
        var history = History();
        var page = JsonSerializer.Serialize(BuildAppeal.Notice(NoticeState.Fold(history)!, history, [], "@steppe", Named.Bare));

        Assert.DoesNotContain("R-0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("00ff", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_events_names_the_entries_that_are_in_the_log_and_leaves_out_the_desks_own_steps()
    {
        var history = History();
        var entries = new[] { Entries.Entry(7, "notice-signed") with { At = history[1].At }, Entries.Entry(9, "appeal-opened", covered: false) };
        var view = BuildAppeal.Notice(NoticeState.Fold(history)!, history, entries, "@steppe", Named.Bare);

        Assert.Equal(["notice", "appeal", "reversal", "withdrawal"], view.Chain.Select(c => c.Kind));
        Assert.Equal([7, null, null, null], view.Chain.Select(c => c.Entry));
        Assert.Equal(history[2].At, view.Chain[0].At);
        Assert.Equal(history[1].At, view.Chain[0].LoggedAt);
    }

    [Fact]
    public void A_channel_that_appealed_reads_its_own_words_and_the_day_by_which_somebody_decides()
    {
        var history = History()[..4];
        var status = BuildAppeal.Status(NoticeState.Fold(history)!, history, days: 14)!;

        Assert.Equal("We warned of it.", status.Words);
        Assert.Equal(history[3].At.AddDays(14), status.DueAt);
        Assert.Null(status.Reversed);
    }

    [Fact]
    public void A_decided_appeal_says_how_when_and_why()
    {
        var history = History();
        var status = BuildAppeal.Status(NoticeState.Fold(history)!, history, days: 14)!;

        Assert.Equal((true, history[4].At, "[reviewer] looked: it was a warning"), (status.Reversed, status.DecidedAt, status.Reasons));
    }

    [Fact]
    public void Before_an_appeal_there_is_no_status() =>
        Assert.Null(BuildAppeal.Status(NoticeState.Fold(History()[..3])!, History()[..3], days: 14));

    [Fact]
    public void A_line_break_counts_once_as_in_the_field_it_was_typed_into() =>
        Assert.Equal("a\nb\nc", PublicAppealPages.Lines("a\r\nb\nc"));

    [Theory]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)] // one household
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.9", "203.0.113.10", false)]
    public void Forms_are_counted_by_address(string one, string other, bool together) =>
        Assert.Equal(together, FormLimit.KeyOf(IPAddress.Parse(one)) == FormLimit.KeyOf(IPAddress.Parse(other)));

    private static Recorded<NoticeEvent>[] History(DateOnly? sealedUntil = null)
    {
        var drafted = Notices.Draft().Drafted;
        drafted = drafted with { Decision = drafted.Decision with { Reasons = "R-01 weighed it", SealedUntil = sealedUntil } };
        NoticeEvent[] events =
        [
            drafted,
            new NoticeSigned(Notices.Id, Notices.Signer, new Letter("email", "abuse@platform.example", "en", "Notice", $"By R-03. {Link}"), "1"),
            new NoticeSent(Notices.Id, Notices.Signer, 7, "250 ok"),
            new AppealOpened(Notices.Id, "We warned of it."),
            new AppealDecided(Notices.Id, Notices.Ombudsperson, true, "R-04 looked: it was a warning"),
            new NoticeWithdrawn(Notices.Id, Notices.Ombudsperson, "R-04 looked: it was a warning"),
        ];
        return [.. events.Select((e, n) => new Recorded<NoticeEvent>(n + 1, Notices.Id.Value, n + 1, "R-01", Notices.Now.AddHours(n), e))];
    }
}
