using System.Diagnostics;
using Tarazy.Analysis.Text;

namespace Tarazy.Benchmarks.Peers;

/// <summary>CPU microseconds an item, the median of a few runs after the code is warm.</summary>
internal static class Costs
{
    public const int Runs = 5;

    /// <summary>How long runs are made before any counts: the runtime compiles what runs often a second time, in the background.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1.5);

    /// <summary>Posts folded before they are looked at: few enough to be still near, enough for the clock.</summary>
    private const int Together = 32;

    public static double Of(int items, Action run) => Median(() =>
    {
        var before = ThreadClock.Now;
        run();
        return (ThreadClock.Now - before) / 1_000.0 / items;
    });

    /// <summary>
    /// What it costs to fold texts, and to look at texts that are folded already, as each reader of the engine does: folded once for all
    /// of them, and still in the cache.
    /// </summary>
    public static (double Fold, double Look) OfLook(IReadOnlyList<string> texts, Action<FoldedText> look)
    {
        var folded = Enumerable.Range(0, Together).Select(_ => new FoldedText()).ToArray();
        var folds = new List<double>();
        var looks = Median(() =>
        {
            var (folding, looking) = (0L, 0L);
            for (var from = 0; from < texts.Count; from += Together)
            {
                var count = Math.Min(Together, texts.Count - from);
                var begin = ThreadClock.Now;
                for (var i = 0; i < count; i++)
                {
                    folded[i].Fold(texts[from + i]);
                }

                var middle = ThreadClock.Now;
                for (var i = 0; i < count; i++)
                {
                    look(folded[i]);
                }

                looking += ThreadClock.Now - middle;
                folding += middle - begin;
            }

            folds.Add(folding / 1_000.0 / texts.Count);
            return looking / 1_000.0 / texts.Count;
        });
        return (Middle(folds[^Runs..]), looks);
    }

    private static double Median(Func<double> run)
    {
        Warm(run);
        return Middle([.. Enumerable.Range(0, Runs).Select(_ => run())]);
    }

    private static void Warm(Func<double> run)
    {
        var begin = Stopwatch.GetTimestamp();
        do
        {
            run();
        }
        while (Stopwatch.GetElapsedTime(begin) < Warming);
    }

    private static double Middle(List<double> costs)
    {
        costs.Sort();
        return costs[costs.Count / 2];
    }
}
