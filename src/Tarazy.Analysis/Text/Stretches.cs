using System.Buffers;

namespace Tarazy.Analysis.Text;

/// <summary>Takes the drawl out of words: looong, оооочень. Only a letter written three times or more shows it.</summary>
internal static class Stretches
{
    private const int Fewest = 3;
    private const int Shortest = 4;
    private const int DrawlsFrom = 3;
    private const string Vowels = "аеиоуыэюяіїєәөүұaeiou";

    private static readonly SearchValues<char> Roman = SearchValues.Create("ivxlcdm");

    /// <summary>Copies <paramref name="units"/> to <paramref name="target"/> with stretched words made short; returns the new length.</summary>
    public static int Shorten(ReadOnlySpan<char> units, PositionMap map, Span<char> target, PositionMap targetMap)
    {
        targetMap.Clear();
        int written = 0, done = 0;
        var drawling = Drawls(units);
        for (var at = 0; at < units.Length;)
        {
            var end = Spelt.Next(units, ref at);
            if (end - at >= Shortest && (IsStretched(units[at..end]) || (drawling && HasPair(units[at..end]))))
            {
                written = Copy(units, done, at, map, target, written, targetMap);
                written = CopyShort(units[..end], at, map, target, written, targetMap);
                done = end;
            }

            at = end;
        }

        return Copy(units, done, units.Length, map, target, written, targetMap);
    }

    /// <summary>Whether so many words are stretched that vowels written twice are as well.</summary>
    private static bool Drawls(ReadOnlySpan<char> units)
    {
        var stretched = 0;
        for (var at = 0; at < units.Length && stretched < DrawlsFrom;)
        {
            var end = Spelt.Next(units, ref at);
            stretched += end - at >= Shortest && IsStretched(units[at..end]) ? 1 : 0;
            at = end;
        }

        return stretched >= DrawlsFrom;
    }

    private static int Copy(ReadOnlySpan<char> units, int from, int to, PositionMap map, Span<char> target, int written, PositionMap targetMap)
    {
        units[from..to].CopyTo(target[written..]);
        targetMap.Add(written, map, from, to);
        return written + to - from;
    }

    /// <summary>In a word or text that is stretched somewhere, a vowel written twice is stretched as well, but for the usual pairs.</summary>
    private static int CopyShort(ReadOnlySpan<char> units, int start, PositionMap map, Span<char> target, int written, PositionMap targetMap)
    {
        for (var at = start; at < units.Length;)
        {
            var run = RunLength(units, at);
            var vowel = Vowels.Contains(units[at], StringComparison.Ordinal);
            var kept = run == 1 || (run == 2 && !vowel) ? run : vowel && UsualPair(units, start, at, at + run) ? 2 : 1;
            for (var i = 0; i < kept; i++)
            {
                targetMap.Add(written, map.Begin(at + i));
                target[written++] = units[at + i];
            }

            at += run;
        }

        return written;
    }

    /// <summary>Pairs of vowels that ordinary words have at their end or after a prefix: станции, России, более, сообщение, вообще.</summary>
    private static bool UsualPair(ReadOnlySpan<char> units, int start, int from, int to)
    {
        if (from == start)
        {
            return false;
        }

        var before = units[from - 1];
        var last = to == units.Length;
        return units[from] switch
        {
            'и' => last && (before is 'ц' or 'р' or 'л' or 'з' || (before == 'с' && from > start + 1 && units[from - 2] == 'с')),
            'і' => last && (before is 'ц' or 'р' or 'з'),
            'е' => (to + 1 == units.Length && units[to] == 'т') || last && (before is 'л' or 'н' or 'ш' or 'щ' or 'в'),
            'о' => from == start + 1 && to + 2 < units.Length && (before is 'с' or 'в' or 'к') && (units[to] is 'б' or 'т' or 'п' or 'р'),
            _ => false,
        };
    }

    private static bool HasPair(ReadOnlySpan<char> word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (word[at] == word[at - 1] && Vowels.Contains(word[at], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStretched(ReadOnlySpan<char> word)
    {
        var found = false;
        for (var at = 0; at < word.Length;)
        {
            var run = RunLength(word, at);
            if (run == word.Length)
            {
                return false; // ООО, www, ааа: not a word
            }

            found |= run >= Fewest && char.IsLetter(word[at]);
            at += run;
        }

        return found && !word.ContainsAnyInRange('0', '9') && word.ContainsAnyExcept(Roman); // 2ООО and Roman numerals
    }

    private static int RunLength(ReadOnlySpan<char> units, int at)
    {
        var end = at + 1;
        while (end < units.Length && units[end] == units[at])
        {
            end++;
        }

        return end - at;
    }
}
