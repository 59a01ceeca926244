using System.Globalization;
using System.Text;
using Tarazy.Policy.Ages;

namespace Tarazy.Server.Public.Law.Ages;

/// <summary>What changes next as a calendar (RFC 5545), for a lawyer's own. A month or a year is one event from its first to its last day.</summary>
internal static class AgeCalendar
{
    public const string Type = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    /// <param name="address">Public address of the desk, from its settings.</param>
    public static byte[] Write(string address, IReadOnlyList<AgeChange> changes, LawDesk law, DateTimeOffset now)
    {
        var lines = new StringBuilder();
        void Line(string text) => Fold(lines, text);

        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Tarazy//Age rules//EN");
        foreach (var change in changes)
        {
            var page = new Uri(new Uri(address), AgeQuery.To(change.Rule.Id));
            Line("BEGIN:VEVENT");
            Line($"UID:{change.Rule.Id}-{change.Kind}@{page.Host}");
            Line($"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Day(change.On.First)}");
            Line($"DTEND;VALUE=DATE:{Day(change.On.Last.AddDays(1))}");
            Line($"SUMMARY:{Text($"{law.Place(change.Rule.Jurisdiction)}: {law.Word("change", change.Kind)} ({change.On})")}");
            Line($"DESCRIPTION:{Text($"{change.Rule.Instrument}\n{law.Confidence(change.Rule)}\n{string.Join('\n', change.Rule.Sources)}")}");
            Line($"URL:{page}");
            Line("TRANSP:TRANSPARENT");
            Line(change.Kind is ChangeKind.Planned or ChangeKind.PlannedAndPassed ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line has at most 75 bytes; the rest goes on after a blank (§3.1), and never within a character.</summary>
    private static void Fold(StringBuilder into, string text)
    {
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                into.Append("\r\n ");
                bytes = 1;
            }

            into.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        into.Append("\r\n");
    }
}
