using System.Globalization;
using Tarazy.Policy.Law;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Clocks;

/// <summary>When a clock runs out.</summary>
/// <param name="At">The last second that is still in time.</param>
/// <param name="Day">The day of <paramref name="At"/> where the jurisdiction is.</param>
/// <param name="Caveats">What was not known when it was counted.</param>
public sealed record Deadline(DateTimeOffset At, DateOnly Day, IReadOnlyList<string> Caveats);

/// <summary>The check could not be made: this machine does not know the time zone.</summary>
public sealed record TimeZoneUnknown(string TimeZone) : Refusal
{
    public override string Code => "time-zone-unknown";

    public override string Says => $"This machine knows no time zone \"{TimeZone}\", so no deadline can be counted. Install tzdata.";

    public override IReadOnlyList<object> Facts => [TimeZone];
}

/// <summary>Counts clocks in the calendar of a jurisdiction. Pure.</summary>
public static class Deadlines
{
    private static readonly TimeOnly LastSecond = new(23, 59, 59);

    /// <summary>Hours run from the moment; everything longer runs from the day after it and ends with its last day, local time.</summary>
    public static Outcome<Deadline> Due(Clock clock, WorkCalendar calendar, DateTimeOffset from)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out var zone))
        {
            return new TimeZoneUnknown(calendar.TimeZone);
        }

        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        return clock.Unit switch
        {
            ClockUnit.Hours => Hours(clock.Count, zone, from),
            ClockUnit.Days => EndOf(first.AddDays(clock.Count), zone, []),
            ClockUnit.WorkingDays => WorkingDays(clock.Count, calendar, first, zone),
            ClockUnit.Months => EndOf(first.AddMonths(clock.Count), zone, []),
            _ => throw new ArgumentOutOfRangeException(nameof(clock), clock.Unit, "A clock counts in a known unit."),
        };
    }

    /// <summary>The day it is now where the jurisdiction is, for questions such as whether a clause is in force.</summary>
    public static Outcome<LocalDay> Today(WorkCalendar calendar, DateTimeOffset now) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out var zone)
            ? new LocalDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime))
            : new TimeZoneUnknown(calendar.TimeZone);

    private static Deadline Hours(int count, TimeZoneInfo zone, DateTimeOffset from)
    {
        var at = TimeZoneInfo.ConvertTime(from.AddHours(count), zone);
        return new(at, DateOnly.FromDateTime(at.DateTime), []);
    }

    private static Deadline WorkingDays(int count, WorkCalendar calendar, DateOnly first, TimeZoneInfo zone)
    {
        var day = first;
        var years = new SortedSet<int>();
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            years.Add(day.Year);
            left -= calendar.IsWorking(day) ? 1 : 0;
        }

        // A holiday nobody told us of would make the true day later, so the day given here is never too late.
        return EndOf(day, zone, [.. years.Where(y => !calendar.HolidaysKnown(y)).Select(y => string.Create(
            CultureInfo.InvariantCulture,
            $"The public holidays of {y} are not in the pack; the true day may be later."))]);
    }

    private static Deadline EndOf(DateOnly day, TimeZoneInfo zone, IReadOnlyList<string> caveats)
    {
        var local = day.ToDateTime(LastSecond);

        // Where clocks go back over midnight the last second comes twice; the first of the two is surely in time.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new(new DateTimeOffset(local, offset), day, caveats);
    }
}

/// <summary>A day on the calendar of one place.</summary>
public sealed record LocalDay(DateOnly Day);
