namespace Tarazy.Analysis.Text;

/// <summary>
/// Gives a disguised word back its own script. The letters that no other script has decide which script that is;
/// a word with such letters of two scripts is left alone, and a Cyrillic word never becomes Latin.
/// </summary>
internal ref struct WordMender(Span<char> units, ReadOnlySpan<char> original, PositionMap map, bool suspect)
{
    private const UnitClass Letters = UnitClass.Cyrillic | UnitClass.Latin | UnitClass.Greek;

    private readonly Span<char> _units = units;
    private readonly ReadOnlySpan<char> _original = original;
    private bool? _cyrillicText;

    /// <summary>Whether a word with these units may be disguised; nearly all words answer no.</summary>
    public static bool NeedsLook(UnitClass seen) =>
        (seen & Letters) switch
        {
            UnitClass.Cyrillic => (seen & UnitClass.Digit) != UnitClass.None,
            UnitClass.Latin => (seen & UnitClass.OnlyLatin) == UnitClass.None,
            UnitClass.None or UnitClass.Greek => false,
            _ => true,
        };

    /// <summary>Writes the word in its own script, in place. False when nothing changed.</summary>
    public bool Mend(int start, int end, UnitClass seen)
    {
        var word = _units[start..end];
        var letters = seen & Letters;
        if (letters == UnitClass.Latin)
        {
            return LooksCyrillic(start, end) && Turn(word);
        }

        if (letters == UnitClass.Cyrillic)
        {
            return Digits(word);
        }

        if ((seen & UnitClass.OnlyLatin) == UnitClass.None)
        {
            return ((seen & UnitClass.Cyrillic) != UnitClass.None || CyrillicText()) && Turn(word) | Digits(word);
        }

        return (seen & UnitClass.OnlyCyrillic) == UnitClass.None && MostlyLatin(word) && TurnLatin(word);
    }

    /// <summary>A sign inside a Cyrillic word that stands for a letter, as in контр@кт.</summary>
    public readonly bool JoinsSign(int start, int end, UnitClass seen)
    {
        if ((seen & UnitClass.Cyrillic) == UnitClass.None || !Twins.IsSign(_units[end]) || end + 1 >= _units.Length)
        {
            return false;
        }

        var next = _units[end + 1];
        return (Units.ClassOf(next) & UnitClass.Cyrillic) != UnitClass.None || (Twins.IsSign(next) && end - start > 1);
    }

    /// <summary>The two strokes "/\" between Cyrillic letters are л.</summary>
    public static bool DrawnLetter(ReadOnlySpan<char> units, int start, int end) =>
        units[end] == '/' && end + 1 < units.Length && units[end + 1] == '\\'
        && (Units.ClassOf(units[end - 1]) & (UnitClass.Cyrillic | UnitClass.Digit)) != UnitClass.None && end > start;

    private static bool Turn(Span<char> word)
    {
        var kazakh = Twins.IsKazakh(word);
        var changed = false;
        foreach (ref var unit in word)
        {
            var turned = unit == 'h' && kazakh ? 'һ' : Twins.ToCyrillic(unit);
            changed |= turned != unit;
            unit = turned;
        }

        return changed;
    }

    private static bool TurnLatin(Span<char> word)
    {
        foreach (ref var unit in word)
        {
            unit = Twins.ToLatin(unit);
        }

        return true;
    }

    /// <summary>Digits between letters of a Cyrillic word, and at its edges too where the text is suspect. Numbers of two figures stay.</summary>
    private readonly bool Digits(Span<char> word)
    {
        var changed = false;
        for (var i = 0; i < word.Length; i++)
        {
            var edge = i == 0 || i == word.Length - 1;
            if (!char.IsAsciiDigit(word[i]) || !Twins.IsSign(word[i]) || (edge && (!suspect || word.Length < 3)))
            {
                continue;
            }

            var before = i == 0 || IsCyrillic(word[i - 1]);
            var after = edge && i > 0 || (i + 1 < word.Length && IsCyrillic(word[i + 1]));
            if (before && after)
            {
                word[i] = Twins.SignToCyrillic(word[i]);
                changed = true;
            }
        }

        return changed;
    }

    private static bool MostlyLatin(ReadOnlySpan<char> word)
    {
        var latin = 0;
        foreach (var unit in word)
        {
            latin += (Units.ClassOf(unit) & UnitClass.Latin) != UnitClass.None ? 1 : 0;
        }

        return latin * 2 >= word.Length;
    }

    private static bool IsCyrillic(char unit) => (Units.ClassOf(unit) & UnitClass.Cyrillic) != UnitClass.None;

    /// <summary>
    /// A Latin word made of twins only. Unless the text is suspect each letter must look the same in print and one must be small:
    /// "make" stays, and so do PHP, HTTP and CEO, of which ordinary posts are full.
    /// </summary>
    private bool LooksCyrillic(int start, int end)
    {
        if (!CyrillicText())
        {
            return false;
        }

        var small = suspect;
        for (var i = start; i < end && !suspect; i++)
        {
            var written = _original[map.Begin(i)];
            if (!Twins.SamePrint(written))
            {
                return false;
            }

            small |= char.IsAsciiLetterLower(written);
        }

        return small;
    }

    private bool CyrillicText()
    {
        if (_cyrillicText is { } known)
        {
            return known;
        }

        var balance = 0;
        foreach (var unit in _units)
        {
            var kind = Units.ClassOf(unit);
            balance += (kind & UnitClass.Cyrillic) != UnitClass.None ? 1 : (kind & UnitClass.Latin) != UnitClass.None ? -1 : 0;
        }

        return (_cyrillicText = balance > 0).Value;
    }
}
