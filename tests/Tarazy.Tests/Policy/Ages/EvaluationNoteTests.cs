using Tarazy.Policy.Ages;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>The notes on how the age records are evaluated, each with a test under its own words.</summary>
public class EvaluationNoteTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);

    public static TheoryData<AgeStatus> Statuses => [.. Enum.GetValues<AgeStatus>()];

    [Theory]
    [InlineData(13, 16, 12, Holds.No)]
    [InlineData(13, 16, 13, Holds.Yes)]
    [InlineData(13, 16, 15, Holds.Yes)]
    [InlineData(13, 16, 16, Holds.No)]
    [InlineData(null, 16, 0, Holds.Yes)]
    [InlineData(null, 16, 16, Holds.No)]
    [InlineData(18, null, 17, Holds.No)]
    [InlineData(18, null, 120, Holds.Yes)]
    [InlineData(null, null, 50, Holds.Yes)]
    public void Ages_are_whole_years_and_a_band_covers_min_to_below_with_null_for_open(int? min, int? below, int age, Holds holds) =>
        Assert.Equal(holds, new AgeRange(age, age + 1).In(min, below));

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_record_with_both_ends_counts_inside_the_interval_whatever_its_status_is_today(AgeStatus status)
    {
        var rule = Rule("ZZ") with { Status = status, EffectiveFrom = Day, EffectiveTo = Day.AddDays(2) };
        Assert.Equal(Standing.Counts, AgeStanding.On(rule, Day));
        Assert.Equal(Standing.Counts, AgeStanding.On(rule, Day.AddDays(1)));
        Assert.NotEqual(Standing.Counts, AgeStanding.On(rule, Day.AddDays(2)));
    }

    [Theory]
    [InlineData(AgeStatus.InForce, Standing.Counts)]
    [InlineData(AgeStatus.InForcePendingAppeal, Standing.Counts)]
    [InlineData(AgeStatus.GuidelineInForce, Standing.Counts)]
    [InlineData(AgeStatus.PartlyEnjoined, Standing.CountsInPart)]
    [InlineData(AgeStatus.EnactedNotInForce, Standing.Upcoming)]
    [InlineData(AgeStatus.PassedPromulgationUnconfirmed, Standing.Upcoming)]
    [InlineData(AgeStatus.Proposed, Standing.Upcoming)]
    [InlineData(AgeStatus.Announced, Standing.Upcoming)]
    [InlineData(AgeStatus.Enjoined, Standing.BlockedByCourt)]
    [InlineData(AgeStatus.StruckDown, Standing.BlockedByCourt)]
    [InlineData(AgeStatus.NeverApplied, Standing.History)]
    [InlineData(AgeStatus.Repealed, Standing.History)]
    [InlineData(AgeStatus.SupersededDraft, Standing.History)]
    public void An_open_ended_record_counts_only_with_a_status_in_force_and_is_else_upcoming_blocked_or_history(AgeStatus status, Standing standing) =>
        Assert.Equal(standing, AgeStanding.On(Rule("ZZ") with { Status = status, EffectiveFrom = Day }, Day));

    [Theory]
    [InlineData(-1, Standing.Upcoming)]
    [InlineData(0, Standing.Counts)]
    [InlineData(9, Standing.Counts)]
    [InlineData(10, Standing.History)]
    public void The_first_day_is_included_and_the_last_is_not(int days, Standing standing) =>
        Assert.Equal(standing, AgeStanding.On(Rule("ZZ") with { EffectiveFrom = Day, EffectiveTo = Day.AddDays(10) }, Day.AddDays(days)));

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Without_a_first_day_a_record_is_in_effect_on_no_known_day(AgeStatus status)
    {
        var standing = AgeStanding.On(Rule("ZZ") with { Status = status, EffectiveFrom = null, PlannedFrom = null }, Day);
        Assert.Equal(status is AgeStatus.InForce or AgeStatus.InForcePendingAppeal or AgeStatus.GuidelineInForce ? Standing.Upcoming : standing, standing);
        Assert.False(standing is Standing.Counts or Standing.CountsInPart);
    }

    [Theory]
    [InlineData("US-VA", "US")]
    [InlineData("FR", "EU")]
    public void A_states_record_is_added_to_the_federal_one_and_a_members_to_the_unions(string place, string above)
    {
        var rules = new AgeRules([Rule(place) with { Id = "OWN" }, Rule(above) with { Id = "ABOVE" }, Rule("KZ") with { Id = "OTHER" }]);
        Assert.Equal(["ABOVE", "OWN"], Ask(place, rules).Lines.Select(line => line.Rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["ABOVE"], Ask(above, rules).Lines.Select(line => line.Rule.Id));
    }

    [Theory]
    [InlineData(AgeEffect.DenyAccount, AgeEffect.ParentalConsent)]
    [InlineData(AgeEffect.ParentalConsent, AgeEffect.Curfew)]
    [InlineData(AgeEffect.ParentalConsent, AgeEffect.TimeLimit)]
    [InlineData(AgeEffect.GuardianLink, AgeEffect.Curfew)]
    [InlineData(AgeEffect.Curfew, AgeEffect.DefaultSettings)]
    [InlineData(AgeEffect.TimeLimit, AgeEffect.AgeVerification)]
    [InlineData(AgeEffect.AgeVerification, AgeEffect.DefaultSettings)]
    [InlineData(AgeEffect.DefaultSettings, AgeEffect.Allow)]
    public void The_strictest_effect_wins_whichever_layer_it_comes_from(AgeEffect strict, AgeEffect mild)
    {
        Assert.Equal(strict, Ask("FR", new AgeRules([With("FR", strict), With("EU", mild)])).Effect);
        Assert.Equal(strict, Ask("FR", new AgeRules([With("EU", strict), With("FR", mild)])).Effect);
    }

    [Fact]
    public void Scope_decides_first_so_an_exempt_service_is_left_out_at_every_age()
    {
        var rule = Rule("ZZ");
        var rules = new AgeRules([rule with { Scope = rule.Scope with { Exempt = ["messaging", "School Chat"] } }]);
        foreach (var over in new[] { true, false })
        {
            var answer = Ask("ZZ", rules, name: "school chat", over: over);
            Assert.Equal((AgeKnowledge.LeavesTheServiceOut, null, null), (answer.Knowledge, answer.Effect, answer.Possible));
        }
    }

    [Theory]
    [InlineData(TelegramReading.In, Coverage.Covered)]
    [InlineData(TelegramReading.Out, Coverage.Exempt)]
    [InlineData(TelegramReading.Unclear, Coverage.Unclear)]
    public void What_was_read_about_telegram_itself_decides_for_telegram(TelegramReading reading, Coverage coverage)
    {
        var rule = Rule("ZZ");
        var answer = Ask("ZZ", new AgeRules([rule with { Scope = rule.Scope with { Telegram = reading } }]), name: "Telegram");
        Assert.Equal(coverage, Assert.Single(answer.Lines).Coverage);
    }

    [Fact]
    public void The_input_is_a_place_a_day_a_service_and_thresholds_and_nothing_of_a_person() => Assert.Equal(
        ["At", "Date", "Jurisdiction", "Name", "Proofs", "Service", "Users", "Zone"],
        typeof(AgeQuestion).GetProperties().Select(field => field.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void How_a_record_was_checked_is_one_of_read_partly_and_recall_and_stands_in_every_answer()
    {
        Assert.Equal([HowChecked.Recall, HowChecked.Partly, HowChecked.Read], Enum.GetValues<HowChecked>());
        Assert.All(Known.Load.Rules.All.Where(rule => rule.Verified == HowChecked.Read), rule => Assert.NotEmpty(rule.Sources));
    }

    private static AgeRule Rule(string place) => Known.Load.Rules.Find("AU-SMMA-2024")! with
    {
        Id = place,
        Jurisdiction = place,
        Status = AgeStatus.InForce,
        EffectiveFrom = new DateOnly(2020, 1, 1),
        EffectiveTo = null,
    };

    private static AgeRule With(string place, AgeEffect effect) =>
        Rule(place) is var rule ? rule with { Bands = [rule.Bands[0] with { Effect = effect }] } : throw new InvalidOperationException();

    private static AgeAnswer Ask(string place, AgeRules rules, string? name = null, bool over = false) =>
        EvaluateAge.Answer(new AgeQuestion(place, Day, ServiceType.SocialMedia, name, [new ThresholdProof(16, over)]), rules, Known.Places);
}
