using System.Globalization;

namespace Tarazy.Analysis.Text;

/// <summary>How one disguised word was written: its letters' own units and what stood between them, counted.</summary>
internal struct WordSpelling
{
    public int Borrowed;
    public int Styled;
    public int Gaps;
    public int Invisible;
    public int Marks;

    /// <summary>Stress marks and soft hyphens, one of which is usual in dictionaries and on web pages.</summary>
    public int Stress;
    public int Stretched;

    /// <summary>Counts one letter.</summary>
    /// <param name="written">What the author wrote for it, up to the next letter.</param>
    /// <param name="last">What follows the last letter is not the word's unless it is invisible or a mark.</param>
    /// <param name="alone">The word is this letter: ℹ and Ⓜ are signs.</param>
    public void Letter(ReadOnlySpan<char> written, char folded, bool last, bool alone)
    {
        if (written.IsEmpty)
        {
            return;
        }

        var head = written[0];
        var pair = char.IsSurrogate(head) && written.Length > 1;
        if (pair || IsStyled(head))
        {
            Styled += alone || char.IsAsciiDigit(folded) ? 0 : 1;
        }
        else if (Disguise.Usual(head) != folded && Units.Fold(head) is var plain && plain != folded && plain != Units.Special && !(written.Length > 1 && SlowUnits.TryCompose(Disguise.Usual(head), written[1], out _)))
        {
            Borrowed++;
        }

        foreach (var unit in written[(pair ? 2 : 1)..])
        {
            Behind(unit, folded, last);
        }
    }

    private static bool IsStyled(char unit) => unit is (>= '\uFF21' and <= '\uFF5A') or (>= '\u24B6' and <= '\u24E9');

    private void Behind(char unit, char letter, bool last)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(unit))
        {
            case UnicodeCategory.Format:
                (Invisible, Stress) = unit == '\u00AD' ? (Invisible, Stress + 1) : (Invisible + 1, Stress);
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                (Marks, Stress) = unit is '\u0301' or '\u0300' ? (Marks, Stress + 1) : (Marks + (unit is '\uFE0F' or '\u0306' or '\u0308' ? 0 : 1), Stress);
                break;
            default:
                var same = Units.Fold(unit) == letter || Twins.ToCyrillic(Units.Fold(unit)) == letter;
                Stretched += same ? 1 : 0;
                Gaps += same || last ? 0 : 1;
                break;
        }
    }
}
