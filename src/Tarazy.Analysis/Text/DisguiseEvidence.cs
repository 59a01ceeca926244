using System.Buffers;

namespace Tarazy.Analysis.Text;

/// <summary>How the words of one text are disguised, counted in words. A word may count under several kinds.</summary>
/// <param name="Words">All words of the text.</param>
/// <param name="Borrowed">With letters of another script, digits or signs in place of their own.</param>
/// <param name="Gaps">Written letter by letter with blanks, signs or emoji between.</param>
/// <param name="Invisible">With units inside that cannot be seen.</param>
/// <param name="Marks">With strokes, dots or other marks on their letters.</param>
/// <param name="Styled">In full-width, mathematical or circled letters.</param>
/// <param name="Stretched">With letters written three times or more.</param>
/// <param name="Bare">Of four small letters or more without a vowel.</param>
public readonly record struct DisguiseEvidence(int Words, int Borrowed, int Gaps, int Invisible, int Marks, int Styled, int Stretched, int Bare)
{
    // What one word of each kind weighs. One borrowed, styled or pulled-apart word is enough; soft kinds must come twice, because
    // stress marks, soft hyphens from a web page, one drawled word and abbreviations are in ordinary posts.
    private const double Strong = 1;
    private const double Soft = 0.6;
    private const double Weak = 0.35;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюяіїєәөүұ");

    /// <summary>
    /// 0 to 1; from 0.5 on the text is called disguised. One minus two to the power of minus the weight of evidence: a weight of one
    /// gives one half. The share of disguised words adds up to one word's weight, so that short texts are not lost.
    /// </summary>
    public double Score
    {
        get
        {
            var weight = (Strong * (Borrowed + Gaps + Styled)) + (Soft * (Invisible + Marks + Stretched)) + (Weak * Bare);
            return weight <= 0 ? 0 : 1 - Math.Pow(2, -(weight + (weight / Math.Max(1, Words))));
        }
    }

    /// <summary>Counts the words of a text by how they are disguised; a word may be in several counts.</summary>
    public static DisguiseEvidence Of(FoldedText text)
    {
        DisguiseEvidence found = default;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Kinds[i] == TokenKind.Word)
            {
                var word = text.Disguised(i) ? Spelling(text, text.Tokens[i]) : default;
                found = found.With(word, IsBare(text.OriginalOf(i), text.Chars.Slice(text.Tokens[i].Start, text.Tokens[i].Length)));
            }
        }

        return found;
    }

    /// <summary>Goes through a word letter by letter: what each was written with, and what stood behind it.</summary>
    private static WordSpelling Spelling(FoldedText text, Token token)
    {
        WordSpelling word = default;
        for (var at = token.Start; at < token.Start + token.Length; at++)
        {
            var (from, length) = text.ToOriginal(at, 1);
            var written = text.Original.AsSpan(from, length);
            word.Letter(written, text.Chars[at], last: at == token.Start + token.Length - 1, alone: token.Length == 1);
        }

        return word;
    }

    private DisguiseEvidence With(WordSpelling word, bool bare) => new(
        Words + 1,
        Borrowed + (word.Borrowed > 0 ? 1 : 0),
        Gaps + (word.Gaps > 1 ? 1 : 0),
        Invisible + (word.Invisible > 0 ? 1 : 0),
        Marks + (word.Marks > 0 || word.Stress > 1 ? 1 : 0),
        Styled + (word.Styled > 0 ? 1 : 0),
        Stretched + (word.Stretched > 0 ? 1 : 0),
        Bare + (bare ? 1 : 0));

    private static bool IsBare(ReadOnlySpan<char> written, ReadOnlySpan<char> folded) =>
        folded.Length >= 4 && !folded.ContainsAny(Vowels) && !folded.ContainsAnyExceptInRange('\u0430', '\u052F') && char.IsLower(written[^1]);
}
