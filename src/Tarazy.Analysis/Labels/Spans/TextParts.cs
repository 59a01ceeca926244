using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>A word of a text: where it stands in the original, in which sentence, and the hashes by which it is known.</summary>
internal readonly record struct PartToken(int Start, int End, int Sentence, ulong Word, ulong Stem, bool Capitals);

/// <summary>A text cut into sentences and words.</summary>
internal sealed class TextParts
{
    private const int Stem = 5;
    private const int ShortestSentence = 12;

    private TextParts(IReadOnlyList<TextSpan> sentences, PartToken[] tokens)
    {
        Sentences = sentences;
        Tokens = tokens;
    }

    public IReadOnlyList<TextSpan> Sentences { get; }

    public PartToken[] Tokens { get; }

    /// <param name="folded">Space to work in; holds the text afterwards.</param>
    public static TextParts Of(string text, FoldedText folded)
    {
        var sentences = Cut(text);
        folded.Fold(text);
        var tokens = new PartToken[folded.Tokens.Length];
        var sentence = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = folded.Tokens[i];
            var (start, length) = folded.ToOriginal(token.Start, token.Length);
            while (sentence + 1 < sentences.Count && sentences[sentence].End <= start)
            {
                sentence++;
            }

            var word = folded.Chars.Slice(token.Start, token.Length);
            tokens[i] = new PartToken(start, start + length, sentence, token.Hash, TokenHash.Of(word[..Math.Min(Stem, word.Length)]), char.IsUpper(text[start]));
        }

        return new TextParts(sentences, tokens);
    }

    /// <summary>Sentences end at a line's end, and after . ! ? … before a blank; a very short one joins the next.</summary>
    private static List<TextSpan> Cut(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] is '.' or '!' or '?' or '…' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (ends && (i + 1 - start >= ShortestSentence || text[i] == '\n'))
            {
                Add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences.Count > 0 ? sentences : [new TextSpan(0, text.Length)];
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (text.AsSpan(start, end - start).ContainsAnyExcept(" \t\r\n"))
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
