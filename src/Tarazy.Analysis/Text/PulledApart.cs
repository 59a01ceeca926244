using Tarazy.Analysis.Text.Spelling;

namespace Tarazy.Analysis.Text;

/// <summary>
/// Puts words together that were written letter by letter, whatever stands between the letters: a blank, a sign, an emoji.
/// Also л drawn with two strokes.
/// </summary>
internal static class PulledApart
{
    /// <summary>Letters that are looked at together for the ends of words; beyond them the run stays one word.</summary>
    private const int LongestLine = 512;

    private const char DrawnL = 'л';

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
                read += LetterRun.EmojiLength(units, read);
                continue;
            }

            var end = LetterRun.End(units, original, map, read);
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
        var length = LetterRun.EmojiLength(units, at);
        return length > 0 && at > 0 && at + length < units.Length && LetterRun.IsLetter(units[at - 1]) && LetterRun.IsLetter(units[at + length])
            && (char.IsLower(original[map.Begin(at + length)]) || char.IsUpper(original[map.Begin(at - 1)]));
    }

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
        if (blank && LetterRun.Letters(units, start, end, letters) is var count && count <= LongestLine)
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
            at += at < end ? LetterRun.GapLength(units, at) : 0;
        }

        return written;
    }

    private static bool IsDrawn(ReadOnlySpan<char> units, int at) =>
        units[at] == '/' && at + 1 < units.Length && units[at + 1] == '\\'
        && ((at > 0 && Written(units[at - 1])) || (at + 2 < units.Length && Written(units[at + 2])));

    private static bool Written(char unit) =>
        (Units.ClassOf(unit) & (UnitClass.Cyrillic | UnitClass.Digit)) != UnitClass.None || Twins.IsSign(unit) || Twins.HasCyrillicTwin(unit);
}
