using System.Globalization;

namespace Tarazy.Policy.Ages;

/// <summary>Days and moments on the clocks of a place, because that is where a child's evening ends.</summary>
public static class LocalMoment
{
    private static readonly string[] OnTheClock = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The zone that was named, else the first of the place; null where neither is known.</summary>
    /// <exception cref="ArgumentException">The zone that was named is none.</exception>
    public static TimeZoneInfo? Zone(string? zone, Jurisdiction? place)
    {
        if ((zone ?? (place is { Zones: [var first, ..] } ? first : null)) is not { } name)
        {
            return null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found)
            ? found
            : throw new ArgumentException($"{name} is no time zone; one looks like Asia/Almaty.", nameof(zone));
    }

    /// <summary>Reads a moment. With an offset it is that moment; without one it is the time on the clocks of the zone.</summary>
    /// <exception cref="ArgumentException">It is no moment, there is no zone to read it in, or it does not exist or comes twice as the clocks change.</exception>
    public static DateTimeOffset Parse(string text, TimeZoneInfo? zone)
    {
        if (DateTime.TryParseExact(text, OnTheClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return OnClocksOf(zone ?? throw new ArgumentException($"{text} has no offset, and no time zone of the place is known; add one, e.g. +05:00.", nameof(zone)), local, text);
        }

        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new ArgumentException($"{text} is no moment; one looks like 2026-01-01T23:30 or 2026-01-01T23:30+05:00.", nameof(text));
    }

    /// <summary>The day that it is there.</summary>
    public static DateOnly Day(DateTimeOffset moment, TimeZoneInfo? zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone ?? TimeZoneInfo.Utc).DateTime);

    private static DateTimeOffset OnClocksOf(TimeZoneInfo zone, DateTime local, string text)
    {
        if (zone.IsInvalidTime(local))
        {
            throw new ArgumentException($"{text} does not exist in {zone.Id}: the clocks are put forward over it.", nameof(text));
        }

        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(Offset);
            throw new ArgumentException($"{text} comes twice in {zone.Id} as the clocks are put back; add {string.Join(" or ", offsets)}.", nameof(text));
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
