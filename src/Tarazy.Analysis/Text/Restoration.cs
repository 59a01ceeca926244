using System.Text;

namespace Tarazy.Analysis.Text;

/// <summary>The author's own text with its disguised words written plainly: case, punctuation and lines stay as they are.</summary>
public static class Restoration
{
    /// <param name="text">A folded text; what it was folded from is restored.</param>
    public static string Of(FoldedText text)
    {
        var original = text.Original.AsSpan();
        var restored = new StringBuilder(original.Length);
        var done = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            var (start, length) = text.ToOriginal(token.Start, token.Length);
            if (start < done)
            {
                continue;
            }

            Between(original[done..start], restored);
            if (text.Disguised(i))
            {
                Word(text, token, original, restored);
            }
            else
            {
                restored.Append(original.Slice(start, length));
            }

            done = start + length;
        }

        Between(original[done..], restored);
        return restored.ToString();
    }

    private static void Word(FoldedText text, Token token, ReadOnlySpan<char> original, StringBuilder restored)
    {
        for (var at = token.Start; at < token.Start + token.Length; at++)
        {
            var (from, _) = text.ToOriginal(at, 1);
            restored.Append(Cased(text.Chars[at], original[from]));
        }
    }

    /// <summary>The plain letter as large as it was written; ё, typed apostrophes and raised digits stay what they were.</summary>
    private static char Cased(char plain, char written)
    {
        var raised = char.IsAsciiDigit(plain) && !char.IsAsciiDigit(written) && written is not (>= '\uFF10' and <= '\uFF19') && !char.IsSurrogate(written);
        return raised || Disguise.Usual(written) == plain ? written : char.IsUpper(written) ? char.ToUpperInvariant(plain) : plain;
    }

    /// <summary>What stands between words stays, in the width of ordinary type.</summary>
    private static void Between(ReadOnlySpan<char> signs, StringBuilder restored)
    {
        foreach (var unit in signs)
        {
            restored.Append(unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit == '\u3000' ? ' ' : unit);
        }
    }
}
