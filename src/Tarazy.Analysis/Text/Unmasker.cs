namespace Tarazy.Analysis.Text;

/// <summary>
/// Reads a text in which something looks disguised: joins what was pulled apart, gives words back their letters, takes the drawl out.
/// Two buffers and two maps change places, so nothing is allocated for a text of the usual length.
/// </summary>
internal sealed class Unmasker
{
    private char[] _spare = [];
    private PositionMap _spareMap = new();

    /// <summary>Whether the text should be read with suspicion at all.</summary>
    public static bool Wanted(ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, WordRuns words) =>
        words.Hints != Hints.None || (words.LatinUnits > 0 && words.CyrillicUnits > words.LatinUnits && HasTwinWord(units, original, map, words.Bounds));

    /// <summary>Writes the text as it is meant; returns its new length.</summary>
    public int Run(ref char[] units, int length, ReadOnlySpan<char> original, ref PositionMap map, WordRuns words)
    {
        var hints = words.Hints;
        if ((hints & (Hints.Singles | Hints.Signs)) != Hints.None)
        {
            Room(units.Length);
            length = PulledApart.Join(new OddUnits(words.Rows, units.AsSpan(0, length)), units.AsSpan(0, length), original, map, _spare, _spareMap);
            Swap(ref units, ref map);
            words.Read(units, length);
        }

        var text = units.AsSpan(0, length);
        var odd = new OddUnits(words.Rows, text);
        new WordMender(text, original, map, TextSigns.Of(text, odd)).MendAll(odd);
        if ((hints & Hints.Stretched) != Hints.None)
        {
            Room(units.Length);
            length = Stretches.Shorten(units.AsSpan(0, length), map, _spare, _spareMap);
            Swap(ref units, ref map);
        }

        return length;
    }

    /// <summary>A word wholly in Latin letters that look Cyrillic in print, inside a Cyrillic text, and not the beginning of a link.</summary>
    private static bool HasTwinWord(ReadOnlySpan<char> units, ReadOnlySpan<char> original, PositionMap map, ReadOnlySpan<int> bounds)
    {
        for (var i = 0; i + 1 < bounds.Length; i += 2)
        {
            if (char.IsAsciiLetter(units[bounds[i]]) && TwinWords.LooksCyrillic(units, original, map, bounds[i], bounds[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private void Room(int length)
    {
        if (_spare.Length < length)
        {
            _spare = new char[length];
        }
    }

    private void Swap(ref char[] units, ref PositionMap map)
    {
        (units, _spare) = (_spare, units);
        (map, _spareMap) = (_spareMap, map);
    }
}
