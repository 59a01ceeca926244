using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>The rows of a training set as learners want them.</summary>
internal sealed class Examples
{
    private readonly string[] _labels;

    public Examples(IReadOnlyList<LabelRow> rows, string[] labels, SparseRows features, LabelTrainerOptions options)
    {
        _labels = labels;
        Rows = features;
        Options = options;
        Weights = [.. rows.Select(row => row.Weight > 0 ? row.Weight : throw new ArgumentException("The weight of a row is greater than 0.", nameof(rows)))];
        Yes = [.. labels.Select(label => rows.Select(row => row.Labels.Contains(label, StringComparer.Ordinal)).ToArray())];
        Shares = [.. labels.Select((label, i) => rows.Select((row, at) => Share(row, label) ?? (Yes[i][at] ? 1 : 0)).ToArray())];
        Tuning = [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Tunes)];
        Groups = [.. rows.Select((row, i) => (Key: row.Group ?? $"\0{i}", Row: i)).GroupBy(pair => pair.Key, pair => pair.Row).Select(group => group.ToArray())];
    }

    public SparseRows Rows { get; }

    public LabelTrainerOptions Options { get; }

    public float[] Weights { get; }

    /// <summary>By label, then row.</summary>
    public bool[][] Yes { get; }

    /// <summary>The share of readers who gave the label, by label, then row; 0 or 1 where they were of one mind or it is not known.</summary>
    public float[][] Shares { get; }

    /// <summary>The rows on which thresholds and calibration are chosen.</summary>
    public int[] Tuning { get; }

    public IReadOnlyList<int[]> Groups { get; }

    /// <summary>Two labels of which a text has exactly one are one question: the second is the first turned round.</summary>
    public bool Mirrored => Options.Exclusive && _labels.Length == 2;

    /// <summary>The part that each row belongs to; groups stay together.</summary>
    public int[] Parts(int folds)
    {
        var parts = new int[Weights.Length];
        var shuffled = Groups.ToArray();
        new SeededRandom(Options.Seed).Shuffle<int[]>(shuffled);
        for (var i = 0; i < shuffled.Length; i++)
        {
            foreach (var row in shuffled[i])
            {
                parts[row] = i % folds;
            }
        }

        return parts;
    }

    public LabelThresholds[] Thresholds(float[][] leftOut)
    {
        var scores = leftOut.Select(label => Array.ConvertAll(Tuning, row => label[row])).ToArray();
        var yes = Yes.Select(label => Array.ConvertAll(Tuning, row => label[row])).ToArray();
        var thresholds = scores.Select((one, label) => ThresholdSearch.Of(one, yes[label], Options.QueueShare)).ToArray();
        if (Options.Exclusive)
        {
            var offsets = ThresholdSearch.Offsets(scores, Array.ConvertAll(Tuning, row => Array.FindIndex(Yes, label => label[row])), Options.Aim);
            thresholds = [.. thresholds.Select((one, label) => one with { Best = offsets[label] })];
        }
        else if (_labels.Length > 1)
        {
            thresholds = SharedCaution.Of(thresholds, scores, yes);
        }

        return thresholds;
    }

    public Calibration? Calibrate(int label, float[] leftOut) =>
        Calibration.Fit(Array.ConvertAll(Tuning, row => new ReviewedScore(leftOut[row], Yes[label][row], Weights[row])));

    public LabelReport Report(Learnt learnt, LabelThresholds[] thresholds)
    {
        var said = learnt.LeftOut.Select((scores, label) => scores.Select(score => score >= thresholds[label].Best).ToArray()).ToArray();
        if (Options.Exclusive)
        {
            for (var row = 0; row < Weights.Length; row++)
            {
                var best = Enumerable.Range(0, _labels.Length).MaxBy(label => learnt.LeftOut[label][row] - thresholds[label].Best);
                for (var label = 0; label < _labels.Length; label++)
                {
                    said[label][row] = label == best;
                }
            }
        }

        var scores = _labels.Select((name, label) => Score(name, said[label], learnt.LeftOut[label], Yes[label], thresholds[label]));
        return new LabelReport(learnt.Method, Weights.Length, [.. scores], learnt.LeftOut);
    }

    private static float? Share(LabelRow row, string label) => row.Shares is null || !row.Shares.TryGetValue(label, out var share)
        ? null
        : share is >= 0 and <= 1 ? share : throw new ArgumentException("The share of readers is 0 to 1.", nameof(row));

    private static LabelScore Score(string name, bool[] said, float[] scores, bool[] yes, LabelThresholds thresholds)
    {
        int both = 0, all = 0, truth = 0, precise = 0;
        for (var row = 0; row < yes.Length; row++)
        {
            both += said[row] && yes[row] ? 1 : 0;
            all += said[row] ? 1 : 0;
            truth += yes[row] ? 1 : 0;
            precise += yes[row] && scores[row] >= thresholds.Precise ? 1 : 0;
        }

        return new LabelScore(name, truth, (double)both / Math.Max(1, all), (double)both / Math.Max(1, truth), (double)precise / Math.Max(1, truth));
    }
}
