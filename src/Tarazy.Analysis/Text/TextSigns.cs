using System.Buffers;

namespace Tarazy.Analysis.Text;

/// <summary>
/// What a text itself shows about how its words were disguised. A doubtful word is read as disguised only where plainly disguised
/// words stand beside it, and a letter is read as another only where the text uses it so in a plain case.
/// </summary>
internal struct TextSigns
{
    /// <summary>This many plainly disguised words make a text suspect.</summary>
    private const int SuspectFrom = 2;

    /// <summary>A Latin h this often between Cyrillic letters stands for the common н, not for the rare һ.</summary>
    private const int CommonFrom = 3;

    /// <summary>Letters that Ukrainian or Kazakh have and Russian has not.</summary>
    private static readonly SearchValues<char> OfOthers = SearchValues.Create("іїєәқғңұүөһ");

    private uint _latin;
    private int _disguised;
    private int _aitches;
    private int _digits;
    private int _digitWords;
    private bool _dotted;
    private bool _russian;

    /// <summary>More Cyrillic letters than Latin ones.</summary>
    public bool Cyrillic { get; private set; }

    /// <summary>Greek or odd letters were used for Cyrillic ones.</summary>
    public bool Odd { get; private set; }

    public readonly bool Suspect => _disguised >= SuspectFrom;

    /// <summary>A Latin h stands for н.</summary>
    public readonly bool CommonH => _aitches >= CommonFrom;

    /// <summary>A Latin i stands for и: the text has letters of Russian and no word with і.</summary>
    public readonly bool PlainI => _russian && !_dotted;

    /// <summary>Whether the text writes this Latin letter inside Cyrillic words.</summary>
    public readonly bool Borrows(char latin) => latin is >= 'a' and <= 'z' && ((_latin >> (latin - 'a')) & 1) != 0;

    /// <summary>Whether the text writes this digit inside Cyrillic words.</summary>
    public readonly bool BorrowsDigit(char digit) => char.IsAsciiDigit(digit) && ((_digits >> (digit - '0')) & 1) != 0;

    /// <summary>Digits stand for letters all through the text.</summary>
    public readonly bool FullOfDigits => _digitWords >= CommonFrom;

    public static TextSigns Of(ReadOnlySpan<char> units, OddUnits odd)
    {
        TextSigns signs = default;
        signs._dotted = units.ContainsAny(OfOthers);
        signs._russian = units.ContainsAny('э', 'ъ');
        signs.Cyrillic = odd.Balance() > 0;
        for (var at = 0; at < units.Length;)
        {
            var end = odd.NextWord(ref at);
            signs.Note(units[at..end]);
            at = end;
        }

        // Where nearly all letters with a twin are Latin, the words that could not be changed decide which script the text has.
        signs.Cyrillic |= signs.Suspect;
        return signs;
    }

    private void Note(ReadOnlySpan<char> word)
    {
        var shape = WordShape.Of(word);
        if (!shape.Plain || (!shape.Inner && Measures.IsMeasure(word)))
        {
            return;
        }

        _disguised++;
        Odd |= shape is { Odd: > 0, Cyrillic: > 0 };
        _digitWords += shape.Digits > 0 ? 1 : 0;
        if (shape is { Cyrillic: > 0, OnlyCyrillic: > 0 } || shape.Symbols > 0)
        {
            foreach (var unit in word)
            {
                _digits |= char.IsAsciiDigit(unit) ? 1 << (unit - '0') : 0;
                _latin |= unit is >= 'a' and <= 'z' ? 1u << (unit - 'a') : 0;
                _aitches += unit == 'h' ? 1 : 0;
            }
        }
    }
}
