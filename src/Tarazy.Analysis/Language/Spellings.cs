using System.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// The ways in which people really write a language besides its standard: Kazakh without its letters or in Latin,
/// Uzbek in Cyrillic, Russian in Latin. A model that has not seen them calls them another language.
/// </summary>
internal static class Spellings
{
    private static readonly Dictionary<char, string> KazakhBare = Table("әғқңөұүһі", "а г к н о у у х и");
    private static readonly Dictionary<char, string> KyrgyzBare = Table("ңөү", "н о у");

    // What is typed into a phone without a Kazakh keyboard, once by sound and once by the look of the letters.
    private static readonly Dictionary<char, string> KazakhLatinBySound = Table(
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "a a b v g g d e yo zh z i y k k l m n n o o p r s t u u u f h h ts ch sh sh _ y i _ e yu ya");

    private static readonly Dictionary<char, string> KazakhLatinShort = Table(
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "a a b v g gh d e yo j z i i k q l m n ng o o p r s t w u u f kh h c ch sh sh _ y i _ e iu ia");

    private static readonly Dictionary<char, string> KazakhLatinOfficial = Table(
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h s ş ş ş _ y ı _ e iu ia");

    private static readonly Dictionary<char, string> RussianLatin = Table(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґңөүәҗһ",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh sch _ y _ e yu ya i yi ye g n o u a j h");

    private static readonly Dictionary<char, string> RussianLatinPlain = Table(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґңөүәҗһ",
        "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh shh _ y _ e u ya i i e g ng o u a j h");

    private static readonly Dictionary<char, string> UzbekCyrillic = Table(
        "abdefghijklmnopqrstuvxyzʻʼ'", "а б д е ф г ҳ и ж к л м н о п қ р с т у в х й з ъ ъ ъ");

    private static readonly (string Latin, string Cyrillic)[] UzbekPairs =
    [
        ("oʻ", "ў"), ("o'", "ў"), ("gʻ", "ғ"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("ts", "ц"),
    ];

    /// <summary>The other spellings in which a text of this language is met.</summary>
    public static IEnumerable<string> Of(string code, string text)
    {
        var small = text.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'');
        return code switch
        {
            "kk" => [Spell(small, KazakhBare), Spell(small, KazakhLatinBySound), Spell(small, KazakhLatinShort), Spell(small, KazakhLatinOfficial)],
            "ky" => [Spell(small, KyrgyzBare), Spell(small, RussianLatin)],
            "ru" or "uk" => [Spell(small, RussianLatin), Spell(small, RussianLatinPlain)],
            "tt" => [Spell(small, RussianLatin)],
            "uz" when small.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 => [UzbekInCyrillic(small)],
            _ => [],
        };
    }

    private static string UzbekInCyrillic(string small)
    {
        foreach (var (latin, cyrillic) in UzbekPairs)
        {
            small = small.Replace(latin, cyrillic, StringComparison.Ordinal);
        }

        return Spell(small, UzbekCyrillic);
    }

    private static string Spell(string text, Dictionary<char, string> table)
    {
        var spelt = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = table.TryGetValue(letter, out var other) ? spelt.Append(other) : spelt.Append(letter);
        }

        return spelt.ToString();
    }

    /// <summary>Letter by letter; an underscore stands for nothing.</summary>
    private static Dictionary<char, string> Table(string letters, string spelt)
    {
        var parts = spelt.Split(' ');
        var table = new Dictionary<char, string>();
        for (var i = 0; i < letters.Length; i++)
        {
            table[letters[i]] = parts[i] == "_" ? string.Empty : parts[i];
        }

        return table;
    }
}
