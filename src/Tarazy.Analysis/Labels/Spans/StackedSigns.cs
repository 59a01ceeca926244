namespace Tarazy.Analysis.Labels.Spans;

/// <summary>What the last step looks at for each word: what the three models below it say of the word, its surroundings, its sentence and its text.</summary>
internal static class StackedSigns
{
    public const int Count = 13;

    /// <param name="text">The score of the whole text.</param>
    /// <param name="sentences">The score of each sentence.</param>
    /// <param name="words">The score of each word.</param>
    /// <returns>Thirteen numbers a word, word after word.</returns>
    public static float[] Of(TextParts parts, float text, ReadOnlySpan<float> sentences, ReadOnlySpan<float> words)
    {
        var tokens = parts.Tokens;
        var signs = new float[tokens.Length * Count];
        var sums = new float[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            sums[i + 1] = sums[i] + words[i];
        }

        float most = float.MinValue, mean = 0;
        foreach (var score in sentences)
        {
            most = Math.Max(most, score);
            mean += score / sentences.Length;
        }

        for (int first = 0, last; first < tokens.Length; first = last)
        {
            last = first;
            var sentence = tokens[first].Sentence;
            while (last < tokens.Length && tokens[last].Sentence == sentence)
            {
                last++;
            }

            for (var i = first; i < last; i++)
            {
                var into = signs.AsSpan(i * Count, Count);
                into[0] = sentences[sentence];
                into[1] = sentence > 0 ? sentences[sentence - 1] : mean;
                into[2] = sentence + 1 < sentences.Length ? sentences[sentence + 1] : mean;
                into[3] = text;
                into[4] = Mean(sums, i, 2);
                into[5] = Mean(sums, i, 7);
                into[6] = Mean(sums, i, 20);
                into[7] = i / (float)tokens.Length;
                into[8] = last - first;
                into[9] = (i - first) / (float)(last - first);
                into[10] = (sums[last] - sums[first]) / (last - first);
                into[11] = most;
                into[12] = sentences[sentence] - mean;
            }
        }

        return signs;
    }

    private static float Mean(float[] sums, int at, int around)
    {
        int from = Math.Max(0, at - around), to = Math.Min(sums.Length - 1, at + around + 1);
        return (sums[to] - sums[from]) / (to - from);
    }
}
