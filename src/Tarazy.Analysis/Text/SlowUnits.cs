using System.Text;

namespace Tarazy.Analysis.Text;

/// <summary>The road for units that are not ordinary: one table look-up, and more only for marks, pairs and ligatures.</summary>
internal static class SlowUnits
{
    /// <summary>What one unit may become at most; ligatures that become more are cut.</summary>
    public const int MostUnits = 4;

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = BuildComposed();
    private static readonly Dictionary<int, char> Styled = BuildStyled();

    /// <summary>Folds the unit (or pair) at <paramref name="read"/>.</summary>
    public static void One(ReadOnlySpan<char> source, Span<char> target, ref int read, ref int written, PositionMap map)
    {
        var folded = Units.Fold(source[read]);
        if (folded != Units.Special)
        {
            if (folded != Units.Dropped)
            {
                map.Add(written, read);
                target[written++] = folded;
            }

            read++;
            return;
        }

        if (char.IsHighSurrogate(source[read]) && read + 1 < source.Length && char.IsLowSurrogate(source[read + 1]))
        {
            Pair(source, target, ref read, ref written, map);
        }
        else if (char.IsSurrogate(source[read]))
        {
            map.Add(written, read);
            target[written++] = source[read++];
        }
        else if (Units.Expansion(source[read]) is { Length: > 0 } several)
        {
            foreach (var unit in several.AsSpan(0, Math.Min(several.Length, MostUnits)))
            {
                map.Add(written, read);
                target[written++] = unit;
            }

            read++;
        }
        else
        {
            Mark(source[read++], target, written);
        }
    }

    /// <summary>The letter that a letter and the mark after it are, when they are one letter of an alphabet.</summary>
    public static bool TryCompose(char letter, char mark, out char composed) => Composed.TryGetValue((letter, mark), out composed);

    /// <summary>A mark joins the letter before it when the two are a letter of an alphabet; otherwise it is decoration and goes.</summary>
    private static void Mark(char mark, Span<char> target, int written)
    {
        if (written > 0 && TryCompose(target[written - 1], mark, out var composed))
        {
            target[written - 1] = composed;
        }
    }

    private static void Pair(ReadOnlySpan<char> source, Span<char> target, ref int read, ref int written, PositionMap map)
    {
        var point = char.ConvertToUtf32(source[read], source[read + 1]);
        if (Styled.TryGetValue(point, out var plain))
        {
            map.Add(written, read);
            target[written++] = plain;
        }
        else if (point is not (>= 0xE0000 and <= 0xE0FFF)) // tags and variation selectors leave no trace
        {
            map.Add(written, read);
            target[written++] = source[read];
            map.Add(written, read + 1);
            target[written++] = source[read + 1];
        }

        read += 2;
    }

    private static Dictionary<(char Letter, char Mark), char> BuildComposed()
    {
        // Of the Cyrillic compositions only these: a stress mark on any other letter is not a new letter.
        var composed = new Dictionary<(char, char), char>
        {
            [('и', '\u0306')] = 'й',
            [('у', '\u0306')] = 'ў',
            [('і', '\u0308')] = 'ї',
            [('е', '\u0308')] = 'е',
            [('ж', '\u0306')] = 'ӂ',
            [('и', '\u0304')] = 'ӣ',
            [('у', '\u0304')] = 'ӯ',
        };
        for (var letter = 'à'; letter <= '\u1EFF'; letter = letter == '\u024F' ? '\u1E00' : (char)(letter + 1))
        {
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            // Marks below a letter, but for cedilla and comma, are decoration oftener than Vietnamese typed in parts.
            if (parts.Length >= 2 && char.IsLower(letter) && parts[^1] is not ((>= '\u0323' and <= '\u0325') or (>= '\u0329' and <= '\u0338')))
            {
                var rest = parts[..^1].Normalize(NormalizationForm.FormC);
                if (rest.Length == 1)
                {
                    composed[(rest[0], parts[^1])] = letter;
                }
            }
        }

        return composed;
    }

    /// <summary>Letters and digits drawn in another style beyond the first plane: mathematical, squared and circled.</summary>
    private static Dictionary<int, char> BuildStyled()
    {
        var styled = new Dictionary<int, char>();
        for (var point = 0x1D400; point <= 0x1D7FF; point++)
        {
            var plain = char.ConvertFromUtf32(point).Normalize(NormalizationForm.FormKC);
            if (plain.Length == 1)
            {
                styled[point] = Units.Fold(plain[0]);
            }
        }

        foreach (var first in (ReadOnlySpan<int>)[0x1F130, 0x1F150, 0x1F170])
        {
            for (var i = 0; i < 26; i++)
            {
                styled[first + i] = (char)('a' + i);
            }
        }

        return styled;
    }
}
