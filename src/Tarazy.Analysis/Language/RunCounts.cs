using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Language;

/// <summary>How often each run occurs in each lane, and what naive Bayes makes of it.</summary>
internal sealed class RunCounts
{
    private readonly LearntTexts _texts;
    private readonly double _prior;
    private readonly double[] _totals = new double[LanguageLanes.Sums];
    private readonly double[] _zero = new double[LanguageLanes.Sums];
    private readonly int[] _used = new int[WordScripts.Count];

    // The counts of one run are a list: most runs occur in few lanes.
    private readonly int[] _first;
    private readonly List<(int Next, int Lane, int Count)> _counts = [(0, 0, 0)];

    /// <param name="prior">Weight of what is common to all languages, in runs: a language with few texts leans on it more.</param>
    public RunCounts(LearntTexts texts, LanguageLanes lanes, double prior)
    {
        _texts = texts;
        _prior = prior;
        _first = new int[texts.Runs.Count];
        foreach (var text in texts.Texts)
        {
            foreach (var run in text.Runs)
            {
                Count(run, lanes.Of(texts.Scripts[run], text.Language));
            }
        }

        for (var i = 0; i < _totals.Length; i++)
        {
            _zero[i] = Math.Log(prior / (_totals[i] + prior));
            _used[i / RunTable.Lanes] += _totals[i] > 0 ? 1 : 0;
        }
    }

    /// <summary>How much the run tells in all, in natural logarithms: the gain from knowing the lane, lanes alike.</summary>
    public double Tells(int run)
    {
        double tells = 0, share = Share(run);
        var from = (int)_texts.Scripts[run] * RunTable.Lanes;
        for (var at = _first[run]; at != 0; at = _counts[at].Next)
        {
            var (_, lane, count) = _counts[at];
            tells += count / _totals[from + lane] * Weight(from + lane, count, share);
        }

        return tells;
    }

    /// <summary>Logarithm of how much likelier the run is in each lane than in all together.</summary>
    public void Weights(int run, Span<double> weights)
    {
        var from = (int)_texts.Scripts[run] * RunTable.Lanes;
        var share = Share(run);
        _zero.AsSpan(from, RunTable.Lanes).CopyTo(weights);
        for (var at = _first[run]; at != 0; at = _counts[at].Next)
        {
            weights[_counts[at].Lane] = Weight(from + _counts[at].Lane, _counts[at].Count, share);
        }
    }

    /// <summary>The lanes that a script uses, lane 0 among them or not.</summary>
    public bool Used(WordScript script, int lane) => _totals[((int)script * RunTable.Lanes) + lane] > 0;

    private double Weight(int lane, int count, double share) => Math.Log((count + (_prior * share)) / ((_totals[lane] + _prior) * share));

    /// <summary>How common the run is where its script is written, lanes alike.</summary>
    private double Share(int run)
    {
        var script = (int)_texts.Scripts[run];
        double share = 0;
        for (var at = _first[run]; at != 0; at = _counts[at].Next)
        {
            share += _counts[at].Count / _totals[(script * RunTable.Lanes) + _counts[at].Lane];
        }

        return share / _used[script];
    }

    private void Count(int run, int lane)
    {
        _totals[((int)_texts.Scripts[run] * RunTable.Lanes) + lane]++;
        var counts = CollectionsMarshal.AsSpan(_counts);
        for (var at = _first[run]; at != 0; at = counts[at].Next)
        {
            if (counts[at].Lane == lane)
            {
                counts[at].Count++;
                return;
            }
        }

        _counts.Add((_first[run], lane, 1));
        _first[run] = _counts.Count - 1;
    }
}
