using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>Marks the passages of a text that use a rhetorical technique: a hint where to look, never a verdict. Not for two threads at a time.</summary>
public sealed class SpanModel
{
    private readonly FoldedText _text = new();
    private readonly LabelScratch _scratch = new();
    private readonly SpanParts _parts;

    internal SpanModel(SpanParts parts) => _parts = parts;

    /// <exception cref="InvalidDataException">The file is cut short, changed, or no model of passages; nothing was loaded.</exception>
    public static SpanModel Load(Stream stream) => new(SpanFile.Read(stream));

    /// <summary>Writes what <see cref="Load"/> reads; the stream stays open.</summary>
    public void Save(Stream stream) => SpanFile.Write(_parts, stream);

    /// <summary>How much the whole text is like those that were called manipulative.</summary>
    public float Score(string text) => Score(_parts.Texts, text);

    /// <summary>The passages, from left to right, in UTF-16 units of the text.</summary>
    public IReadOnlyList<TextSpan> Mark(string text)
    {
        var parts = TextParts.Of(text, _text);
        var sentences = parts.Sentences.Select(one => Score(_parts.Sentences, text[one.Start..one.End])).ToArray();
        var words = new float[parts.Tokens.Length];
        Span<int> rows = stackalloc int[TokenRows.Features];
        for (var i = 0; i < words.Length; i++)
        {
            TokenRows.Of(parts.Tokens, i, rows);
            words[i] = TokenRows.Score(_parts.Weights.Words, _parts.Weights.WordBias, rows);
        }

        return Join(parts, _parts.Weights.Scores(StackedSigns.Of(parts, Score(text), sentences, words)), _parts.Weights.Threshold);
    }

    /// <summary>Neighbouring words above the threshold are one passage, with the signs between them and, at a sentence's end, after them.</summary>
    internal static IReadOnlyList<TextSpan> Join(TextParts parts, ReadOnlySpan<float> scores, float threshold)
    {
        var spans = new List<TextSpan>();
        var tokens = parts.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scores[i] < threshold)
            {
                continue;
            }

            var start = tokens[i].Start;
            while (i + 1 < tokens.Length && scores[i + 1] >= threshold)
            {
                i++;
            }

            var sentence = parts.Sentences[tokens[i].Sentence];
            var closes = i + 1 == tokens.Length || tokens[i + 1].Sentence != tokens[i].Sentence;
            spans.Add(new TextSpan(start, closes ? Math.Max(tokens[i].End, sentence.End) : tokens[i].End));
        }

        return spans;
    }

    private float Score(LabelModel model, string text)
    {
        Span<float> score = stackalloc float[1];
        _text.Fold(text);
        model.Score(_text, _scratch, score);
        return score[0];
    }
}
