using Tarazy.Policy.Conflicts;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.Conflicts;

/// <summary>Three invented laws on one harm, and what is said where they meet.</summary>
public class CompareJurisdictionsTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly HarmId Harm = new("incitement");
    private static readonly Pack Model = Packs.Load(Repository.Path("policies")).Packs.Find("kz")!;
    private static readonly LawRecords Records = LawRecords.Load(Repository.Path("policies"));

    [Theory]
    [InlineData(Measure.RemovePost, Stance.Carries, Stance.CarriesLess, Stance.NoGround, Stance.NotKnown)]
    [InlineData(Measure.AskAuthor, Stance.Carries, Stance.Carries, Stance.NoGround, Stance.NotKnown)]
    [InlineData(Measure.RestrictChannel, Stance.CarriesLess, Stance.CarriesLess, Stance.NoGround, Stance.NotKnown)]
    [InlineData(Measure.Label, Stance.Carries, Stance.Carries, Stance.Carries, Stance.NotKnown)]
    public void Each_law_answers_for_the_rung_that_is_asked(Measure rung, Stance removing, Stance asking, Stance silent, Stance unknown)
    {
        var rows = Compare(rung).Rows;
        Assert.Equal(removing, rows.Single(row => row.Jurisdiction == "aa").Stance);
        Assert.Equal(asking, rows.Single(row => row.Jurisdiction == "bb").Stance);
        Assert.Equal(silent, rows.Single(row => row.Jurisdiction == "cc").Stance);
        Assert.Equal(unknown, rows.Single(row => row.Jurisdiction == "dd").Stance);
    }

    [Fact]
    public void A_removal_that_other_laws_do_not_carry_reaches_beyond_and_the_milder_rung_is_named()
    {
        var conflicts = Compare(Measure.RemovePost).Conflicts;
        Assert.Contains(new JurisdictionConflict(ConflictKind.CarriedHereNotThere, "aa", "bb", Measure.AskAuthor), conflicts);
        Assert.Contains(new JurisdictionConflict(ConflictKind.CarriedHereNotThere, "aa", "cc", Measure.Label), conflicts);
        Assert.Contains(new JurisdictionConflict(ConflictKind.ReachesBeyond, "aa", null, Measure.GeoRestrictPost), conflicts);
        Assert.DoesNotContain(conflicts, conflict => conflict.There == "dd");
    }

    [Theory]
    [InlineData(Measure.GeoRestrictPost)]
    [InlineData(Measure.Context)]
    public void What_stays_inside_its_territory_or_restricts_nobody_reaches_nobody_else(Measure rung) =>
        Assert.DoesNotContain(Compare(rung).Conflicts, conflict => conflict.Kind == ConflictKind.ReachesBeyond);

    [Fact]
    public void A_milder_rung_is_named_only_where_the_clause_of_the_notice_carries_it()
    {
        var strict = Law("aa", "AA", Clause("aa", Measure.RemovePost));
        var conflicts = Compare(Measure.RemovePost, strict).Conflicts;
        Assert.Contains(new JurisdictionConflict(ConflictKind.ReachesBeyond, "aa", null, null), conflicts);
    }

    [Fact]
    public void A_clause_that_has_ended_carries_nothing()
    {
        var ended = Law("aa", "AA", Clause("aa", Measure.RemovePost) with { InForce = new InForce(new DateOnly(2020, 1, 1), null, new DateOnly(2021, 1, 1)) });
        Assert.Equal(Stance.NoGround, Compare(Measure.RemovePost, ended).Rows.Single(row => row.IsOwn).Stance);
    }

    [Fact]
    public void A_demand_to_remove_meets_a_law_that_has_no_ground()
    {
        var demand = Records.Measures.Find("BY-2020-EXTREMIST")!;
        var conflict = Assert.Single(Compare(Measure.Label, measures: [demand]).Conflicts, one => one.Kind == ConflictKind.DemandMeetsNoGround);
        Assert.Equal(("BY", "BY-2020-EXTREMIST"), (conflict.Here, conflict.Record));
    }

    [Fact]
    public void A_place_without_a_pack_is_not_known_and_never_said_to_allow_or_refuse()
    {
        var row = Compare(Measure.RemovePost, measures: [Records.Measures.Find("CN-2015")!]).Rows.Single(one => one.Jurisdiction == "CN");
        Assert.Equal((false, Stance.NotKnown), (row.HasPack, row.Stance));
        Assert.Null(row.Highest);
        Assert.Null(row.Confidence);
    }

    [Theory]
    [InlineData("VN-2025-05", true)]
    [InlineData("RU-2026-02", true)] // slowed
    [InlineData("RU-2026-04", false)] // reported, not confirmed
    [InlineData("UA-2024-09", false)] // official devices only
    [InlineData("ES-2024-03", false)] // revoked
    public void Only_a_measure_that_stands_on_the_whole_service_is_said_to_be_there_already(string id, bool said)
    {
        var measure = Records.Measures.Find(id)! with { Country = "AA" };
        Assert.Equal(said, Compare(Measure.RemovePost, measures: [measure]).Conflicts.Any(one => one.Kind == ConflictKind.WholeServiceAlreadyHit));
    }

    [Fact]
    public void The_packs_of_this_release_are_compared_whatever_they_are()
    {
        var packs = Packs.Load(Repository.Path("policies")).Packs;
        foreach (var harm in packs.All.SelectMany(pack => pack.Harms).Select(harm => harm.Id).Distinct())
        {
            var compared = CompareJurisdictions.Compare(new(harm, Measure.RemovePost, "kz", null, "KZ", Day), packs, Records);
            Assert.Equal(packs.All.Count, compared.Rows.Count(row => row.HasPack));
            Assert.True(compared.Rows[0].IsOwn);
            Assert.All(compared.Rows, row => Assert.All(row.Measures, measure => Assert.True(measure.On(Day))));
        }
    }

    private static JurisdictionComparison Compare(Measure rung, Pack? own = null, IReadOnlyList<StateMeasure>? measures = null)
    {
        var packs = new Packs(
        [
            own ?? Law("aa", "AA", Clause("aa", Measure.AskAuthor, Measure.GeoRestrictPost, Measure.RemovePost)),
            Law("bb", "BB", Clause("bb", Measure.AskAuthor)),
            Law("cc", "CC"),
            Law("dd", "DD") with { Harms = [] },
        ]);
        return CompareJurisdictions.Compare(
            new JurisdictionQuestion(Harm, rung, "aa", new ClauseRef("aa", "one"), null, Day),
            packs,
            Records with { Measures = new StateMeasureRegister(measures ?? []) });
    }

    private static Pack Law(string jurisdiction, string territory, params Clause[] clauses) =>
        Model with { Jurisdiction = jurisdiction, Territories = [territory], Clauses = clauses };

    private static Clause Clause(string jurisdiction, params Measure[] measures) => Model.Clauses[0] with
    {
        Ref = new ClauseRef(jurisdiction, "one"),
        InForce = new InForce(new DateOnly(2020, 1, 1), null, null),
        Harms = [Harm],
        Measures = measures,
    };
}
