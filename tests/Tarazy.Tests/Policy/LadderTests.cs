using CsCheck;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using static Tarazy.Tests.Policy.SoundDecisions;

namespace Tarazy.Tests.Policy;

public class LadderTests
{
    [Theory]
    [InlineData(Measure.LeaveAlone)]
    [InlineData(Measure.GeoRestrictPost)]
    [InlineData(Measure.RemovePost)]
    [InlineData(Measure.RestrictChannel)]
    public void A_sound_decision_is_carried(Measure measure) => Assert.Empty(Codes(Sound with { Measure = measure }));

    [Theory]
    [InlineData(Measure.LeaveAlone, "", null)]
    [InlineData(Measure.LeaveAlone, "Only untrue.", null)]
    [InlineData(Measure.Context, "", "no-reasons")]
    [InlineData(Measure.Context, Reasons, null)]
    [InlineData(Measure.Label, ".", "no-reasons")]
    [InlineData(Measure.Label, "n/a", "no-reasons")]
    [InlineData(Measure.Label, "xxxxxxxxxxxxxxxxxxxxxxx", "no-reasons")]
    [InlineData(Measure.Label, "because because because because", "no-reasons")]
    [InlineData(Measure.Label, "Сот шешімі басқаша айтады", null)]
    public void Up_to_a_label_reasons_are_all_that_is_owed(Measure measure, string reasons, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(new Decision(measure, new HarmId("false-claim"), reasons), CaseFacts.Nothing));

    public static TheoryData<string, Decision> Broken() => new()
    {
        { "no-reasons", Sound with { Reasons = " " } },
        { "pack-missing", Sound with { Clause = new ClauseRef("xx", "crim-170") } },
        { "clause-unknown", Sound with { Clause = new ClauseRef("kz", "crim-999") } },
        { "harm-unknown", Sound with { Harm = new HarmId("bad-mood") } },
        { "harm-not-covered", Sound with { Harm = new HarmId("doxxing") } },
        { "measure-not-named", Sound with { Measure = Measure.AgeRestrict } },
        { "no-three-part-test", Sound with { Answers = null } },
        { "answer-empty", Sound with { Answers = Answers with { Legality = "" } } },
        { "answer-empty", Sound with { Answers = Answers with { AimReason = "it is false" } } },
        { "answer-empty", Sound with { Answers = Answers with { Necessity = "yes" } } },
        { "answer-empty", Sound with { Answers = Answers with { WhyNotMilder = "-" } } },
        { "answers-repeat", Sound with { Answers = Answers with { Necessity = Answers.Legality.ToUpperInvariant() + " !" } } },
        { "no-aim", Sound with { Answers = Answers with { Aim = LegitimateAim.None } } },
        { "no-aim", Sound with { Answers = Answers with { Aim = (LegitimateAim)77 } } },
        { "only-false", Sound with { Answers = Answers with { Harmful = false } } },
        { "no-end-date", Sound with { EndsOn = null } },
        { "end-date-past", Sound with { EndsOn = Today } },
        { "end-date-past", Sound with { EndsOn = Today.AddDays(-1) } },
        { "end-date-too-far", Sound with { EndsOn = Today.AddDays(367) } },
        { "end-date-too-far", Sound with { Measure = Measure.RestrictChannel, EndsOn = Today.AddDays(91) } },
        { "no-addressee", Sound with { Addressee = null } },
        { "addressee-unknown", Sound with { Addressee = "telegram-ceo" } },
        { "addressee-not-for-measure", Sound with { Addressee = "moderator-plain" } },
        { "addressee-address-unknown", Sound with { Addressee = "telegram-legal-representative" } },
        { "no-territory", Sound with { Measure = Measure.GeoRestrictPost, Territory = null } },
        { "territory-outside-pack", Sound with { Measure = Measure.GeoRestrictPost, Territory = "DE" } },
        { "territory-outside-pack", Sound with { Measure = Measure.GeoRestrictPost, Territory = "WORLD" } },
        { "no-channel-reasons", Sound with { Measure = Measure.RestrictChannel, EndsOn = Today.AddDays(90), ChannelReasons = null } },
        { "no-channel-reasons", Sound with { Measure = Measure.RestrictChannel, EndsOn = Today.AddDays(90), ChannelReasons = Reasons } },
        { "no-rabat", Inciting with { Rabat = null } },
        { "rabat-unanswered", Inciting with { Rabat = Inciting.Rabat! with { Extent = new(2, "") } } },
        { "rabat-unanswered", Inciting with { Rabat = Inciting.Rabat! with { Speaker = new(5, Two.Reason) } } },
        { "rabat-unanswered", Inciting with { Rabat = Inciting.Rabat! with { Context = new(-1, Two.Reason) } } },
        { "rabat-unanswered", Inciting with { Rabat = Inciting.Rabat! with { Context = null! } } },
        { "rabat-too-low", Inciting with { Rabat = Inciting.Rabat! with { Intent = Two with { Score = 1 } } } },
        { "rabat-too-low", Inciting with { Rabat = Inciting.Rabat! with { Likelihood = Two with { Score = 1 } } } },
        { "seal-without-reason", Sound with { SealedUntil = Today.AddDays(30) } },
        { "seal-past", Sound with { SealedUntil = Today, SealReason = "The girl in the post would be found." } },
        { "seal-too-long", Sound with { SealedUntil = Today.AddDays(366), SealReason = "The girl in the post would be found." } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void One_thing_missing_is_one_refusal_with_a_sentence(string code, Decision decision)
    {
        var refusals = Ladder.Check(decision, Law, Today, Facts);
        var only = decision.Clause?.Jurisdiction == "xx" ? refusals.Where(r => r.Code == code) : refusals;
        var refusal = Assert.Single(only.DistinctBy(r => r.Code));
        Assert.Equal(code, refusal.Code);
        Assert.EndsWith(".", refusal.Says, StringComparison.Ordinal);
        Assert.DoesNotContain('{', refusal.Says);
    }

    [Fact]
    public void Without_a_clause_nothing_above_a_label_is_carried()
    {
        var carried = Ladder.Carried(Sound with { Clause = null }, Law, Today, Facts);
        Assert.Equal([Measure.LeaveAlone, Measure.Context, Measure.Label], carried.Where(r => r.Carried).Select(r => r.Measure));
        Assert.All(carried.Where(r => !r.Carried), r => Assert.Equal("no-clause", r.Breaks!.Code));
    }

    [Fact]
    public void The_form_is_told_of_every_rung_what_breaks_it()
    {
        var carried = Ladder.Carried(Sound with { EndsOn = Today.AddDays(90) }, Law, Today, new CaseFacts(1, []));
        Assert.Equal(Enum.GetValues<Measure>(), carried.Select(r => r.Measure));
        Assert.Equal(
            [null, null, null, "addressee-not-for-measure", "measure-not-named", null, null, "too-few-upheld-notices"],
            carried.Select(r => r.Breaks?.Code));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void There_is_no_rung_for_a_service_even_when_one_is_cast_in(int value)
    {
        Assert.Equal(["no-such-rung"], Codes(Sound with { Measure = (Measure)value }));
        Assert.False(Enum.IsDefined((Measure)value));
    }

    [Fact]
    public void The_ladder_ends_at_one_channel()
    {
        Assert.Equal(Measure.RestrictChannel, Enum.GetValues<Measure>().Max());
        Assert.DoesNotContain(Enum.GetNames<Measure>(), n => n.Contains("Service", StringComparison.OrdinalIgnoreCase) || n.Contains("Block", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_channel_is_restricted_only_after_repeated_upheld_notices(int upheld, bool carried) =>
        Assert.Equal(carried, Codes(Sound with { Measure = Measure.RestrictChannel, EndsOn = Today.AddDays(90) }, Facts with { UpheldNoticesOfChannel = upheld }).Count == 0);

    [Theory]
    [InlineData("kz", DeskRole.Authority, true)]
    [InlineData("kz", DeskRole.Resident, false)]
    [InlineData("eu", DeskRole.Authority, false)]
    public void A_recommendation_is_for_the_authority_of_that_country_alone(string jurisdiction, DeskRole role, bool carried)
    {
        var ask = Sound with { Measure = Measure.AskAuthor, Clause = new("kz", "platforms-6"), Addressee = "moderator" };
        Assert.Equal(carried ? [] : ["addressee-not-for-desk"], Codes(ask, new CaseFacts(0, [new(jurisdiction, role)])));
        Assert.Empty(Codes(ask with { Addressee = "moderator-plain" }, CaseFacts.Nothing));
    }

    [Theory]
    [InlineData(ExpressionContext.Satire)]
    [InlineData(ExpressionContext.CounterSpeech)]
    [InlineData(ExpressionContext.News)]
    [InlineData(ExpressionContext.Quotation)]
    [InlineData(ExpressionContext.PublicFigure)]
    [InlineData(ExpressionContext.PublicInterest)]
    public void What_speaks_for_the_author_is_weighed_or_the_rung_falls(ExpressionContext context)
    {
        var silent = Sound with { Answers = Answers with { Contexts = [context] } };
        Assert.Equal(["context-not-weighed"], Codes(silent));
        Assert.Empty(Codes(silent with { Answers = silent.Answers! with { ContextWeighed = "The frame is a joke but the contact is real." } }));
    }

    [Fact]
    public void Incitement_is_carried_when_all_six_are_answered_and_intent_and_likelihood_are_half_met()
    {
        var low = Two with { Score = 0 };
        Assert.Empty(Codes(Inciting));
        Assert.Empty(Codes(Inciting with { Rabat = new RabatAnswers(low, low, Two, low, low, Two) }));
    }

    [Fact]
    public void Criminal_law_is_for_incitement_that_meets_all_six()
    {
        var thresholds = Law.Find("kz")!.Rabat;
        var three = Two with { Score = 3 };
        var all = new RabatAnswers(three, three, three, three, three, three);
        Assert.Empty(Ladder.CheckReferral(all, thresholds));
        Assert.Equal("extent", Assert.IsType<RabatNotMet>(Assert.Single(Ladder.CheckReferral(all with { Extent = Two }, thresholds))).Factor);
        Assert.IsType<RabatUnanswered>(Assert.Single(Ladder.CheckReferral(all with { Extent = three with { Reason = "" } }, thresholds)));
        Assert.IsType<NoRabat>(Assert.Single(Ladder.CheckReferral(null, thresholds)));
    }

    [Fact]
    public void Without_packs_every_restriction_is_refused_and_says_that_it_could_not_be_checked()
    {
        foreach (var measure in Enum.GetValues<Measure>().Where(m => m.Restricts()))
        {
            Assert.Contains("cannot be checked", Assert.Single(Ladder.Check(Sound with { Measure = measure }, Packs.None, Today, Facts)).Says, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_facts_of_a_refusal_are_the_values_of_its_sentence()
    {
        var refusal = new TooFewUpheldNotices(1, 2);
        Assert.Equal([1, 2], refusal.Facts);
        Assert.Equal(new TooFewUpheldNotices(1, 2), refusal);
        Assert.NotEqual(new TooFewUpheldNotices(0, 2), refusal);
    }

    [Fact]
    public void A_pack_that_asks_for_more_is_obeyed()
    {
        var packs = With(p => p with { Ladder = [.. p.Ladder.Select(r => r.Measure == Measure.RemovePost ? r with { Owed = [.. r.Owed, Owed.Territory], UpheldNotices = 1 } : r)] });
        Assert.Equal(
            ["no-territory", "too-few-upheld-notices"],
            Ladder.Check(Sound with { Territory = null }, packs, Today, CaseFacts.Nothing).Select(r => r.Code));
    }

    [Fact]
    public void Whatever_is_carried_above_a_label_has_everything_that_was_owed()
    {
        var decisions =
            from measure in Gen.Int[-2, 12]
            from clause in One<ClauseRef?>(null, new("kz", "crim-170"), new("kz", "crim-174"), new("kz", "platforms-6"), new("xx", "crim-170"))
            from harm in One("mercenary-recruitment", "incitement", "false-claim", "nothing")
            from harmful in One(true, true, true, true, false)
            from aim in One(LegitimateAim.PublicOrder, LegitimateAim.PublicOrder, LegitimateAim.PublicOrder, LegitimateAim.None)
            from days in One<int?>(null, -1, 0, 30, 90, 366, 400)
            from addressee in One<string?>(null, "telegram-abuse", "moderator", "moderator-plain", "telegram-legal-representative")
            from rabat in Gen.Bool
            from upheld in Gen.Int[0, 3]
            select (Decision: Sound with
            {
                Measure = (Measure)measure,
                Clause = clause,
                Harm = new HarmId(harm),
                Answers = Answers with { Harmful = harmful, Aim = aim },
                EndsOn = days is { } d ? Today.AddDays(d) : null,
                Addressee = addressee,
                Rabat = rabat ? Inciting.Rabat : null,
            }, Upheld: upheld);

        var carried = 0;
        decisions.Sample(
            made =>
            {
                var (decision, upheld) = made;
                if (Ladder.Check(decision, Law, Today, Facts with { UpheldNoticesOfChannel = upheld }).Count > 0 || !decision.Measure.Restricts())
                {
                    return;
                }

                Interlocked.Increment(ref carried);
                var clause = Law.Find(decision.Clause!.Value)!;
                Assert.True(Enum.IsDefined(decision.Measure) && clause.Covers(decision.Harm) && clause.Names(decision.Measure));
                Assert.True(decision.Answers is { Harmful: true, Aim: LegitimateAim.PublicOrder });
                Assert.True(decision.EndsOn > Today && decision.Addressee is not null);
                Assert.True(decision.Harm.Value != "incitement" || decision.Rabat is not null);
                Assert.True(decision.Measure != Measure.RestrictChannel || upheld >= 2);
            },
            iter: 20_000);
        Assert.True(carried > 0);
    }

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
