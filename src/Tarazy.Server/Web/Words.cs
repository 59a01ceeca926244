using Microsoft.Extensions.Localization;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Web;

/// <summary>The desk's words for values that several pages show; a value nobody translated is shown as it is.</summary>
internal static class Words
{
    public static string Harm(this IStringLocalizer<Texts> texts, HarmId harm) =>
        texts[$"harm.{harm.Value}"] is { ResourceNotFound: false } known ? known.Value : harm.Value.Replace('-', ' ');

    public static string Measure(this IStringLocalizer<Texts> texts, Measure measure) => texts[$"measure.{FormNames.Of(measure)}"];

    public static string Country(this IStringLocalizer<Texts> texts, string code) =>
        texts[$"country.{code.ToUpperInvariant()}"] is { ResourceNotFound: false } known ? known.Value : code.ToUpperInvariant();

    /// <summary>How long until or since a moment, in the two units that matter.</summary>
    public static string Span(this IStringLocalizer<Texts> texts, TimeSpan span)
    {
        var left = span.Duration();
        return left switch
        {
            { TotalDays: >= 2 } => texts.Count("span.days", (long)left.TotalDays),
            { TotalHours: >= 6 } => texts.Count("span.hours", (long)left.TotalHours),
            { TotalHours: >= 1, Minutes: 0 } => texts.Count("span.hours", (long)left.TotalHours),
            { TotalHours: >= 1 } => texts["span.hours-minutes", (long)left.TotalHours, left.Minutes],
            _ => texts["span.minutes", Math.Max(1, (long)left.TotalMinutes)],
        };
    }
}
