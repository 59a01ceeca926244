using System.Globalization;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>Numbers, dates and shares as the report writes them: one way, whatever the machine's own is.</summary>
internal static class Say
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>The same without a comma in it, for lines that programs read too.</summary>
    public static string Plain(long count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");

    public static string Place(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    public static string LongDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset time) => time.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Zone(DateTimeOffset time) =>
        time.Offset == TimeSpan.Zero ? "UTC" : time.ToString("'UTC'zzz", CultureInfo.InvariantCulture);

    /// <summary>From the first day to the last; the year stands once when it is the same.</summary>
    public static string Days(DateOnly first, DateOnly last) =>
        first == last ? LongDay(first)
        : first.Year == last.Year && first.Month == last.Month ? $"{first.Day.ToString(CultureInfo.InvariantCulture)} to {LongDay(last)}"
        : first.Year == last.Year ? $"{first.ToString("d MMMM", CultureInfo.InvariantCulture)} to {LongDay(last)}"
        : $"{LongDay(first)} to {LongDay(last)}";

    /// <summary>A share of a whole, rounded so that it stays honest: 100 % only when it is all of it, 0 % only when it is none.</summary>
    public static string Share(long part, long whole)
    {
        if (whole == 0)
        {
            return "–";
        }

        var share = 100.0 * part / whole;
        return part == whole ? "100 %"
            : part == 0 ? "0 %"
            : share < 0.1 ? "< 0.1 %"
            : share > 99.99 ? "> 99.99 %"
            : $"{share.ToString(share > 99.5 ? "0.00" : "0.0", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>What a row of the list may show as its language; <c>null</c> leaves the attribute out.</summary>
    public static string? Lang(string code) => code == LanguageNames.Unknown ? null : code;
}
