namespace Tarazy.Analysis.Text.Spelling;

/// <summary>Writes a folded text anew with its Latin words in Cyrillic.</summary>
internal static class LatinView
{
    /// <summary>Writes the view to <paramref name="target"/>, at least <see cref="LatinReader.MostLetters"/> times as long; returns its length.</summary>
    public static int Write(FoldedText source, PositionMap map, int language, Span<char> target, PositionMap targetMap)
    {
        targetMap.Clear();
        var model = SpellingModel.Shipped;
        var units = source.Chars;
        int done = 0, written = 0;
        for (var i = 0; i < source.Tokens.Length; i++)
        {
            var token = source.Tokens[i];
            var end = WithSoftSign(units, token.Start + token.Length);
            if (source.Kinds[i] != TokenKind.Word || end - token.Start > LatinReader.LongestWord || !IsLatin(units[token.Start..end]))
            {
                continue;
            }

            written = Copy(units[..token.Start], done, map, target, written, targetMap);
            written = Word(model, units[token.Start..end], language, token.Start, map, target, written, targetMap);
            done = end;
        }

        return Copy(units, done, map, target, written, targetMap);
    }

    private static int Word(
        SpellingModel model, ReadOnlySpan<char> word, int language, int start, PositionMap map, Span<char> target, int written, PositionMap targetMap)
    {
        Span<char> cyrillic = stackalloc char[LatinReader.LongestWord * LatinReader.MostLetters];
        Span<int> places = stackalloc int[LatinReader.LongestWord * LatinReader.MostLetters];
        var length = LatinReader.Read(model, word, language, cyrillic, places);
        for (var i = 0; i < length; i++)
        {
            targetMap.Add(written, map.Begin(start + places[i]));
            target[written++] = cyrillic[i];
        }

        return written;
    }

    private static int Copy(ReadOnlySpan<char> units, int from, PositionMap map, Span<char> target, int written, PositionMap targetMap)
    {
        for (var at = from; at < units.Length; at++)
        {
            targetMap.Add(written, map.Begin(at));
            target[written++] = units[at];
        }

        return written;
    }

    /// <summary>An apostrophe after the last consonant of a word is its soft sign: rol', krov'.</summary>
    private static int WithSoftSign(ReadOnlySpan<char> units, int end) =>
        end < units.Length && units[end] == '\'' && !"aeiouy'".Contains(units[end - 1], StringComparison.Ordinal) ? end + 1 : end;

    private static bool IsLatin(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (unit != '\'' && (Units.ClassOf(unit) & UnitClass.Latin) == UnitClass.None)
            {
                return false;
            }
        }

        return true;
    }
}
