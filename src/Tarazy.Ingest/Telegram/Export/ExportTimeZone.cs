using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Reads the option <c>--time-zone</c>: an IANA name or an offset.</summary>
public static class ExportTimeZone
{
    /// <param name="text"><c>Asia/Almaty</c>, <c>+05:00</c>, <c>-03:30</c>, <c>Z</c>.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        if (text is "Z" or "z" or "UTC")
        {
            zone = TimeZoneInfo.Utc;
            return true;
        }

        if (text.Length > 1 && text[0] is '+' or '-')
        {
            zone = TimeSpan.TryParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out var offset) && offset.TotalHours <= 14
                ? TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text)
                : null;
            return zone is not null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone);
    }
}
