namespace Tarazy.Analysis.Labels.Spans;

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
