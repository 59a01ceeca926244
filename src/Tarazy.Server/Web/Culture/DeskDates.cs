using System.Globalization;
using Microsoft.Extensions.Options;
using Tarazy.Policy.Law;

namespace Tarazy.Server.Web.Culture;

/// <summary>Dates and times in the desk's one zone and the reader's language. The zone itself is shown once, in the head of a page.</summary>
public sealed class DeskDates(IOptions<WebOptions> options, TimeProvider clock)
{
    private const string FieldPattern = "yyyy-MM-dd'T'HH:mm";

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOf(Now);

    /// <summary>Last part of the zone's name, e.g. <c>Almaty</c>, and its distance from UTC now, e.g. <c>+5</c>.</summary>
    public (string City, string Offset) Zone
    {
        get
        {
            var offset = _zone.GetUtcOffset(Now);
            var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
            var hours = string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? "−" : "+")}{Math.Abs(offset.Hours)}");
            return (_zone.Id[(_zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '), hours + minutes);
        }
    }

    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    public string Day(DateTimeOffset at) => Day(DateOf(at));

    public string Day(DateOnly day) => day.ToString(DayPattern, CultureInfo.CurrentCulture);

    /// <summary>As much of a date as is known: a day, a month or a year.</summary>
    public string Known(PartialDate date) => date switch
    {
        { IsDay: true } => Day(date.First),
        _ when date.First.AddYears(1) > date.Last.AddDays(1) => date.First.ToString(MonthPattern, CultureInfo.CurrentCulture),
        _ => date.First.ToString("yyyy", CultureInfo.CurrentCulture),
    };

    /// <summary>A day as it stands under an axis: with its month, or with month and year where the axis goes over several.</summary>
    public string DayShort(DateOnly day, bool years) => day.ToString(years ? MonthPattern : "d MMM", CultureInfo.CurrentCulture);

    public string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).ToString("HH:mm", CultureInfo.CurrentCulture);

    public string Moment(DateTimeOffset at) => $"{Day(at)}, {Time(at)}";

    /// <summary>For the <c>datetime</c> attribute: never in a reader's culture.</summary>
    public string Iso(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, _zone).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    /// <summary>For a field of day and time: the desk's own clock, as browsers write it.</summary>
    public string Field(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).ToString(FieldPattern, CultureInfo.InvariantCulture);

    /// <summary>Reads what such a field sends; null for anything else, and for a time that the clock leapt over.</summary>
    public DateTimeOffset? Read(string? field) =>
        DateTime.TryParseExact(field, FieldPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !_zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime()
            : null;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Month names in words, so that no reader takes a day for a month. Kazakh puts the year first.
    private static string DayPattern =>
        IsKazakh ? "yyyy 'ж'. d MMM" : "d MMM yyyy";

    private static string MonthPattern => IsKazakh ? "yyyy 'ж'. MMM" : "MMM yyyy";

    private static bool IsKazakh => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "kk";
}
