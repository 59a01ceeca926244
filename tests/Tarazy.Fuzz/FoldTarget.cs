using System.Text;
using Tarazy.Analysis.Text;

namespace Tarazy.Fuzz;

/// <summary>The fold: every token lies in the text, every span leads back into the original, and bytes fold as their text does.</summary>
internal static class FoldTarget
{
    public static void Try(ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        var folded = new FoldedText();
        folded.Fold(text);
        foreach (ref readonly var token in folded.Tokens)
        {
            BrokenPromiseException.Unless(token.Start >= 0 && token.Length > 0 && token.Start + token.Length <= folded.Chars.Length, "a token lies outside the folded text");
            var (start, length) = folded.ToOriginal(token.Start, token.Length);
            BrokenPromiseException.Unless(start >= 0 && length >= 0 && start + length <= text.Length, "a span lies outside the original");
        }

        BrokenPromiseException.Unless(folded.PrefixStarts.Length == folded.Tokens.Length + 1, "a token has no prefixes of its own");
        var fromBytes = new FoldedText();
        fromBytes.Fold(bytes.Span);
        BrokenPromiseException.Unless(folded.Chars.SequenceEqual(fromBytes.Chars), "bytes and text fold apart");
        BrokenPromiseException.Unless(folded.Hashes.SequenceEqual(fromBytes.Hashes), "bytes and text hash apart");
        var again = new FoldedText();
        again.Fold(text);
        BrokenPromiseException.Unless(again.Hashes.SequenceEqual(folded.Hashes), "folding twice gave two answers");
    }
}
