using System.Globalization;
using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;

namespace Tarazy.Tests.Policy;

public class DeadlinesTests
{
    private static readonly WorkCalendar Almaty = new("Asia/Almaty", [DayOfWeek.Saturday, DayOfWeek.Sunday], new Dictionary<int, IReadOnlyList<DateOnly>>());

    [Theory]
    [InlineData("2026-11-23T10:00:00+05:00", 5, "2026-11-30")] // Monday to Monday
    [InlineData("2026-11-20T10:00:00+05:00", 5, "2026-11-27")] // Friday
    [InlineData("2026-11-21T10:00:00+05:00", 5, "2026-11-27")] // Saturday
    [InlineData("2026-11-22T10:00:00+05:00", 5, "2026-11-27")] // Sunday
    [InlineData("2026-11-20T18:59:59Z", 5, "2026-11-27")] // 23:59:59 on Friday in Almaty
    [InlineData("2026-11-20T19:00:00Z", 5, "2026-11-27")] // Saturday has begun there, the working days have not
    [InlineData("2026-11-22T19:00:00Z", 5, "2026-11-30")] // Monday has begun there
    [InlineData("2026-11-22T18:59:59Z", 5, "2026-11-27")]
    [InlineData("2026-11-20T10:00:00+05:00", 1, "2026-11-23")]
    [InlineData("2026-12-28T10:00:00+05:00", 5, "2027-01-04")] // over the new year, holidays unknown
    public void Working_days_run_from_the_day_after_where_the_law_is(string from, int count, string day)
    {
        var due = Deadlines.Due(AClock(count, ClockUnit.WorkingDays), Almaty, Moment(from)).Value!;
        Assert.Equal(Day(day), due.Day);
        Assert.Equal(Moment(day + "T23:59:59+05:00"), due.At);
    }

    [Fact]
    public void Unknown_holidays_are_said()
    {
        var over = Deadlines.Due(AClock(5, ClockUnit.WorkingDays), Almaty, Moment("2026-12-28T10:00:00+05:00")).Value!;
        Assert.Equal(2, over.Caveats.Count);
        Assert.Contains("2026", over.Caveats[0], StringComparison.Ordinal);
        Assert.Contains("2027", over.Caveats[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Known_holidays_are_not_counted()
    {
        var calendar = Almaty with { Holidays = new Dictionary<int, IReadOnlyList<DateOnly>> { [2026] = [], [2027] = [new(2027, 1, 1)] } };
        var due = Deadlines.Due(AClock(5, ClockUnit.WorkingDays), calendar, Moment("2026-12-28T10:00:00+05:00")).Value!;
        Assert.Equal(new DateOnly(2027, 1, 5), due.Day);
        Assert.Empty(due.Caveats);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", 24, ClockUnit.Hours, "2026-11-24T10:00:00Z")]
    [InlineData("2024-02-29T12:00:00Z", 24, ClockUnit.Hours, "2024-03-01T12:00:00Z")] // clocks went back in between; hours are hours
    [InlineData("2026-11-23T10:00:00Z", 14, ClockUnit.Days, "2026-12-07T18:59:59Z")]
    [InlineData("2026-08-31T10:00:00Z", 6, ClockUnit.Months, "2027-02-28T18:59:59Z")] // no 31 February
    [InlineData("2023-12-01T10:00:00Z", 1, ClockUnit.Days, "2023-12-02T17:59:59Z")] // +06:00 until the end of February 2024
    [InlineData("2024-03-01T10:00:00Z", 1, ClockUnit.Days, "2024-03-02T18:59:59Z")] // +05:00 since
    [InlineData("2024-02-28T10:00:00Z", 1, ClockUnit.Days, "2024-02-29T17:59:59Z")] // the last hour came twice; the first is surely in time
    public void Other_clocks_end_with_their_hour_or_their_last_day(string from, int count, ClockUnit unit, string at) =>
        Assert.Equal(Moment(at), Deadlines.Due(AClock(count, unit), Almaty, Moment(from)).Value!.At);

    [Fact]
    public void An_unknown_time_zone_is_a_refusal_and_not_a_guess()
    {
        var calendar = Almaty with { TimeZone = "Asia/Nowhere" };
        Assert.Equal("time-zone-unknown", Assert.Single(Deadlines.Due(AClock(5, ClockUnit.Days), calendar, DateTimeOffset.UnixEpoch).Refusals).Code);
        Assert.Equal("time-zone-unknown", Assert.Single(Deadlines.Today(calendar, DateTimeOffset.UnixEpoch).Refusals).Code);
    }

    [Fact]
    public void Today_is_the_day_where_the_law_is() =>
        Assert.Equal(new DateOnly(2026, 11, 24), Deadlines.Today(Almaty, Moment("2026-11-23T19:30:00Z")).Value!.Day);

    private static Clock AClock(int count, ClockUnit unit) =>
        new("send", new("", "", ""), "law", count, unit, ClockStart.Detected, ClockOwner.Desk, ClockSetter.Law, null, new("source", Confidence.High, Verified.Read));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
