namespace Tarazy.Analysis.Text;

/// <summary>
/// Words wholly in Latin letters that look Cyrillic in print. Ordinary posts are full of PHP, HTTP and CEO, and of English names, so
/// one letter must be small, and the words beside it must not be Latin.
/// </summary>
internal static class TwinWords
{
    // The one-letter words that Russian, Ukrainian and Kazakh write; x, e and p alone are names of things.
    private const string Single = "acoyACOY";

    public static bool LooksCyrillic(ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, int start, int end)
    {
        var small = false;
        for (var at = start; at < end; at++)
        {
            if ((Units.ClassOf(units[at]) & (UnitClass.Latin | UnitClass.OnlyLatin)) != UnitClass.Latin)
            {
                return false;
            }

            var written = original[map.Begin(at)];
            if (!Twins.SamePrint(written) || (end - start == 1 && !Single.Contains(written, StringComparison.Ordinal)))
            {
                return false;
            }

            small |= char.IsAsciiLetterLower(written);
        }

        return small && BesideCyrillic(units, start, end);
    }

    /// <summary>The nearest letters on both sides are Cyrillic or the line ends, and no sign but a blank, comma, full stop or quote touches the word.</summary>
    private static bool BesideCyrillic(ReadOnlySpan<char> units, int start, int end)
    {
        if ((start > 0 && !Clear(units[start - 1])) || (end < units.Length && !Clear(units[end])))
        {
            return false;
        }

        var before = start - 1;
        while (before >= 0 && units[before] != '\n' && !Units.IsWord(units[before]))
        {
            before--;
        }

        var after = end;
        while (after < units.Length && units[after] != '\n' && !Units.IsWord(units[after]))
        {
            after++;
        }

        var left = before < 0 || units[before] == '\n';
        var right = after >= units.Length || units[after] == '\n';
        return !(left && right) && (left || IsCyrillic(units[before])) && (right || IsCyrillic(units[after]));
    }

    private static bool Clear(char unit) => unit is ' ' or '\n' or ',' or '.' or '!' or '?' or '"' or '«' or '»';

    private static bool IsCyrillic(char unit) => (Units.ClassOf(unit) & UnitClass.Cyrillic) != UnitClass.None;
}
