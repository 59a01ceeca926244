using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy;

/// <summary>The packs that ship with the desk.</summary>
public class OurPacksTests
{
    private static readonly PacksLoad Load = Packs.Load(Repository.Path("policies"));

    [Fact]
    public void They_load_without_a_fault()
    {
        Assert.Empty(Load.Faults.Select(f => f.ToString()));
        Assert.Equal(["au", "br", "cn", "de", "eu", "fr", "in", "kr", "kz", "us"], Load.Packs.All.Select(p => p.Jurisdiction));
    }

    [Fact]
    public void What_is_only_believed_carries_low_confidence_and_says_check_before_use()
    {
        var lines = Load.Packs.All.SelectMany(p => p.Clauses.Select(c => c.Provenance)
            .Concat(p.Clocks.Select(c => c.Provenance))
            .Concat(p.Addressees.Select(a => a.Provenance))
            .Concat(p.Known.Select(k => k.Provenance))
            .Concat(p.Forms.Select(f => f.Provenance))).ToList();
        Assert.Contains(lines, l => l.Verified == Verified.Believed);
        Assert.All(lines.Where(l => l.Verified == Verified.Believed), l =>
        {
            Assert.Equal(Confidence.Low, l.Confidence);
            Assert.Contains("Check before use", l.Note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_clause_addressee_or_form_can_name_anything_beyond_one_channel()
    {
        foreach (var pack in Load.Packs.All)
        {
            Assert.Equal(Enum.GetValues<Measure>(), pack.Ladder.Select(r => r.Measure));
            Assert.All(pack.Clauses.SelectMany(c => c.Measures), m => Assert.InRange(m, Measure.AskAuthor, Measure.RestrictChannel));
            Assert.All(pack.Addressees.SelectMany(a => a.Measures), m => Assert.InRange(m, Measure.AskAuthor, Measure.RestrictChannel));
            Assert.All(pack.Forms.SelectMany(f => f.Letters.Values).SelectMany(l => l.Asks.Keys), m => Assert.InRange(m, Measure.AskAuthor, Measure.RestrictChannel));
        }
    }

    [Fact]
    public void No_form_has_a_place_for_the_author()
    {
        Assert.DoesNotContain(Template.Places.Concat(Template.ItemPlaces), p => p.Contains("author", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kz", "mercenary-recruitment", false)]
    [InlineData("kz", "incitement", true)]
    [InlineData("eu", "incitement", true)]
    [InlineData("eu", "false-claim", false)]
    public void Rabat_is_owed_for_incitement_alone(string jurisdiction, string harm, bool owed) =>
        Assert.Equal(owed, Load.Packs.Find(jurisdiction)!.FindHarm(new HarmId(harm))!.Incitement);

    [Theory]
    [InlineData("platforms-6", "2023-09-09", false)]
    [InlineData("platforms-6", "2023-09-10", true)]
    [InlineData("crim-170", "2014-12-31", false)]
    [InlineData("crim-170", "2015-01-01", true)]
    public void A_clause_holds_from_its_first_day(string clause, string day, bool inForce) =>
        Assert.Equal(inForce, Load.Packs.Find("kz")!.ClausesInForce(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Any(c => c.Ref.Clause == clause));

    [Fact]
    public void An_address_nobody_knows_is_null_and_not_a_guess() =>
        Assert.Null(Load.Packs.Find("kz")!.FindAddressee("telegram-legal-representative")!.Address);

    [Theory]
    [InlineData("us")]
    [InlineData("au")]
    [InlineData("kr")]
    [InlineData("cn")]
    [InlineData("br")]
    [InlineData("in")]
    [InlineData("de")]
    [InlineData("fr")]
    public void Where_no_clause_was_read_the_ladder_of_a_pack_itself_ends_at_a_label_on_every_day(string jurisdiction)
    {
        var pack = Load.Packs.Find(jurisdiction)!;
        var alone = new Packs([pack]);
        Assert.All([new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 23), new DateOnly(2030, 1, 1)], day =>
            Assert.All(Reach.Of(pack, alone, day), reach => Assert.Equal(Measure.Label, reach.Top)));
        Assert.NotEmpty(pack.Gaps);
        Assert.NotEmpty(pack.Known);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public void In_a_member_state_the_clauses_of_the_union_hold_too_and_reach_as_far(string jurisdiction)
    {
        var day = new DateOnly(2026, 11, 23);
        var union = Reach.Of(Load.Packs.Find("eu")!, Load.Packs, day);
        Assert.Equal(union.Select(r => (r.Harm, r.Top)), Reach.Of(Load.Packs.Find(jurisdiction)!, Load.Packs, day).Select(r => (r.Harm, r.Top)));
        Assert.Contains(union, r => r.Top == Measure.RestrictChannel);
    }

    [Fact]
    public void Every_clause_is_held_by_a_test_of_its_pack() =>
        Assert.All(Load.Packs.All, pack => Assert.Empty(HoldTests.Unheld(pack).Select(c => c.Ref)));

    [Fact]
    public void Every_record_that_a_pack_names_is_there()
    {
        var records = LawRecords.Load(Repository.Path("policies"));
        Assert.All(Load.Packs.All.SelectMany(p => p.Known).Where(k => k.Record is not null), fact =>
            Assert.True(records.Ages.Find(fact.Record!) is not null || records.Measures.Find(fact.Record!) is not null, fact.Record));
    }

    [Fact]
    public void Every_letter_of_a_pack_can_be_withdrawn_in_the_languages_it_was_sent_in()
    {
        foreach (var pack in Load.Packs.All.Where(p => p.Forms.Count > 0))
        {
            var languages = pack.Forms.Where(f => f.Kind == FormKind.Notice).SelectMany(f => f.Letters.Keys).Distinct();
            Assert.Empty(languages.Except(pack.WithdrawalForm!.Letters.Keys));
        }
    }
}
