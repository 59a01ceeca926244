using Tarazy.Analysis.Text.Spelling;

namespace Tarazy.Analysis.Text;

/// <summary>
/// Puts words together that were written letter by letter, whatever stands between the letters: a blank, a sign, an emoji.
/// Also л drawn with two strokes.
/// </summary>
internal static class PulledApart
{
    /// <summary>Fewer letters than this with blanks or full stops between them are initials, lists or one-letter words.</summary>
    private const int Fewest = 4;

    /// <summary>Letters that are looked at together for the ends of words; beyond them the run stays one word.</summary>
    private const int LongestLine = 512;

    private const char DrawnL = 'л';

    /// <summary>With any other sign between them three are enough.</summary>
    private const int FewestWithSigns = 3;

    /// <summary>This many emojis between small letters without a blank split words; fewer stand between sentences.</summary>
    public const int FewestEmojis = 2;

    /// <summary>Copies <paramref name="units"/> to <paramref name="target"/> with such words joined; returns the new length.</summary>
    public static int Join(OddUnits odd, ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, Span<char> target, PositionMap targetMap)
    {
        targetMap.Clear();
        int read = 0, written = 0;
        var emojis = Emojis(odd, units, original, map);
        while (read < units.Length)
        {
            var next = odd.NextApart(read);
            units[read..next].CopyTo(target[written..]);
            targetMap.Add(written, map, read, next);
            written += next - read;
            read = next;
            if (read == units.Length)
            {
                break;
            }

            if (emojis >= FewestEmojis && SplitsByEmoji(units, original, map, read))
            {
                read += EmojiLength(units, read);
                continue;
            }

            var end = RunEnd(units, original, map, read);
            if (end == read)
            {
                var drawn = IsDrawn(units, read);
                targetMap.Add(written, map.Begin(read));
                target[written++] = drawn ? DrawnL : units[read];
                read += drawn ? 2 : 1;
                continue;
            }

            written = CopyRun(units, original, map, read, end, target, written, targetMap);
            read = end;
        }

        return written;
    }

    private static int Emojis(OddUnits odd, ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map)
    {
        var count = 0;
        for (var at = odd.NextApart(1); at < units.Length; at = odd.NextApart(at + 1))
        {
            count += SplitsByEmoji(units, original, map, at) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether an emoji stands here between two letters of what reads as one word.</summary>
    private static bool SplitsByEmoji(ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, int at)
    {
        var length = EmojiLength(units, at);
        return length > 0 && at > 0 && at + length < units.Length && IsLetter(units[at - 1]) && IsLetter(units[at + length])
            && (char.IsLower(original[map.Begin(at + length)]) || char.IsUpper(original[map.Begin(at - 1)]));
    }

    private static int EmojiLength(ReadOnlySpan<char> units, int at) =>
        units[at] is >= '\u2600' and <= '\u27FF' ? 1
        : char.IsHighSurrogate(units[at]) && at + 1 < units.Length && char.IsLowSurrogate(units[at + 1]) ? 2 : 0;

    /// <summary>
    /// Copies the letters of a run. Where blanks stand between letters none are left between words, so the model of word ends
    /// gives them back; a capital after a small letter begins a new word everywhere.
    /// </summary>
    private static int CopyRun(
        ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, int start, int end, Span<char> target, int written, PositionMap targetMap)
    {
        Span<char> letters = stackalloc char[LongestLine];
        Span<bool> begins = stackalloc bool[LongestLine];
        begins.Clear();
        var blank = units[start + 1] == ' ';
        if (blank && Letters(units, start, end, letters) is var count && count <= LongestLine)
        {
            WordEnds.Find(SpellingModel.Shipped, letters[..count], begins[..count]);
        }

        var small = false;
        for (int at = start, letter = 0; at < end; letter++)
        {
            var capital = char.IsUpper(original[map.Begin(at)]);
            if (letter > 0 && ((blank && capital && small) || (letter < LongestLine && begins[letter])))
            {
                targetMap.Add(written, map.Begin(at - 1));
                target[written++] = ' ';
            }

            small = !capital;
            targetMap.Add(written, map.Begin(at));
            target[written++] = units[at++];
            at += at < end ? GapLength(units, at) : 0;
        }

        return written;
    }

    /// <summary>The letters of a run without their gaps; the answer is too large when they don't fit.</summary>
    private static int Letters(ReadOnlySpan<char> units, int start, int end, Span<char> letters)
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

    /// <summary>The end of the run of single letters that begins at <paramref name="at"/>; <paramref name="at"/> when there is none.</summary>
    private static int RunEnd(ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, int at)
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
    private static int GapLength(ReadOnlySpan<char> units, int at)
    {
        if (at + 1 >= units.Length || units[at] == '\n' || Units.IsWord(units[at]) || Twins.IsSign(units[at]))
        {
            return 0;
        }

        return char.IsHighSurrogate(units[at]) ? at + 2 < units.Length && char.IsLowSurrogate(units[at + 1]) ? 2 : 0 : 1;
    }

    private static bool IsSingle(ReadOnlySpan<char> units, int at) =>
        (at == 0 || !Units.IsWord(units[at - 1])) && (at + 1 == units.Length || !Units.IsWord(units[at + 1]));

    private static bool IsLetter(char unit) => (Units.ClassOf(unit) & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word;

    /// <summary>What may stand for a letter inside a run, or is one of its letters: п ' я т ь.</summary>
    private static bool IsSymbol(char unit) => unit is '0' or '3' or '4' or '6' or '7' or '\'' || Twins.IsSign(unit);

    private static bool IsDrawn(ReadOnlySpan<char> units, int at) =>
        units[at] == '/' && at + 1 < units.Length && units[at + 1] == '\\'
        && ((at > 0 && Written(units[at - 1])) || (at + 2 < units.Length && Written(units[at + 2])));

    private static bool Written(char unit) =>
        (Units.ClassOf(unit) & (UnitClass.Cyrillic | UnitClass.Digit)) != UnitClass.None || Twins.IsSign(unit) || Twins.HasCyrillicTwin(unit);
}
