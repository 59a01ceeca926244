using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Narrowing;
using Tarazy.Demand.Verifying;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Tests.Promises;

namespace Tarazy.Tests.Demand;

/// <summary>Who demands, on what law, and how much of it.</summary>
public class CheckTests
{
    [Theory]
    [InlineData("gov.kz", true)]
    [InlineData("mam.GOV.kz", true)]
    [InlineData("fakegov.kz", false)]
    [InlineData("gov.kz.example", false)]
    [InlineData("gоv.kz", false)] // a Cyrillic o
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_mailbox_proves_the_office_only_under_a_host_that_the_pack_lists(string? host, bool proves) =>
        Assert.Equal(proves, Verify(IssuerCheck.MailHost, c => c with { Host = host }).Ok);

    [Fact]
    public void A_call_back_goes_to_a_number_found_elsewhere_after_the_demand_came()
    {
        Assert.IsType<NumberFromTheDemand>(Assert.Single(Verify(IssuerCheck.CallBack, c => c with { CalledAt = Letters.Now }).Refusals));
        Assert.IsType<CallNotDated>(Assert.Single(Verify(IssuerCheck.CallBack, c => c with { FoundElsewhere = true }).Refusals));
        Assert.IsType<CallNotDated>(Assert.Single(Verify(
            IssuerCheck.CallBack, c => c with { FoundElsewhere = true, CalledAt = Letters.Now.AddDays(-1) }).Refusals));
        Assert.True(Verify(IssuerCheck.CallBack, c => c with { FoundElsewhere = true, CalledAt = Letters.Now.AddMinutes(-5) }).Ok);
    }

    [Fact]
    public void That_it_could_not_be_verified_is_recorded_and_verifies_nothing()
    {
        var happened = WholeDesk.Done(Verify(IssuerCheck.None, c => c));
        Assert.False(Letters.State(Letters.Removal(), happened).IsVerified);
        Assert.True(VerifyIssuerHandler.Handle(
            new AskBack(Letters.Id, 1, Letters.First, "Which post do you mean, please?"), Letters.State(Letters.Removal(), happened)).Ok);
    }

    [Fact]
    public void A_sound_demand_is_carried_by_its_clause() =>
        Assert.Equal(Letters.Platforms9, Assert.IsType<BasisChecked>(Assert.Single(WholeDesk.Done(Check(Letters.Removal())))).Clause);

    [Fact]
    public void What_the_law_does_not_carry_is_refused_with_its_reason()
    {
        Has<NoClause>(Check(Letters.Removal(), clause: null));
        Has<ClauseUnknown>(Check(Letters.Removal(), new ClauseRef("kz", "invented-1")));
        Has<ClauseOfAnotherState>(Check(Letters.Removal(), new ClauseRef("eu", "racism-1")));
        Has<PackMissing>(Check(From("qq"), new ClauseRef("qq", "law-1")));
        Has<MeasureNotNamed>(Check(Letters.Removal(new DemandScope(["https://t.me/steppe_news"])), new ClauseRef("kz", "platforms-6")));
        Has<ClauseCarriesNone>(Check(Letters.Removal(), new ClauseRef("kz", "crim-170")));
        Has<TerritoryOutsidePack>(Check(Letters.Removal(new DemandScope([Letters.Post], "RU"))));
        Has<NoTerritory>(Check(Letters.Removal(kind: DemandKind.GeoRestriction)));
        Has<DemandIsBlanket>(Check(Letters.Removal(new DemandScope([Letters.Post], Whole: "all posts about the strike"))));
        Has<ClauseNotInForce>(Check(Letters.Removal(), Letters.Platforms9, new DateTimeOffset(2023, 9, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Where_the_pack_says_nothing_of_such_a_demand_the_answer_is_no() => Assert.All(WholeDesk.Law.All, pack =>
    {
        Assert.Null(pack.FindDemand(DemandKind.Data));
        var letter = Letters.ForData(AskedData.NoticeFile) with { Issuer = new("An office", IssuerKind.Police, pack.Jurisdiction) };
        Assert.All(pack.Clauses, c => Has<LawIsSilent>(Check(letter, c.Ref)));
    });

    [Fact]
    public void A_court_order_is_owed_where_the_pack_asks_for_one_and_for_data_unless_it_says_otherwise()
    {
        var clause = new ClauseRef("eu", "terrorism-5");
        Has<CourtOrderOwed>(Check(From("eu"), clause));
        var order = new CourtOrder("A court", "1-1", new DateOnly(2026, 11, 1), new string('a', 64));
        Assert.DoesNotContain(Check(From("eu") with { CourtOrder = order }, clause).Refusals, r => r is CourtOrderOwed);
        Has<CourtOrderOwed>(Check(Letters.ForData(AskedData.NoticeFile), law: WithDataRule(owed: true)));
        Assert.True(Check(Letters.ForData(AskedData.NoticeFile), law: WithDataRule(owed: false)).Ok);
    }

    [Fact]
    public void A_narrowing_takes_away_and_never_adds()
    {
        var service = Letters.Removal(new DemandScope([], Whole: "the whole messenger in the country"));
        Assert.True(Narrow(service, new DemandScope([Letters.Post])).Ok);
        Assert.True(Narrow(Letters.Removal(), new DemandScope([Letters.Post], "KZ")).Ok);
        Has<NotNarrower>(Narrow(Letters.Removal(), new DemandScope([Letters.Post])));
        Has<NotNarrower>(Narrow(Letters.Removal(), new DemandScope([Letters.Post, "https://t.me/steppe_news/2"])));
        Has<NotNarrower>(Narrow(Letters.Removal(), new DemandScope(["https://t.me/aray_tv/2"])));
        Has<NotNarrower>(Narrow(Letters.Removal(new DemandScope([Letters.Post], "KZ")), new DemandScope([Letters.Post])));
        Has<NotNarrower>(Narrow(Letters.ForData(AskedData.Figures), new DemandScope([], Data: [AskedData.CaseFile])));
    }

    [Fact]
    public void After_a_narrowing_the_law_is_asked_again()
    {
        var state = Letters.State(Letters.Removal(), Letters.Verified, Letters.Based);
        Assert.NotNull(state.Basis);
        var narrowed = new DemandNarrowed(Letters.Id, Letters.First, state.Scope, new DemandScope([Letters.Post], "KZ"), "Only in that country.");
        Assert.Null(Letters.State(Letters.Removal(), Letters.Verified, Letters.Based, narrowed).Basis);
    }

    internal static Packs WithDataRule(bool owed)
    {
        var provenance = new Provenance("invented", Confidence.Low, Verified.Believed, "Invented.");
        return new([.. WholeDesk.Law.All.Select(p => p with { Demands = [.. p.Demands, new DemandRule(DemandKind.Data, owed, ["platforms-9"], null, provenance)] })]);
    }

    private static DemandLetter From(string jurisdiction) =>
        Letters.Removal() with { Issuer = new("An office", IssuerKind.Regulator, jurisdiction) };

    private static Outcome<DemandEvent[]> Verify(IssuerCheck check, Func<VerifyIssuer, VerifyIssuer> change) => VerifyIssuerHandler.Handle(
        change(new VerifyIssuer(Letters.Id, 1, Letters.First, check, "Number from the state register.")), Letters.State(Letters.Removal()), Letters.Law, Letters.Now);

    private static Outcome<DemandEvent[]> Check(DemandLetter letter) => Check(letter, Letters.Platforms9);

    private static Outcome<DemandEvent[]> Check(DemandLetter letter, Packs law) => CheckBasisHandler.Handle(
        new CheckBasis(Letters.Id, 1, Letters.First, Letters.Platforms9), Letters.State(letter), law, Letters.Now);

    private static Outcome<DemandEvent[]> Check(DemandLetter letter, ClauseRef? clause, DateTimeOffset? at = null) => CheckBasisHandler.Handle(
        new CheckBasis(Letters.Id, 1, Letters.First, clause), Letters.State(letter), Letters.Law, at ?? Letters.Now);

    private static Outcome<DemandEvent[]> Narrow(DemandLetter letter, DemandScope to) => NarrowDemandHandler.Handle(
        new NarrowDemand(Letters.Id, 1, Letters.First, to, "Nothing else has a ground."), Letters.State(letter));

    private static void Has<T>(Outcome<DemandEvent[]> outcome) => Assert.Contains(outcome.Refusals, r => r is T);
}
