namespace Tarazy.Analysis.Text;

/// <summary>Of what a written word consists: letters by script, and the digits and signs between them.</summary>
internal struct WordShape
{
    public int Cyrillic;

    /// <summary>Cyrillic letters that no Latin letter looks like; one of them makes the word Cyrillic.</summary>
    public int OnlyCyrillic;
    public int Latin;

    /// <summary>Latin letters that no Cyrillic letter looks like, not even weakly.</summary>
    public int OnlyLatin;

    /// <summary>Latin letters that look Cyrillic only in company: n, r, w.</summary>
    public int Weak;

    /// <summary>Greek and odd letters with a Cyrillic twin.</summary>
    public int Odd;
    public int Digits;
    public int Signs;

    /// <summary>A digit that stands for no letter: the word is a number or a model with its unit.</summary>
    public bool PlainDigit;

    /// <summary>A sign or a single digit stands between letters of the word.</summary>
    public bool Inner;

    /// <summary>Letters of a script that has no twins here.</summary>
    public bool Foreign;

    public readonly int Symbols => Digits + Signs;

    public readonly int Letters => Cyrillic + Latin + Odd;

    /// <summary>
    /// Plainly a disguised Cyrillic word, whatever the rest of the text is like: a letter that only Cyrillic has beside borrowed ones,
    /// a sign or digit between its letters, or a sign at its end.
    /// </summary>
    public readonly bool Plain =>
        !Foreign && OnlyLatin == 0
        && ((Latin + Odd > 0 && OnlyCyrillic > 0 && Weak <= OnlyCyrillic) || (Cyrillic > 1 && (Inner || Signs > 0) && !PlainDigit));

    /// <summary>A sign or digit in it that nothing but a disguise explains.</summary>
    public readonly bool SpeltWithSigns => Inner || (Signs > 0 && Cyrillic > 3);

    public static WordShape Of(ReadOnlySpan<char> word)
    {
        WordShape shape = default;
        int symbols = 0, signs = 0;
        foreach (var unit in word)
        {
            var kind = Units.ClassOf(unit);
            if (Twins.IsSign(unit) || (kind & UnitClass.Digit) != UnitClass.None)
            {
                var sign = Twins.IsSign(unit);
                shape.Signs += sign ? 1 : 0;
                shape.Digits += sign ? 0 : 1;
                shape.PlainDigit |= !sign && Twins.SignToCyrillic(unit) == unit;
                symbols++;
                signs += sign ? 1 : 0;
                continue;
            }

            // Two digits in a row between letters are rather a number in a name: ми28н.
            shape.Inner |= shape.Letters > 0 && symbols > 0 && (symbols == 1 || signs > 0);
            symbols = signs = 0;
            shape.Count(unit, kind);
        }

        return shape;
    }

    private void Count(char unit, UnitClass kind)
    {
        if ((kind & UnitClass.Cyrillic) != UnitClass.None)
        {
            Cyrillic++;
            OnlyCyrillic += (kind & UnitClass.OnlyCyrillic) != UnitClass.None ? 1 : 0;
        }
        else if ((kind & UnitClass.Latin) != UnitClass.None)
        {
            Latin++;
            var weak = Twins.ToCyrillicWeakly(unit) != unit;
            Weak += weak ? 1 : 0;
            OnlyLatin += !weak && (kind & UnitClass.OnlyLatin) != UnitClass.None ? 1 : 0;
        }
        else if (unit != '\'')
        {
            var odd = Twins.ToCyrillic(unit) != unit;
            Odd += odd ? 1 : 0;
            Foreign |= !odd;
        }
    }
}
