namespace Tarazy.Policy.Law;

/// <summary>Which days count as working days in a jurisdiction, and in which time zone a day begins.</summary>
/// <param name="TimeZone">IANA name, e.g. <c>Asia/Almaty</c>.</param>
/// <param name="Holidays">Public holidays by year. A year that is not here is unknown, which is not the same as none.</param>
public sealed record WorkCalendar(
    string TimeZone,
    IReadOnlyList<DayOfWeek> Weekend,
    IReadOnlyDictionary<int, IReadOnlyList<DateOnly>> Holidays)
{
    public bool HolidaysKnown(int year) => Holidays.ContainsKey(year);

    public bool IsWorking(DateOnly day) =>
        !Weekend.Contains(day.DayOfWeek) && !(Holidays.TryGetValue(day.Year, out var days) && days.Contains(day));
}
