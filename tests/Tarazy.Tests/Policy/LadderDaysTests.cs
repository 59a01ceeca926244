using System.Globalization;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using static Tarazy.Tests.Policy.SoundDecisions;

namespace Tarazy.Tests.Policy;

/// <summary>What is in force, in service and sealed on which day.</summary>
public class LadderDaysTests
{
    [Theory]
    [InlineData("2014-12-31", true)]
    [InlineData("2015-01-01", false)]
    public void A_clause_carries_nothing_before_it_was_in_force(string on, bool refused)
    {
        var day = Day(on);
        var decision = Sound with { EndsOn = day.AddDays(30), Addressee = "telegram-abuse" };
        Assert.Equal(refused, Ladder.Check(decision, Law, day, Facts).Any(r => r.Code == "clause-not-in-force"));
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    public void A_clause_carries_nothing_after_its_last_day(string on, bool carried)
    {
        var packs = With(p => p with { Clauses = [.. p.Clauses.Select(c => c with { InForce = c.InForce with { To = Today } })] });
        Assert.Equal(carried, Ladder.Check(Sound, packs, Day(on), Facts).All(r => r.Code != "clause-not-in-force"));
    }

    [Theory]
    [InlineData("2026-06-29", false)]
    [InlineData("2026-06-30", true)]
    public void An_addressee_of_unknown_age_is_in_service_from_the_day_it_was_seen(string on, bool carried) =>
        Assert.Equal(carried, Ladder.Check(Sound with { EndsOn = Day(on).AddDays(9) }, Law, Day(on), Facts).Count == 0);

    [Theory]
    [InlineData(1, true)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void A_measure_ends_within_what_the_pack_allows(int days, bool carried) =>
        Assert.Equal(carried, Codes(Sound with { EndsOn = Today.AddDays(days) }).Count == 0);

    [Theory]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void A_seal_protects_a_victim_and_opens(int days, bool carried) =>
        Assert.Equal(carried, Codes(Sound with { SealedUntil = Today.AddDays(days), SealReason = "The girl in the post would be found." }).Count == 0);

    [Fact]
    public void A_seal_without_a_pack_cannot_be_checked_so_the_answer_is_no() =>
        Assert.Equal(["seal-not-checkable"], Codes(new Decision(Measure.Label, Sound.Harm, Reasons, SealedUntil: Today.AddDays(1), SealReason: "The girl in the post would be found.")));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
