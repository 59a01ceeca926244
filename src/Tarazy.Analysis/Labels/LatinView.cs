using System.Text;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels;

/// <summary>
/// Reads a text that was written in Latin letters by sound (<c>prodam oruzhie</c>) back into Cyrillic, so that a model that learnt
/// Cyrillic texts can look at it too. It is a second view of the post: whoever uses it keeps the larger score and says which view gave it.
/// </summary>
public static class LatinView
{
    // The longest first: "shch" is not "sh" and "ch".
    private static readonly (string Latin, string Cyrillic)[] Sounds =
    [
        ("shch", "щ"), ("sch", "щ"), ("yo", "ё"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("iu", "ю"),
        ("ya", "я"), ("ia", "я"), ("ye", "е"), ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"),
        ("i", "и"), ("j", "й"), ("k", "к"), ("q", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"),
        ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("x", "кс"), ("y", "ы"), ("'", "ь"),
    ];

    /// <summary>Whether more of the letters in words are Latin than not.</summary>
    public static bool IsLatin(FoldedText text)
    {
        int latin = 0, other = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Kinds[i] == TokenKind.Word)
            {
                foreach (var unit in text.Chars.Slice(text.Tokens[i].Start, text.Tokens[i].Length))
                {
                    latin += char.IsAsciiLetterLower(unit) ? 1 : 0;
                    other += unit > '\u024F' ? 1 : 0;
                }
            }
        }

        return latin > other;
    }

    /// <summary>The folded text with its words in Cyrillic; links and handles stay.</summary>
    public static string ToCyrillic(FoldedText text)
    {
        var written = new StringBuilder(text.Chars.Length);
        var at = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            written.Append(text.Chars[at..token.Start]);
            at = token.Start + token.Length;
            if (text.Kinds[i] == TokenKind.Word)
            {
                Word(text.Chars[token.Start..at], written);
            }
            else
            {
                written.Append(text.Chars[token.Start..at]);
            }
        }

        return written.Append(text.Chars[at..]).ToString();
    }

    private static void Word(ReadOnlySpan<char> word, StringBuilder written)
    {
        var at = 0;
        while (at < word.Length)
        {
            var before = at;
            foreach (var (latin, cyrillic) in Sounds)
            {
                if (word[at..].StartsWith(latin, StringComparison.Ordinal))
                {
                    written.Append(Last(word, at, latin) ? "й" : cyrillic);
                    at += latin.Length;
                    break;
                }
            }

            if (at == before)
            {
                written.Append(word[at++]);
            }
        }
    }

    /// <summary>A y that follows a vowel is й: moy, krasivyy.</summary>
    private static bool Last(ReadOnlySpan<char> word, int at, string latin) => latin == "y" && at > 0 && "aeiouy".Contains(word[at - 1], StringComparison.Ordinal);
}
