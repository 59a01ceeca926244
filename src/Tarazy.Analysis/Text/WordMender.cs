namespace Tarazy.Analysis.Text;

/// <summary>
/// Gives a disguised word back its own script. The letters that no other script has decide which script that is;
/// a word with such letters of two scripts is left alone, and a Cyrillic word never becomes Latin.
/// </summary>
internal readonly ref struct WordMender(Span<char> units, ReadOnlySpan<char> original, PositionMap map, TextSigns signs)
{
    private readonly Span<char> _units = units;
    private readonly ReadOnlySpan<char> _original = original;

    /// <summary>Mends every word in place; units keep their places.</summary>
    public void MendAll(OddUnits odd)
    {
        for (var at = 0; at < _units.Length;)
        {
            var end = odd.NextWord(ref at);
            if (end > at)
            {
                Mend(at, end);
            }

            at = end;
        }
    }

    private void Mend(int start, int end)
    {
        var word = _units[start..end];
        var shape = WordShape.Of(word);
        if (shape.Foreign || shape.Letters == 0 || (shape.Symbols == 0 && shape.Cyrillic == shape.Letters))
        {
            return;
        }

        if (IsCyrillic(shape, start, end))
        {
            Turn(word, shape);
            if (shape.Symbols > 0 && !shape.PlainDigit && SymbolsAreLetters(shape, start, end))
            {
                TurnSymbols(word);
            }
        }
        else if (shape is { OnlyCyrillic: 0, Cyrillic: > 0 } && shape.Latin * 2 >= word.Length)
        {
            TurnLatin(word);
        }
        else if (shape is { Cyrillic: 0, Odd: 0, Inner: true } && LatinWithSigns(word, shape))
        {
            TurnLatinSymbols(word);
        }
    }

    /// <summary>Whether the word is Cyrillic, with whatever it borrowed.</summary>
    private bool IsCyrillic(in WordShape shape, int start, int end)
    {
        if (shape.OnlyLatin > 0 || (shape.Weak > 0 && shape.OnlyCyrillic < shape.Weak))
        {
            return false;
        }

        if (shape.Cyrillic > 0)
        {
            // All letters have twins in both scripts, as in Тiktok: the text decides, or else the greater number.
            return shape.OnlyCyrillic > 0 || signs.Suspect || shape.Cyrillic >= shape.Latin;
        }

        return signs.Cyrillic && (shape.Odd > 0 ? shape.Latin > 0 || signs.Odd : LooksCyrillic(start, end));
    }

    /// <summary>A Latin word made of twins only; in a suspect text, of the letters that it borrows elsewhere as well.</summary>
    private bool LooksCyrillic(int start, int end)
    {
        if (!signs.Suspect)
        {
            return TwinWords.LooksCyrillic(_units, _original, map, start, end);
        }

        for (var i = start; i < end; i++)
        {
            var latin = (Units.ClassOf(_units[i]) & UnitClass.Latin) != UnitClass.None;
            var written = _original[map.Begin(i)];
            if (latin && !Twins.SamePrint(written) && !signs.Borrows(_units[i]) && (char.IsAscii(written) || !Twins.HasCyrillicTwin(_units[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Signs and digits between letters are letters. At the edges of a word they are only in a suspect text, because there prices
    /// (5$, 40г) are written so; and a capital with a digit is a model or a paper size everywhere.
    /// </summary>
    private bool SymbolsAreLetters(in WordShape shape, int start, int end)
    {
        var word = _units[start..end];
        if (Measures.IsMeasure(word) || (!shape.SpeltWithSigns && !signs.Suspect) || shape.Digits > shape.Letters + shape.Signs + 1)
        {
            return false;
        }

        if (shape.Letters == 1)
        {
            if (word.Length > 2)
            {
                return signs.Suspect && shape.Signs > 1;
            }

            return char.IsLower(_original[map.Begin(char.IsAsciiDigit(word[0]) || Twins.IsSign(word[0]) ? start + 1 : start)])
                && (shape.Signs == 1 || signs.BorrowsDigit(word[0]) || signs.BorrowsDigit(word[1]));
        }

        // A number of two figures before letters is a number, unless digits are letters all through the text.
        var number = shape.Symbols == shape.Digits && shape.Digits > 1 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]);
        return shape.SpeltWithSigns || !number || signs.FullOfDigits;
    }

    private static bool LatinWithSigns(ReadOnlySpan<char> word, in WordShape shape)
    {
        // One digit in a Latin name is a name (log4j, web3dev); signs, or several digits that all read as letters, are not.
        var readable = true;
        foreach (var unit in word)
        {
            readable &= !char.IsAsciiDigit(unit) || Twins.SignToLatin(unit) != unit;
        }

        return readable && shape.Latin >= 3 && shape.Symbols * 2 <= shape.Latin && (shape.Signs > 0 || (shape.Digits > 1 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[^1])));
    }

    private void Turn(Span<char> word, in WordShape shape)
    {
        var kazakh = !signs.CommonH && Twins.IsKazakh(word);
        foreach (ref var unit in word)
        {
            unit = unit switch
            {
                'h' when kazakh => 'һ',
                'i' when signs.PlainI => 'и',
                _ => Twins.ToCyrillic(unit),
            };
            unit = shape.Weak > 0 ? Twins.ToCyrillicWeakly(unit) : unit;
        }
    }

    private static void TurnSymbols(Span<char> word)
    {
        foreach (ref var unit in word)
        {
            unit = Twins.SignToCyrillic(unit);
        }
    }

    private static void TurnLatin(Span<char> word)
    {
        foreach (ref var unit in word)
        {
            unit = Twins.ToLatin(unit);
        }
    }

    private static void TurnLatinSymbols(Span<char> word)
    {
        foreach (ref var unit in word)
        {
            unit = Twins.SignToLatin(unit);
        }
    }
}
