using System.Globalization;
using Tarazy.Policy.Ages;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>Moments on the clocks of a place, on the days on which they change, and a curfew in such a night.</summary>
public class LocalMomentTests
{
    [Theory]
    [InlineData("Asia/Almaty", "2026-01-01T23:59", "2026-01-01T18:59Z")]
    [InlineData("Asia/Almaty", "2026-01-01T23:59:59+06:00", "2026-01-01T17:59:59Z")]
    [InlineData("Asia/Almaty", "2026-01-01T23:59:59Z", "2026-01-01T23:59:59Z")]
    [InlineData("Europe/Paris", "2026-03-29T01:59", "2026-03-29T00:59Z")]
    [InlineData("Europe/Paris", "2026-03-29T03:00", "2026-03-29T01:00Z")]
    [InlineData("Europe/Paris", "2026-10-25T02:30+02:00", "2026-10-25T00:30Z")]
    [InlineData("Europe/Paris", "2026-10-25T02:30+01:00", "2026-10-25T01:30Z")]
    [InlineData("America/New_York", "2026-11-01T00:59", "2026-11-01T04:59Z")]
    [InlineData("America/New_York", "2026-11-01T02:00", "2026-11-01T07:00Z")]
    public void A_moment_is_read_on_the_clocks_of_the_place(string zone, string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), LocalMoment.Parse(text, Zone(zone)));

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29T02:00", "does not exist")]
    [InlineData("Europe/Paris", "2026-03-29T02:59", "does not exist")]
    [InlineData("America/New_York", "2026-03-08T02:30", "does not exist")]
    [InlineData("Europe/Paris", "2026-10-25T02:30", "+02:00 or +01:00")]
    [InlineData("America/New_York", "2026-11-01T01:30", "-04:00 or -05:00")]
    [InlineData("Asia/Almaty", "2026-01-01 23:59", "is no moment")]
    [InlineData("Asia/Almaty", "2026-02-30T10:00", "is no moment")]
    [InlineData(null, "2026-01-01T23:59", "no time zone")]
    public void An_hour_that_is_not_there_or_comes_twice_is_refused_with_its_mend(string? zone, string text, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => LocalMoment.Parse(text, zone is null ? null : Zone(zone))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-01-01T18:59:59Z", "Asia/Almaty", "2026-01-01")]
    [InlineData("2026-01-01T19:00:00Z", "Asia/Almaty", "2026-01-02")]
    [InlineData("2026-01-01T04:59:59Z", "America/New_York", "2025-12-31")]
    [InlineData("2026-01-01T05:00:00Z", "America/New_York", "2026-01-01")]
    public void A_day_begins_at_midnight_there(string moment, string zone, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), LocalMoment.Day(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), Zone(zone)));

    [Theory]
    // An invented curfew, 22:00 to 06:00, on the nights on which the clocks change: one has seven hours, the other nine.
    [InlineData("FR", "2026-03-28T20:59:00Z", true)]
    [InlineData("FR", "2026-03-28T21:00:00Z", false)]
    [InlineData("FR", "2026-03-29T00:59:00Z", false)]
    [InlineData("FR", "2026-03-29T01:00:00Z", false)]
    [InlineData("FR", "2026-03-29T03:59:00Z", false)]
    [InlineData("FR", "2026-03-29T04:00:00Z", true)]
    [InlineData("FR", "2026-10-25T00:30:00Z", false)]
    [InlineData("FR", "2026-10-25T01:30:00Z", false)]
    [InlineData("FR", "2026-10-25T04:59:00Z", false)]
    [InlineData("FR", "2026-10-25T05:00:00Z", true)]
    [InlineData("US-VA", "2026-03-08T06:59:00Z", false)]
    [InlineData("US-VA", "2026-03-08T09:59:00Z", false)]
    [InlineData("US-VA", "2026-03-08T10:00:00Z", true)]
    [InlineData("US-VA", "2026-11-01T05:30:00Z", false)]
    [InlineData("US-VA", "2026-11-01T06:30:00Z", false)]
    [InlineData("US-VA", "2026-11-01T11:00:00Z", true)]
    public void A_curfew_follows_the_clocks_in_the_night_on_which_they_change(string place, string at, bool open)
    {
        var rule = Known.Load.Rules.Find("CN-MINOR-MODE-2024")! with { Jurisdiction = place };
        var moment = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var date = LocalMoment.Day(moment, LocalMoment.Zone(null, Known.Places.Find(place)));
        var question = new AgeQuestion(place, date, ServiceType.DeviceMode, Proofs: [new(18, false)], At: moment);
        var line = EvaluateAge.Answer(question, new AgeRules([rule]), Known.Places).Lines.Single(line => line.Band.Effect == AgeEffect.Curfew);
        Assert.Equal(open, line.Hours!.Open);
    }

    [Fact]
    public void A_moment_on_another_day_than_the_one_asked_for_is_refused()
    {
        var moment = new DateTimeOffset(2026, 1, 1, 19, 0, 0, TimeSpan.Zero);
        var fault = Assert.Throws<ArgumentException>(() => Known.Ask("KZ", "2026-01-01", ServiceType.SocialMedia, at: moment));
        Assert.Contains("2026-01-02 00:00", fault.Message, StringComparison.Ordinal);
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);
}
