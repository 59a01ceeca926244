using System.Globalization;
using Microsoft.Extensions.Localization;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Web.Notes;

/// <summary>A refusal in the reader's language: what is wrong, and what would mend it.</summary>
public sealed record RefusalText(string Says, string? Do)
{
    public static RefusalText Of(Refusal refusal, IStringLocalizer<Refusals> texts, DeskDates dates)
    {
        object[] facts = [.. refusal.Facts.Select(f => Readable(f, texts, dates))];
        var says = texts[refusal.Code, facts];
        var mend = texts[$"{refusal.Code}.do", facts];
        return new(says.ResourceNotFound ? refusal.Says : says.Value, mend.ResourceNotFound ? null : mend.Value);
    }

    // Facts are the values of the code: times in UTC, days and names as the code writes them. People read them in their own way.
    private static object Readable(object fact, IStringLocalizer<Refusals> texts, DeskDates dates) => fact switch
    {
        DateTimeOffset at => dates.Moment(at),
        DateOnly day => dates.Day(day),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => dates.Day(day),
        string text => texts[$"fact.{text}"] is { ResourceNotFound: false } known ? known.Value : text,
        _ => fact,
    };
}
