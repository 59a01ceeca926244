namespace Tarazy.Policy.Ages;

/// <summary>Hours of a local day, from included, to excluded; <c>22:00</c> to <c>06:00</c> runs over midnight.</summary>
/// <param name="Days">The days on which it begins; empty for every day.</param>
public sealed record HourSpan(TimeOnly From, TimeOnly To, IReadOnlyList<HourDay> Days)
{
    /// <summary>Whether a local time lies inside; null when only a calendar of public holidays could tell.</summary>
    public bool? Contains(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        var overMidnight = To <= From;
        if (overMidnight ? time < From && time >= To : time < From || time >= To)
        {
            return false;
        }

        // After midnight the span is that of the evening before.
        var began = overMidnight && time < To ? local.AddDays(-1) : local;
        return Begins(began);
    }

    private bool? Begins(DateTime day)
    {
        if (Days.Count == 0 || Days.Contains(Of(day.DayOfWeek)))
        {
            return true;
        }

        return Days.Contains(HourDay.PublicHoliday) ? null : false;
    }

    private static HourDay Of(DayOfWeek day) => day == DayOfWeek.Sunday ? HourDay.Sun : (HourDay)((int)day - 1);
}
