using Microsoft.Extensions.Localization;

namespace Tarazy.Server.Web.Culture;

/// <summary>CLDR plural categories for whole numbers, for the languages the pages are written in.</summary>
internal static class Plural
{
    public static string Of(string language, long count) => language switch
    {
        "ru" or "uk" or "be" => Slavic(Math.Abs(count)),

        // Kazakh nouns keep their form after a number, so one text serves both of its categories.
        "kk" => "other",
        _ => count is 1 or -1 ? "one" : "other",
    };

    /// <summary>The form of a text for a count: <c>copies.few</c>; <c>copies.other</c> where the language needs no other form.</summary>
    public static string Count(this IStringLocalizer texts, string key, long count, params ReadOnlySpan<object> more)
    {
        object[] places = [count, .. more];
        var form = texts[$"{key}.{Of(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, count)}", places];
        return form.ResourceNotFound ? texts[$"{key}.other", places].Value : form.Value;
    }

    // CLDR 44, cardinals of ru: one 1, 21, 31 ...; few 2-4, 22-24 ...; many everything else that is whole.
    private static string Slavic(long count) => (count % 10, count % 100) switch
    {
        (1, not 11) => "one",
        (2 or 3 or 4, not (12 or 13 or 14)) => "few",
        _ => "many",
    };
}
