using System.Text;

namespace Tarazy.Tests.Analysis.Text;

/// <summary>Ways in which a filter is evaded, each with a strength: the share of the letters or words that it touches. Seeded.</summary>
internal static class Attacks
{
    private static readonly Dictionary<char, string> Look = Table("аaоoеeрpсcуyхxіiАAЕEОOРPСCТTХXКKМMНHВBУY");
    private static readonly Dictionary<char, string> Heavy = Table("кkмmнhтtвbз3");
    private static readonly Dictionary<char, string> Leet = Spelt("а @ о 0 е € и u т 7 с $ л /\\ з 3 б 6 ч 4");

    private static readonly Dictionary<char, string> Latin = Spelt(
        "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sch ъ _ ы y ь _ э e ю yu я ya");

    public static string Homoglyphs(string text, double share, int seed)
    {
        var random = new Random(seed);
        return Letters(text, letter => random.NextDouble() >= share ? null : Look.GetValueOrDefault(letter) ?? (share > 0.5 ? Heavy.GetValueOrDefault(letter) : null));
    }

    public static string Invisible(string text, double share, int seed) => Behind(text, share, seed, "\u200B\u200C\u200D\u2060\uFEFF\u00AD");

    public static string Marks(string text, double share, int seed) => Behind(text, share, seed, "\u0301\u0323\u0332\u0336\u035F");

    public static string Digits(string text, double share, int seed) => Words(text, share, seed, word => Letters(word, letter => Leet.GetValueOrDefault(letter)));

    public static string Spaces(string text, double share, int seed) => Words(text, share, seed, word => string.Join(' ', word.AsEnumerable()));

    public static string Dots(string text, double share, int seed) => Words(text, share, seed, word => string.Join('.', word.AsEnumerable()));

    public static string Transliterated(string text) =>
        Letters(text, letter => Latin.GetValueOrDefault(char.ToLowerInvariant(letter)) is { } spelt
            ? char.IsUpper(letter) && spelt.Length > 0 ? char.ToUpperInvariant(spelt[0]) + spelt[1..] : spelt
            : null);

    private static string Letters(string text, Func<char, string?> other)
    {
        var attacked = new StringBuilder();
        foreach (var letter in text)
        {
            attacked.Append(other(letter) ?? letter.ToString());
        }

        return attacked.ToString();
    }

    private static string Behind(string text, double share, int seed, string marks)
    {
        var random = new Random(seed);
        return Letters(text, letter => char.IsLetter(letter) && random.NextDouble() < share ? letter.ToString() + marks[random.Next(marks.Length)] : null);
    }

    /// <summary>Changes this share of the words of four letters or more.</summary>
    private static string Words(string text, double share, int seed, Func<string, string> change)
    {
        var random = new Random(seed);
        var words = text.Split(' ');
        return string.Join(' ', words.Select(word => word.Length >= 4 && word.All(char.IsLetter) && random.NextDouble() < share ? change(word) : word));
    }

    private static Dictionary<char, string> Table(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1].ToString());

    private static Dictionary<char, string> Spelt(string list)
    {
        var parts = list.Split(' ');
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(i => parts[2 * i][0], i => parts[(2 * i) + 1] == "_" ? string.Empty : parts[(2 * i) + 1]);
    }
}
