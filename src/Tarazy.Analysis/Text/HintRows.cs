using System.Numerics;

namespace Tarazy.Analysis.Text;

/// <summary>Looks for signs of disguise in rows of bits, 64 units after 64. Each sign is a class that follows another within a few units.</summary>
internal struct HintRows
{
    private ulong _wordsBefore;
    private ulong _afterDigit;
    private ulong _afterSign;
    private ulong _afterLatin;
    private ulong _latinRun;
    private ulong _cyrillicRun;
    private ulong _singles;
    private ulong _mixed;
    private ulong _digits;
    private ulong _signs;
    private ulong _pulled;
    private ulong _stretched;
    private int _emojis;
    private ulong _odd;

    public bool AnyOther { get; private set; }

    public void Add(in UnitBits bits, in UnitBits before, ulong words)
    {
        var letters = bits.Letters;
        var lettersBefore = before.Letters;
        var odd = bits.Latin | bits.Other | bits.Sign | bits.Digit | bits.Pair | bits.Symbol | _odd;
        if (odd != 0)
        {
            Odd(in bits, in before, letters, lettersBefore);
        }

        // A letter alone is known one unit later. In a row: with one unit between them, or with the pair of an emoji.
        var singles = After(letters, lettersBefore, 1) & ~words & ~After(words, _wordsBefore, 2);
        _pulled |= singles & After(singles, _singles, 2) & After(singles, _singles, 4);
        _pulled |= singles & After(singles, _singles, 3) & After(singles, _singles, 6);
        _singles = singles;

        var noLink = (bits.Link | before.Link) == 0;
        _stretched |= bits.Doubled & After(bits.Doubled, before.Doubled, 1) & (noLink ? letters : bits.Cyrillic);
        _wordsBefore = words;
    }

    /// <summary>All signs that need more than Cyrillic letters and blanks, in this block or at the end of the one before.</summary>
    private void Odd(in UnitBits bits, in UnitBits before, ulong letters, ulong lettersBefore)
    {
        AnyOther |= bits.Other != 0;
        _mixed |= (bits.Latin & After(bits.Cyrillic, before.Cyrillic, 1)) | (bits.Cyrillic & After(bits.Latin, before.Latin, 1))
            | (bits.Other & After(bits.Cyrillic | bits.Latin, before.Cyrillic | before.Latin, 1))
            | ((bits.Cyrillic | bits.Latin) & After(bits.Other, before.Other, 1));

        // Letters of two scripts with nothing but digits between them are one word as well: о0ж with a Latin o.
        _mixed |= (bits.Cyrillic & BehindDigits(bits.Digit, After(bits.Latin, before.Latin, 1), ref _latinRun))
            | (bits.Latin & BehindDigits(bits.Digit, After(bits.Cyrillic, before.Cyrillic, 1), ref _cyrillicRun));

        // A digit after a Cyrillic letter or a sign, and then a letter again. Latin names with digits are links and models mostly.
        var afterDigit = bits.Digit & After(bits.Cyrillic | bits.Sign, before.Cyrillic | before.Sign, 1);
        _digits |= (bits.Cyrillic | bits.Sign) & After(afterDigit, _afterDigit, 1);
        _afterDigit = afterDigit;

        var afterSign = bits.Sign & After(bits.Cyrillic | bits.Digit | bits.Latin, before.Cyrillic | before.Digit | before.Latin, 1);
        _signs |= (bits.Cyrillic | bits.Digit | bits.Sign | (bits.Latin & ~After(bits.Link, before.Link, 1))) & After(afterSign, _afterSign, 1);
        _signs |= bits.Sign & After(bits.Cyrillic, before.Cyrillic, 1);
        _signs |= bits.Sign & ~bits.Link & After(bits.Link, before.Link, 1); // the strokes of /\
        _afterSign = afterSign;

        // Names with digits and www stand in links mostly.
        var noLink = (bits.Link | before.Link) == 0;
        var afterLatin = bits.Digit & After(bits.Latin, before.Latin, 1);
        _digits |= noLink ? bits.Latin & After(afterLatin, _afterLatin, 1) : 0;
        _afterLatin = afterLatin;

        // An emoji between letters without a blank; once is a slip, twice is a habit.
        _emojis += BitOperations.PopCount(letters & After(bits.Pair, before.Pair, 1) & After(bits.Pair, before.Pair, 2) & After(letters, lettersBefore, 3));
        _emojis += BitOperations.PopCount(letters & After(bits.Symbol, before.Symbol, 1) & After(letters, lettersBefore, 2));
        _odd = (bits.Latin | bits.Other | bits.Sign | bits.Digit | bits.Pair | bits.Symbol) >> 60;
    }

    public readonly Hints Found() =>
        (_mixed != 0 ? Hints.Mixed : Hints.None)
        | (_digits != 0 ? Hints.Digits : Hints.None)
        | (_signs != 0 ? Hints.Signs : Hints.None)
        | (_pulled != 0 || _emojis >= PulledApart.FewestEmojis ? Hints.Singles : Hints.None)
        | (_stretched != 0 ? Hints.Stretched : Hints.None);

    /// <summary>
    /// The units right behind runs of digits that begin at one of <paramref name="begins"/>: adding the beginnings carries through each run.
    /// </summary>
    /// <param name="run">1 when such a run reached the end of the block before; set for the block after.</param>
    private static ulong BehindDigits(ulong digits, ulong begins, ref ulong run)
    {
        var first = (digits & begins) | (digits & run);
        var sum = unchecked(digits + first);
        var behind = (sum & ~digits) | (run & ~digits);
        run = sum < digits ? 1UL : 0;
        return behind;
    }

    /// <summary>The places that stand <paramref name="by"/> units after one of the row.</summary>
    private static ulong After(ulong row, ulong before, int by) => (row << by) | (before >> (64 - by));
}
