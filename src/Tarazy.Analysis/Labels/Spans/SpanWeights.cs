namespace Tarazy.Analysis.Labels.Spans;

/// <summary>The models of a model of passages: of whole texts, of sentences, of words and of all three together.</summary>
internal sealed record SpanParts(LabelModel Texts, LabelModel Sentences, SpanWeights Weights);

/// <summary>What the word step and the last step learnt.</summary>
internal sealed record SpanWeights(float[] Words, float WordBias, BinnedSigns Bins, float[] Stack, float StackBias, float Threshold)
{
    /// <summary>The last step's score of every word.</summary>
    public float[] Scores(float[] signs)
    {
        var scores = new float[signs.Length / StackedSigns.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Bins.Score(Stack, StackBias, signs.AsSpan(i * StackedSigns.Count, StackedSigns.Count));
        }

        return scores;
    }
}
