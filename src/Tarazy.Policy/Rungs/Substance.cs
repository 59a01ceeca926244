using System.Globalization;

namespace Tarazy.Policy.Rungs;

/// <summary>
/// Whether words say something. Length does not prove thought, but three different words and fifteen letters keep out the full
/// stop, the "n/a" and the held-down key, in Kazakh, whose words are long, as in English, whose words are short.
/// </summary>
internal static class Substance
{
    public const int LeastLetters = 15;
    public const int LeastWords = 3;

    public static bool In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var letters = text.Count(char.IsLetter);
        return letters >= LeastLetters && Words(text).Distinct(StringComparer.Ordinal).Count() >= LeastWords;
    }

    /// <summary>Equal but for case, spaces and punctuation.</summary>
    public static bool Same(string? one, string? other) =>
        one is not null && other is not null && Words(one).SequenceEqual(Words(other), StringComparer.Ordinal);

    private static IEnumerable<string> Words(string text) =>
        text.ToLower(CultureInfo.InvariantCulture)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => string.Concat(w.Where(char.IsLetterOrDigit)))
            .Where(w => w.Length > 0);
}
