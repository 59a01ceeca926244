using System.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Ways in which people hide words from filters, from a seed: each text is attacked in the same way every time.</summary>
internal sealed record Attack(string Name, double Demand, Func<string, Random, string> Apply)
{
    private const string Twin = "авсенкмортхуиіАВСЕНКМОРТХ";
    private const string TwinLatin = "abcehkmoptxyuiABCEHKMOPTX";
    private const string Leet = "абвзостчя";
    private const string LeetSigns = "@6830$749";
    private const string Invisible = "\u200B\u200C\u200D\u2060\u00AD";
    private const string Marks = "\u0301\u0336\u0308\u0335\u0323";

    private static readonly string[] Latin =
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".Split(' ');

    /// <summary>In the order of the table in which the demands were made.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        new("look-alikes, .1 of letters", 0.95, (text, random) => Letters(text, random, 0.1, Homoglyph)),
        new("look-alikes, .3 of letters", 0.95, (text, random) => Letters(text, random, 0.3, Homoglyph)),
        new("look-alikes, .8 of letters", 0.90, (text, random) => Letters(text, random, 0.8, Homoglyph)),
        new("invisible units after .3 of letters", 0.98, (text, random) => Letters(text, random, 0.3, (unit, r) => unit.ToString() + Invisible[r.Next(Invisible.Length)])),
        new("combining marks on .5 of letters", 0.98, (text, random) => Letters(text, random, 0.5, (unit, r) => unit.ToString() + Marks[r.Next(Marks.Length)])),
        new("leet, .5 of letters", 0.95, (text, random) => Letters(text, random, 0.5, (unit, _) => Swap(unit, Leet, LeetSigns))),
        new("s p a c e d, .3 of words", 0.90, (text, random) => Words(text, random, 0.3, (word, _) => string.Join(' ', word.ToCharArray()))),
        new("s p a c e d, all words", 0.60, (text, random) => Words(text, random, 1, (word, _) => string.Join(' ', word.ToCharArray()))),
        new("d.o.t.s, .5 of words", 0.85, (text, random) => Words(text, random, 0.5, (word, _) => string.Join('.', word.ToCharArray()))),
        new("inner letters swapped, .4 of words", 0.70, (text, random) => Words(text, random, 0.4, Typo)),
        new("all in Latin letters by sound", 0.85, (text, _) => Transliterate(text)),
    ];

    private static string Homoglyph(char unit, Random random) => Swap(unit, Twin, TwinLatin);

    private static string Letters(string text, Random random, double share, Func<char, Random, string> change)
    {
        var attacked = new StringBuilder(text.Length * 2);
        foreach (var unit in text)
        {
            attacked.Append(char.IsLetter(unit) && random.NextDouble() < share ? change(unit, random) : unit.ToString());
        }

        return attacked.ToString();
    }

    private static string Words(string text, Random random, double share, Func<string, Random, string> change)
    {
        var attacked = new StringBuilder(text.Length * 2);
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = at;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end == at)
            {
                attacked.Append(text[end++]);
                continue;
            }

            var word = text[at..end];
            attacked.Append(word.Length >= 3 && random.NextDouble() < share ? change(word, random) : word);
        }

        return attacked.ToString();
    }

    private static string Typo(string word, Random random)
    {
        if (word.Length < 4)
        {
            return word;
        }

        var letters = word.ToCharArray();
        var at = 1 + random.Next(word.Length - 3);
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new string(letters);
    }

    private static string Transliterate(string text)
    {
        var written = new StringBuilder(text.Length * 2);
        foreach (var unit in text.ToLowerInvariant())
        {
            var letter = unit == 'ё' ? "yo" : unit is >= 'а' and <= 'я' ? Latin[unit - 'а'] : unit.ToString();
            written.Append(letter == "_" ? string.Empty : letter);
        }

        return written.ToString();
    }

    private static string Swap(char unit, string from, string to)
    {
        var at = from.IndexOf(unit, StringComparison.Ordinal);
        return at < 0 ? unit.ToString() : to[at].ToString();
    }
}
