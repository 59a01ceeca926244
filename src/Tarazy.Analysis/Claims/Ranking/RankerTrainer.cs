namespace Tarazy.Analysis.Claims.Ranking;

/// <summary>A text and the places in the index of the fact-checks that it repeats; none when it repeats none.</summary>
public readonly record struct RankerExample(string Text, IReadOnlyCollection<int> Matches);

/// <summary>Trains a <see cref="MatchRanker"/> on confirmed matches: what the index offers beside them is what does not match.</summary>
public static class RankerTrainer
{
    /// <exception cref="ArgumentException">Not one example has a match among its candidates, or all candidates match.</exception>
    public static MatchRanker Train(
        ClaimIndex index, IReadOnlyList<RankerExample> examples, RankerTrainerOptions options, CancellationToken cancel)
    {
        var matcher = new ClaimMatcher(index, MatchRanker.HandSet);
        var rows = new List<float>();
        var labels = new List<float>();
        foreach (var example in examples)
        {
            cancel.ThrowIfCancellationRequested();
            Take(matcher.Compare(example.Text, []), example.Matches, rows, labels);

            // Most questions have no fact-check. The same text without its own teaches what the best of the others looks like;
            // trained on answered questions alone, the first of every list would look like an answer.
            if (example.Matches.Count > 0)
            {
                Take(matcher.Compare(example.Text, example.Matches), example.Matches, rows, labels);
            }
        }

        if (!labels.Contains(1) || !labels.Contains(0))
        {
            throw new ArgumentException("Nothing can be learnt without matches and without what does not match.", nameof(examples));
        }

        float[] x = [.. rows], y = [.. labels];
        var linear = LinearPart.Train(x, y, MatchReader.Features, options.LinearPenalty, options.LinearRounds, cancel);
        return new MatchRanker(linear, new TreeTrainer(x, y, MatchReader.Features, options).Train(cancel));
    }

    private static void Take(
        (Candidate[] Candidates, float[] Rows) compared, IReadOnlyCollection<int> matches, List<float> rows, List<float> labels)
    {
        rows.AddRange(compared.Rows);
        foreach (var candidate in compared.Candidates)
        {
            labels.Add(matches.Contains(candidate.Document) ? 1 : 0);
        }
    }
}
