namespace Tarazy.Analysis.Text;

/// <summary>Where a word stands that was written letter by letter: its letters, and what stands between them.</summary>
internal static class LetterRun
{
    /// <summary>Fewer letters than this with blanks or full stops between them are initials, lists or one-letter words.</summary>
    private const int Fewest = 4;

    /// <summary>With any other sign between them three are enough.</summary>
    private const int FewestWithSigns = 3;

    /// <summary>The end of the run of single letters that begins at <paramref name="at"/>; <paramref name="at"/> when there is none.</summary>
    public static int End(ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, int at)
    {
        if (!IsLetter(units[at]) || !IsSingle(units, at))
        {
            return at;
        }

        var gap = GapLength(units, at + 1);
        if (gap == 0)
        {
            return at;
        }

        var between = units[at + 1];
        var emoji = EmojiLength(units, at + 1) > 0;
        int last = at, letters = 1, capitals = char.IsUpper(original[map.Begin(at)]) ? 1 : 0;
        var differ = false;
        while (true)
        {
            var next = last + 1 + gap;
            if (next >= units.Length || !IsSingle(units, next) || !(IsLetter(units[next]) || IsSymbol(units[next])))
            {
                break;
            }

            last = next;
            letters += IsLetter(units[next]) ? 1 : 0;
            differ |= units[next] != units[at];
            capitals += char.IsUpper(original[map.Begin(next)]) ? 1 : 0;
            gap = GapLength(units, next + 1);
            if (gap == 0 || (units[next + 1] != between && (EmojiLength(units, next + 1) == 0 || !emoji)))
            {
                break;
            }
        }

        var weak = between is ' ' or '.' or '-' or '/';
        var initials = between == '.' && capitals == letters;
        return differ && !initials && letters >= (weak ? Fewest : FewestWithSigns) ? last + 1 : at;
    }

    /// <summary>Units between two letters of one word: a sign or blank, or the two of an emoji; 0 when no gap is there.</summary>
    public static int GapLength(ReadOnlySpan<char> units, int at)
    {
        if (at + 1 >= units.Length || units[at] == '\n' || Units.IsWord(units[at]) || Twins.IsSign(units[at]))
        {
            return 0;
        }

        return char.IsHighSurrogate(units[at]) ? at + 2 < units.Length && char.IsLowSurrogate(units[at + 1]) ? 2 : 0 : 1;
    }

    /// <summary>The letters of a run without their gaps; the answer is too large when they don't fit.</summary>
    public static int Letters(ReadOnlySpan<char> units, int start, int end, Span<char> letters)
    {
        var count = 0;
        for (var at = start; at < end; count++)
        {
            if (count == letters.Length)
            {
                return count + 1;
            }

            letters[count] = units[at++];
            at += at < end ? GapLength(units, at) : 0;
        }

        return count;
    }

    public static int EmojiLength(ReadOnlySpan<char> units, int at) =>
        units[at] is >= '\u2600' and <= '\u27FF' ? 1
        : char.IsHighSurrogate(units[at]) && at + 1 < units.Length && char.IsLowSurrogate(units[at + 1]) ? 2 : 0;

    public static bool IsLetter(char unit) => (Units.ClassOf(unit) & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word;

    private static bool IsSingle(ReadOnlySpan<char> units, int at) =>
        (at == 0 || !Units.IsWord(units[at - 1])) && (at + 1 == units.Length || !Units.IsWord(units[at + 1]));

    /// <summary>What may stand for a letter inside a run, or is one of its letters: п ' я т ь.</summary>
    private static bool IsSymbol(char unit) => unit is '0' or '3' or '4' or '6' or '7' or '\'' || Twins.IsSign(unit);
}
