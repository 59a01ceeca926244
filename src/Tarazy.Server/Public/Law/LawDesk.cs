using System.Globalization;
using Microsoft.Extensions.Localization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law;

/// <summary>The records that the pages, the API and the command line answer from, and how their words are said.</summary>
public sealed class LawDesk(LawRecords records, IStringLocalizer<Texts> texts)
{
    public AgeRules Ages { get; } = records.Ages;

    public Jurisdictions Places { get; } = records.Places;

    /// <summary>The place in the reader's language; its code where it has no name here.</summary>
    public string Place(string code) =>
        Places.Find(code) is { } place ? place.Name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) : code;

    /// <summary>A word of a record: <c>effect.deny-account</c>.</summary>
    public string Word<T>(string kind, T value)
        where T : struct, Enum => texts[$"{kind}.{FormNames.Of(value)}"];

    /// <summary>How far a record can be trusted, with its label.</summary>
    public string Confidence(AgeRule rule) => $"{texts["record.confidence"]}: {Word("confidence", rule.Confidence)}";

    /// <summary>Ages of a band: <c>13 to under 16</c>.</summary>
    public string Band(int? min, int? below) => (min, below) switch
    {
        (null or 0, { } end) => texts["age.band.under", end],
        ({ } start and > 0, { } end) => texts["age.band", start, end],
        ({ } start and > 0, null) => texts["age.band.from", start],
        _ => texts["age.band.all"],
    };

    /// <summary>Limits and hours of a band, if it has any.</summary>
    public string? Limits(AgeBand band)
    {
        var parts = new List<string>();
        if (band.Effect == AgeEffect.TimeLimit)
        {
            parts.Add(band.MinutesPerDay is { } minutes ? texts["age.minutes", minutes] : texts["age.minutes.chosen"]);
        }

        parts.AddRange(band.Hours.Select(span => Hours("age.hours", span)));
        parts.AddRange(band.HoursAllowed.Select(span => Hours("age.hours.open", span)));
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private string Hours(string key, HourSpan span)
    {
        string at = texts[key, span.From.ToString("HH:mm", CultureInfo.InvariantCulture), span.To.ToString("HH:mm", CultureInfo.InvariantCulture)];
        return span.Days.Count == 0 ? at : $"{at}, {texts["age.hours.days", string.Join(", ", span.Days.Select(day => Word("day", day)))]}";
    }
}
