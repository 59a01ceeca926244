using Tarazy.Policy.Ages;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>The tables of the countries that the debate points to, each with its edges. Effects are those of the records, no more.</summary>
public class EvaluateAgeTests
{
    [Theory]
    // Australia: under 16, no account, from 10 December 2025; 15 is inside, 16 is not.
    [InlineData("AU", "2025-12-09", ServiceType.SocialMedia, "16=false", null)]
    [InlineData("AU", "2025-12-10", ServiceType.SocialMedia, "16=false", AgeEffect.DenyAccount)]
    [InlineData("AU", "2026-01-01", ServiceType.VideoSharing, "15=true 16=false", AgeEffect.DenyAccount)]
    [InlineData("AU", "2026-01-01", ServiceType.SocialMedia, "16=true", null)]
    [InlineData("AU", "2026-01-01", ServiceType.Messaging, "16=false", null)]
    // China: 60 minutes below 16 and 120 below 18 on devices, and a curfew; games have hours of their own.
    [InlineData("CN", "2024-11-14", ServiceType.DeviceMode, "16=false", null)]
    [InlineData("CN", "2024-11-15", ServiceType.DeviceMode, "16=false", AgeEffect.Curfew)]
    [InlineData("CN", "2025-01-01", ServiceType.DeviceMode, "16=true 18=false", AgeEffect.Curfew)]
    [InlineData("CN", "2025-01-01", ServiceType.DeviceMode, "18=true", null)]
    [InlineData("CN", "2021-09-01", ServiceType.OnlineGame, "18=true", null)]
    [InlineData("CN", "2021-08-31", ServiceType.OnlineGame, "18=false", null)]
    [InlineData("CN", "2021-09-01", ServiceType.OnlineGame, "18=false", AgeEffect.TimeLimit)]
    // South Korea: the night rule for games ended with 2021; consent below 14 holds for every service.
    [InlineData("KR", "2021-12-31", ServiceType.OnlineGame, "14=true 16=false", AgeEffect.Curfew)]
    [InlineData("KR", "2011-11-19", ServiceType.OnlineGame, "14=true 16=false", null)]
    [InlineData("KR", "2011-11-20", ServiceType.OnlineGame, "14=true 16=false", AgeEffect.Curfew)]
    [InlineData("KR", "2021-12-31", ServiceType.OnlineGame, "16=true 18=false", AgeEffect.TimeLimit)]
    [InlineData("KR", "2022-01-01", ServiceType.OnlineGame, "14=true 16=false", AgeEffect.TimeLimit)]
    [InlineData("KR", "2024-01-01", ServiceType.SocialMedia, "14=false", AgeEffect.ParentalConsent)]
    [InlineData("KR", "2024-01-01", ServiceType.SocialMedia, "14=true", null)]
    // France: the law of 2023 was never applied and the bill is a bill; the Union's default settings and consent age 15 remain.
    [InlineData("FR", "2024-06-01", ServiceType.SocialMedia, "15=false", AgeEffect.ParentalConsent)]
    [InlineData("FR", "2026-10-01", ServiceType.SocialMedia, "15=true 16=false", AgeEffect.DefaultSettings)]
    [InlineData("FR", "2025-07-13", ServiceType.SocialMedia, "15=true 18=false", null)]
    [InlineData("FR", "2025-07-14", ServiceType.SocialMedia, "15=true 18=false", AgeEffect.DefaultSettings)]
    [InlineData("FR", "2026-10-01", ServiceType.SocialMedia, "18=true", null)]
    // United States: federal below 13; Florida adds its own, Texas is blocked.
    [InlineData("US", "2026-01-01", ServiceType.SocialMedia, "13=false", AgeEffect.ParentalConsent)]
    [InlineData("US-FL", "2026-01-01", ServiceType.SocialMedia, "13=false", AgeEffect.DenyAccount)]
    [InlineData("US-FL", "2026-01-01", ServiceType.SocialMedia, "14=true 16=false", AgeEffect.ParentalConsent)]
    [InlineData("US", "2026-01-01", ServiceType.SocialMedia, "13=true 18=false", null)]
    [InlineData("US-FL", "2026-01-01", ServiceType.SocialMedia, "16=true", null)]
    [InlineData("US-TN", "2024-12-31", ServiceType.SocialMedia, "13=true 18=false", null)]
    [InlineData("US-TN", "2025-01-01", ServiceType.SocialMedia, "13=true 18=false", AgeEffect.ParentalConsent)]
    [InlineData("US-MS", "2026-01-01", ServiceType.SocialMedia, "16=true 18=false", AgeEffect.ParentalConsent)]
    [InlineData("US-UT", "2026-05-05", ServiceType.AppStore, "13=true 18=false", null)]
    [InlineData("US-UT", "2026-05-06", ServiceType.AppStore, "13=true 18=false", AgeEffect.ParentalConsent)]
    [InlineData("US-UT", "2026-06-01", ServiceType.SocialMedia, "13=true 18=false", null)]
    [InlineData("US-GA", "2026-06-01", ServiceType.SocialMedia, "13=true 16=false", null)]
    [InlineData("US-LA", "2026-06-01", ServiceType.SocialMedia, "13=true 16=false", null)]
    [InlineData("US-AR", "2026-06-01", ServiceType.SocialMedia, "13=true 18=false", null)]
    [InlineData("US-OH", "2026-06-01", ServiceType.SocialMedia, "13=true 16=false", null)]
    [InlineData("US-NE", "2026-08-01", ServiceType.SocialMedia, "13=true 18=false", null)]
    [InlineData("US-TX", "2026-02-01", ServiceType.AppStore, "18=false", null)]
    [InlineData("US-TX", "2026-02-01", ServiceType.SocialMedia, "13=true 18=false", AgeEffect.DefaultSettings)]
    // Virginia held for eight weeks; the day of the injunction is out, though the status today says enjoined.
    [InlineData("US-VA", "2025-12-31", ServiceType.SocialMedia, "13=true 16=false", null)]
    [InlineData("US-VA", "2026-02-26", ServiceType.SocialMedia, "13=true 16=false", AgeEffect.TimeLimit)]
    [InlineData("US-VA", "2026-02-27", ServiceType.SocialMedia, "13=true 16=false", null)]
    // Kazakhstan: a draft binds nobody.
    [InlineData("KZ", "2026-11-23", ServiceType.SocialMedia, "16=false", null)]
    [InlineData("KZ", "2026-11-23", ServiceType.VideoSharing, "16=false", null)]
    [InlineData("KZ", "2030-01-01", ServiceType.SocialMedia, "16=false", null)]
    public void What_binds_is_what_the_records_say_for_that_day(string place, string date, ServiceType service, string proofs, AgeEffect? effect) =>
        Assert.Equal(effect, Known.Ask(place, date, service, proofs: proofs).Effect);

    [Theory]
    [InlineData("ZZ", ServiceType.SocialMedia)]
    [InlineData("JP", ServiceType.OnlineGame)]
    [InlineData("KZ", ServiceType.SocialMedia)]
    [InlineData("AU", ServiceType.AppStore)]
    public void No_rule_known_is_said_and_never_becomes_allowed(string place, ServiceType service)
    {
        var answer = Known.Ask(place, "2026-11-23", service, proofs: "16=false");
        Assert.False(answer.Known);
        Assert.Null(answer.Effect);
        Assert.Null(answer.Possible);
    }

    [Theory]
    [InlineData("AU", ServiceType.SocialMedia, "16=true", AgeKnowledge.Known)]
    [InlineData("AU", ServiceType.Messaging, "16=false", AgeKnowledge.LeavesTheServiceOut)]
    [InlineData("AU", ServiceType.AppStore, "16=false", AgeKnowledge.None)]
    [InlineData("KZ", ServiceType.SocialMedia, "16=false", AgeKnowledge.None)]
    [InlineData("KZ", ServiceType.Messaging, "16=false", AgeKnowledge.None)]
    public void That_no_rule_binds_at_an_age_is_not_the_same_as_that_none_is_known(string place, ServiceType service, string proofs, AgeKnowledge knowledge) =>
        Assert.Equal((knowledge, (AgeEffect?)null), (Known.Ask(place, "2026-11-23", service, proofs: proofs).Knowledge, Known.Ask(place, "2026-11-23", service, proofs: proofs).Effect));

    [Theory]
    [InlineData(null, null, Coverage.Unclear)]
    [InlineData(null, 7_999_999L, Coverage.Exempt)]
    [InlineData(null, 8_000_000L, Coverage.Covered)]
    [InlineData("TikTok", null, Coverage.Covered)]
    [InlineData("Telegram", 9_000_000L, Coverage.Unclear)]
    public void A_rule_that_begins_at_a_size_asks_for_the_size(string? name, long? users, Coverage coverage)
    {
        var question = new AgeQuestion("MY", new DateOnly(2026, 7, 1), ServiceType.SocialMedia, name, [new ThresholdProof(16, Over: false)], Users: users);
        Assert.Equal(coverage, Assert.Single(EvaluateAge.Answer(question, Known.Load.Rules, Known.Places).Lines).Coverage);
    }

    [Fact]
    public void China_says_minutes_by_age_and_the_draft_before_it_is_history()
    {
        var younger = Known.Ask("CN", "2025-01-01", ServiceType.DeviceMode, proofs: "16=false").Lines;
        Assert.Equal([60], younger.Where(line => line.Binds && line.Band.Effect == AgeEffect.TimeLimit).Select(line => line.Band.MinutesPerDay!.Value));
        var older = Known.Ask("CN", "2025-01-01", ServiceType.DeviceMode, proofs: "16=true 18=false").Lines;
        Assert.Equal([120], older.Where(line => line.Binds && line.Band.Effect == AgeEffect.TimeLimit).Select(line => line.Band.MinutesPerDay!.Value));
        Assert.All(younger.Where(line => line.Rule.Id == "CN-MINOR-MODE-2023-DRAFT"), line => Assert.Equal(Standing.History, line.Standing));
    }

    [Fact]
    public void Without_a_proof_the_answer_names_the_threshold_to_prove()
    {
        var answer = Known.Ask("AU", "2026-01-01", ServiceType.SocialMedia);
        Assert.True(answer.Known);
        Assert.Null(answer.Effect);
        Assert.Equal(AgeEffect.DenyAccount, answer.Possible);
        Assert.Equal(16, Assert.Single(answer.Lines).Prove);
    }

    [Fact]
    public void Scope_decides_before_age()
    {
        Assert.Equal(Coverage.Exempt, Assert.Single(Known.Ask("AU", "2026-01-01", ServiceType.SocialMedia, "WhatsApp", "16=false").Lines).Coverage);
        var draft = Assert.Single(Known.Ask("KZ", "2026-11-23", ServiceType.Messaging, proofs: "16=false").Lines, line => line.Rule.Id == "KZ-DRAFT-10-1");
        Assert.Equal(Coverage.Exempt, draft.Coverage);
        Assert.Equal(Standing.Upcoming, draft.Standing);
    }

    [Fact]
    public void What_was_read_of_telegram_itself_is_said()
    {
        var australia = Known.Ask("AU", "2026-01-01", ServiceType.SocialMedia, "telegram", "16=false");
        Assert.Null(australia.Effect);
        Assert.Equal(AgeEffect.DenyAccount, australia.Possible);
        Assert.Equal(Coverage.Unclear, Assert.Single(australia.Lines).Coverage);
        Assert.Equal(AgeEffect.ParentalConsent, Known.Ask("KR", "2026-01-01", ServiceType.Messaging, "Telegram", "14=false").Effect);
    }

    [Fact]
    public void A_service_of_unknown_risk_is_unclear_and_a_named_one_is_not()
    {
        Assert.Equal(AgeEffect.DenyAccount, Known.Ask("ID", "2026-05-01", ServiceType.SocialMedia, proofs: "16=false").Possible);
        Assert.Equal(AgeEffect.DenyAccount, Known.Ask("ID", "2026-05-01", ServiceType.SocialMedia, "TikTok", "16=false").Effect);
        Assert.Equal(AgeEffect.ParentalConsent, Known.Ask("ID", "2026-05-01", ServiceType.LowRiskService, proofs: "13=true 16=false").Effect);
    }

    [Theory]
    [InlineData("EU", 16)]
    [InlineData("FR", 15)]
    [InlineData("AT", 14)]
    [InlineData("SE", 13)]
    public void A_member_state_sets_its_own_age_of_consent(string place, int age)
    {
        var over = Known.Ask(place, "2026-01-01", ServiceType.Messaging, proofs: $"{age}=true");
        var under = Known.Ask(place, "2026-01-01", ServiceType.Messaging, proofs: $"{age}=false");
        Assert.Null(over.Effect);
        Assert.Equal(AgeEffect.ParentalConsent, under.Effect);
        Assert.Equal(age, under.Lines.Single(line => line.Binds).Below);
    }

    [Fact]
    public void Every_standing_is_shown_and_only_those_in_force_bind()
    {
        var texas = Known.Ask("US-TX", "2026-03-01", ServiceType.AppStore, proofs: "18=false");
        Assert.Equal(Standing.BlockedByCourt, Assert.Single(texas.Lines).Standing);
        var france = Known.Ask("FR", "2026-01-01", ServiceType.SocialMedia, proofs: "15=false");
        Assert.Equal(Standing.History, france.Lines.First(line => line.Rule.Id == "FR-2023-566").Standing);
        Assert.Equal(Standing.Upcoming, france.Lines.First(line => line.Rule.Id == "FR-PPL-2026").Standing);
        var partly = Known.Ask("US-TX", "2026-03-01", ServiceType.SocialMedia, proofs: "13=true 18=false");
        Assert.Equal(Standing.CountsInPart, partly.Lines.Single(line => line.Binds).Standing);
    }

    [Fact]
    public void Proofs_that_contradict_each_other_are_refused()
    {
        var fault = Assert.Throws<ArgumentException>(() => Known.Ask("AU", "2026-01-01", ServiceType.SocialMedia, proofs: "18=true 16=false"));
        Assert.Contains("contradict", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Known.Ask("AU", "2026-01-01", ServiceType.SocialMedia, proofs: "0=true"));
    }

    [Fact]
    public void The_question_has_no_place_for_who_a_person_is()
    {
        var fields = typeof(AgeQuestion).GetProperties().Concat(typeof(ThresholdProof).GetProperties()).Select(field => (field.Name, field.PropertyType));
        Assert.DoesNotContain(fields, field => field.Name.Contains("Birth", StringComparison.OrdinalIgnoreCase)
            || field.Name.Contains("Person", StringComparison.OrdinalIgnoreCase) || field.Name.Contains("Document", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["Over", "Years"], typeof(ThresholdProof).GetProperties().Select(field => field.Name).Order(StringComparer.Ordinal));
    }
}
