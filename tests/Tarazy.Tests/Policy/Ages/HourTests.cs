using System.Globalization;
using Tarazy.Policy.Ages;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>Curfews and hours in local time, over midnight and over the change of clocks.</summary>
public class HourTests
{
    [Theory]
    // The night rule of Korea, 00:00 to 06:00 in Seoul (UTC+9).
    [InlineData("KR", "2015-05-01T14:59:00Z", true)]
    [InlineData("KR", "2015-05-01T15:00:00Z", false)]
    [InlineData("KR", "2015-05-01T20:59:00Z", false)]
    [InlineData("KR", "2015-05-01T21:00:00Z", true)]
    // China's mode, 22:00 to 06:00 (UTC+8): over midnight.
    [InlineData("CN", "2025-05-01T13:59:00Z", true)]
    [InlineData("CN", "2025-05-01T14:00:00Z", false)]
    [InlineData("CN", "2025-05-01T15:59:00Z", false)]
    [InlineData("CN", "2025-05-01T16:00:00Z", false)]
    [InlineData("CN", "2025-05-01T21:59:00Z", false)]
    [InlineData("CN", "2025-05-01T22:00:00Z", true)]
    public void A_curfew_closes_and_opens_on_the_minute(string place, string at, bool open)
    {
        var moment = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var service = place == "KR" ? ServiceType.OnlineGame : ServiceType.DeviceMode;
        var zone = LocalMoment.Zone(null, Known.Places.Find(place));
        var date = LocalMoment.Day(moment, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var line = Known.Ask(place, date, service, proofs: "14=true 16=false", at: moment).Lines.Single(line => line.Band.Effect == AgeEffect.Curfew && line.Binds);
        Assert.Equal(open, line.Hours!.Open);
    }

    [Theory]
    // Friday 20:00 to 21:00 in Shanghai; on other days a calendar of holidays decides between 20:00 and 21:00, and nothing else can open.
    [InlineData("2025-05-02T12:00:00Z", true)]
    [InlineData("2025-05-02T13:00:00Z", false)]
    [InlineData("2025-05-05T12:30:00Z", null)]
    [InlineData("2025-05-05T09:00:00Z", false)]
    [InlineData("2025-05-03T12:59:00Z", true)]
    [InlineData("2025-05-04T11:59:00Z", false)]
    public void Only_open_hours_say_when_they_hang_on_a_holiday(string at, bool? open)
    {
        var line = Known.Ask("CN", at[..10], ServiceType.OnlineGame, proofs: "18=false", at: DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).Lines
            .Single(line => line.Rule.Id == "CN-GAMES-2021");
        Assert.Equal(open, line.Hours!.Open);
    }

    [Theory]
    // 22:00 to 06:00 of a Friday: Saturday 05:59 belongs to it, Saturday 22:00 does not.
    [InlineData("2026-05-01T22:00", true)]
    [InlineData("2026-05-02T05:59", true)]
    [InlineData("2026-05-02T06:00", false)]
    [InlineData("2026-05-02T22:00", false)]
    [InlineData("2026-05-01T05:00", false)]
    public void Hours_over_midnight_belong_to_the_day_they_begin(string local, bool inside)
    {
        var span = new HourSpan(new TimeOnly(22, 0), new TimeOnly(6, 0), [HourDay.Fri]);
        Assert.Equal(inside, span.Contains(DateTime.Parse(local, CultureInfo.InvariantCulture)));
    }

    [Theory]
    // The last Sunday of March and of October 2026 in Paris: 23:00 UTC is midnight before, 01:00 after in summer time.
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T00:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00")]
    [InlineData("2026-10-25T00:59:00Z", "2026-10-25T02:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T02:00")]
    public void Local_time_follows_the_clocks_of_the_place(string at, string local)
    {
        var rule = Known.Load.Rules.Find("CN-MINOR-MODE-2024")! with { Jurisdiction = "FR" };
        var question = new AgeQuestion("FR", DateOnly.Parse(local[..10], CultureInfo.InvariantCulture), ServiceType.DeviceMode, Proofs: [new(18, false)], At: DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        var hours = EvaluateAge.Answer(question, new AgeRules([rule]), Known.Places).Lines.Select(line => line.Hours).First(hours => hours is not null)!;
        Assert.Equal("Europe/Paris", hours.Zone);
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), hours.Local);
    }

    [Fact]
    public void A_zone_that_is_none_is_refused()
    {
        var question = new AgeQuestion("CN", new DateOnly(2025, 5, 1), ServiceType.DeviceMode, At: DateTimeOffset.UnixEpoch, Zone: "Asia/Nowhere");
        Assert.Throws<ArgumentException>(() => EvaluateAge.Answer(question, Known.Load.Rules, Known.Places));
    }
}
