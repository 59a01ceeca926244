using System.Globalization;
using System.Text;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Text from outside made safe to show: on a terminal a post must not move the cursor, and nowhere may it turn the line around.</summary>
internal static class PlainText
{
    private const int Ellipsis = 1;

    /// <summary>One line without control characters, at most <paramref name="most"/> long and cut between words.</summary>
    public static string Line(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most + Ellipsis));
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || IsUnsafe(rune))
            {
                space = line.Length > 0;
                continue;
            }

            if (line.Length + (space ? 1 : 0) + rune.Utf16SequenceLength > most)
            {
                return Cut(line);
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>Control characters, and the marks that change the direction of what follows them.</summary>
    public static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;

    private static string Cut(StringBuilder line)
    {
        var words = line.ToString();
        var at = words.LastIndexOf(' ');
        return (at > words.Length / 2 ? words[..at] : words) + "…";
    }
}
