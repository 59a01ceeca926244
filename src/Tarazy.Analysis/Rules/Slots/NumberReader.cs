namespace Tarazy.Analysis.Rules.Slots;

/// <summary>Reads numbers as posts write them: <c>2 000 000</c>, <c>1,5</c>, <c>200-300</c>, and <c>2ООО</c> with letters for noughts.</summary>
internal static class NumberReader
{
    /// <summary>The end of the number that begins at <paramref name="at"/>, and how many digits it has before a fraction.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, out int digits)
    {
        digits = 0;
        var i = at;
        while (i < text.Length)
        {
            if (IsDigit(text, i, at))
            {
                digits++;
                i++;
            }
            else if (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && IsSeparator(text[i]) && GroupFits(text, i))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    public static bool StartsAt(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '@' or '/' or '_' or '='));

    public static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        var end = Math.Min(text.Length, at + 3);
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '*' or '_'))
        {
            at++;
        }

        return at;
    }

    public static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || (IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '\u02BB' or '\u02BC' or '`';

    private static bool IsDigit(ReadOnlySpan<char> text, int i, int start) =>
        char.IsAsciiDigit(text[i])
        || (i > start && text[i] is 'о' or 'o' && (i + 1 == text.Length || !char.IsLetter(text[i + 1]) || text[i + 1] is 'о' or 'o' or 'р')
            && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is 'о' or 'o'));

    private static bool IsSeparator(char c) => c is ' ' or '\u00A0' or '\u202F' or '.' or ',' or '-' or '–' || IsApostrophe(c);

    // A space joins only groups of three, or "5 2000" would be one number.
    private static bool GroupFits(ReadOnlySpan<char> text, int separator)
    {
        if (text[separator] is not (' ' or '\u00A0' or '\u202F'))
        {
            return true;
        }

        var end = separator + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - separator - 1 == 3;
    }
}
