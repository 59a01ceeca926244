using System.Text.Json;
using Tarazy.Policy.Law;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Notices;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Public;

public class ChainTests
{
    [Fact]
    public void A_chain_goes_in_the_order_of_the_log_and_the_sending_stands_with_its_notice()
    {
        var chain = BuildChain.From([.. Entries.Whole().Reverse()], Named.Bare);

        Assert.Equal(["notice", "receipt", "answer", "appeal", "reversal", "withdrawal", "correction"], chain.Select(c => c.Kind));
        Assert.Equal([3, 6, 7, 8, 9, 10, 11], chain.Select(c => c.Entry!.Value));
        Assert.Equal(Entries.Start.AddHours(5), chain[0].At);
        Assert.Equal(Entries.Start.AddHours(3), chain[0].LoggedAt);
    }

    [Fact]
    public void An_open_notice_shows_its_ground_its_test_and_its_letter()
    {
        var notice = BuildChain.From(Entries.Whole(), Named.Bare)[0];

        Assert.Equal(Measure.RemovePost, notice.Ground!.Measure);
        Assert.Equal(new DateOnly(2026, 9, 1), notice.Ground.EndsOn);
        Assert.Equal("kz/crim-194", notice.Ground.ClauseTitle);
        Assert.Equal(LegitimateAim.RightsOfOthers, notice.Ground.Test!.Aim);
        Assert.Equal("W", notice.Ground.Test.ContextWeighed);
        Assert.Equal("ru", notice.Letter!.Language);
        Assert.Equal(AnswerOutcome.Removed, BuildChain.From(Entries.Whole(), Named.Bare)[2].Answer);
    }

    [Fact]
    public void A_notice_leads_to_its_clause_as_it_stood_on_the_day_of_the_decision()
    {
        var law = Packs.Load(Repository.Path("policies")).Packs;
        var clause = law.Find(new ClauseRef("kz", "crim-194"))!;
        var kept = new RuleAsItStood("2026-11-23", new DateOnly(2026, 3, 1), clause.Text, StandingRule.Digest(clause));
        var ground = Ground(kept, law);
        Assert.Equal("/law/kz?date=2026-03-01#crim-194", ground.ClauseAddress);
        Assert.False(ground.Moved);

        // Somebody changed the line in place, or the pack was lost: what was kept still says what the decision rested on.
        var changed = new Packs([.. law.All.Select(p => p with { Clauses = [.. p.Clauses.Select(c => c.Ref == clause.Ref ? c with { Text = "Another article" } : c)] })]);
        Assert.All([Ground(kept, changed), Ground(kept, Packs.None)], later =>
        {
            Assert.True(later.Moved);
            Assert.Equal(clause.Text, later.Reference);
        });
        Assert.False(BuildChain.From(Entries.Whole(), Named.Bare)[0].Ground!.Moved);
    }

    private static NoticeGround Ground(RuleAsItStood kept, Packs law)
    {
        var rule = JsonSerializer.Serialize(kept, Tarazy.Records.Canonical.DeskJson.Options);
        var content = Entries.SignedContent.Replace("\"territory\"", $"\"rule\":{rule},\"territory\"", StringComparison.Ordinal);
        return BuildChain.From([Entries.Entry(3, "notice-signed", content)], Named.In(law))[0].Ground!;
    }

    [Theory]
    [InlineData(Openness.Sealed)]
    [InlineData(Openness.Erased)]
    public void What_is_closed_shows_no_word_even_when_its_content_is_at_hand(Openness closed)
    {
        var chain = BuildChain.From(Entries.Whole(closed), Named.Bare);

        Assert.Equal(["notice", "receipt", "answer", "appeal", "decided", "withdrawal", "correction"], chain.Select(c => c.Kind));
        Assert.DoesNotContain(Entries.Secret, JsonSerializer.Serialize(chain), StringComparison.Ordinal);
        Assert.All(chain, line => Assert.True(line is { Ground: null, Letter: null, Answer: null, Words: null, Reasons: null }));
    }

    [Fact]
    public void An_open_chain_does_hold_the_words_that_a_closed_one_must_not() =>
        Assert.Contains(Entries.Secret, JsonSerializer.Serialize(BuildChain.From(Entries.Whole(), Named.Bare)), StringComparison.Ordinal);

    [Fact]
    public void An_erased_entry_says_why_and_keeps_its_place()
    {
        var line = Assert.Single(BuildChain.From(
            [Entries.Entry(4, "notice-answered", openness: Openness.Erased, erased: "Request of the person concerned")], Named.Bare));

        Assert.Equal("Request of the person concerned", line.Erased);
        Assert.Equal(4, line.Entry);
    }

    [Fact]
    public void An_entry_that_the_checkpoint_does_not_cover_is_on_its_way_to_the_log() =>
        Assert.Null(Assert.Single(BuildChain.From([Entries.Entry(3, "notice-signed", Entries.SignedContent, covered: false)], Named.Bare)).Entry);

    [Fact]
    public void A_notice_that_was_not_sent_does_not_say_that_it_was()
    {
        var line = Assert.Single(BuildChain.From([Entries.Entry(3, "notice-signed", Entries.SignedContent)], Named.Bare));

        Assert.Null(line.LoggedAt);
        Assert.Equal(Entries.Start.AddHours(3), line.At);
    }

    [Fact]
    public void A_notice_that_stands_after_its_appeal_is_not_called_reversed() =>
        Assert.Equal("upheld", Assert.Single(BuildChain.From(
            [Entries.Entry(9, "appeal-decided", """{"reversed":false,"reasons":"R"}""")], Named.Bare)).Kind);

    [Fact]
    public void A_sealed_page_has_no_title_no_harm_and_no_addressee()
    {
        var opens = new DateOnly(2027, 1, 1);
        var view = BuildPublicNotice.From(
            new RegisteredNotice(Entries.Line(opens), Entries.Whole(Openness.Sealed)), Entries.Secret, null, null, Named.Bare);

        Assert.True(view is { Title: null, Harm: null, Measure: null, Addressee: null, Answer: null, Reversed: null, State: "sealed" });
        Assert.Equal(opens, view.SealedUntil);
        Assert.DoesNotContain(Entries.Secret, JsonSerializer.Serialize(view), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_counts_every_entry_that_its_receipt_holds_and_says_why_the_desk_was_wrong()
    {
        var view = BuildPublicNotice.From(
            new RegisteredNotice(Entries.Line() with { Reversed = true }, Entries.Whole()), "@steppe", null, null, Named.Bare);

        Assert.Equal(8, view.Entries);
        Assert.Equal(Entries.Secret, view.Reversed);
        Assert.Equal("harm.extortion: @steppe", view.Title);
    }
}
