using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>Marks the passages of a text that use a rhetorical technique: a hint where to look, never a verdict. Not for two threads at a time.</summary>
public sealed class SpanModel
{
    private readonly FoldedText _text = new();
    private readonly LabelScratch _scratch = new();
    private readonly LabelModel _texts;
    private readonly LabelModel _sentences;
    private readonly SpanWeights _weights;

    internal SpanModel(LabelModel texts, LabelModel sentences, SpanWeights weights)
    {
        _texts = texts;
        _sentences = sentences;
        _weights = weights;
    }

    /// <summary>How much the whole text is like those that were called manipulative.</summary>
    public float Score(string text) => Score(_texts, text);

    /// <summary>The passages, from left to right, in UTF-16 units of the text.</summary>
    public IReadOnlyList<TextSpan> Mark(string text)
    {
        var parts = TextParts.Of(text, _text);
        var sentences = parts.Sentences.Select(one => Score(_sentences, text[one.Start..one.End])).ToArray();
        var words = new float[parts.Tokens.Length];
        Span<int> rows = stackalloc int[TokenRows.Features];
        for (var i = 0; i < words.Length; i++)
        {
            TokenRows.Of(parts.Tokens, i, rows);
            words[i] = TokenRows.Score(_weights.Words, _weights.WordBias, rows);
        }

        return Join(parts, _weights.Scores(StackedSigns.Of(parts, Score(text), sentences, words)), _weights.Threshold);
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
