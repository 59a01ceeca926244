namespace Tarazy.Server.Commands.Evaluate.Scores;

/// <summary>How well a number separates yes from no.</summary>
internal static class RankedScores
{
    /// <summary>Area under the ROC curve: how often a yes is above a no; ties count half.</summary>
    public static double Auc(IEnumerable<(double Score, bool Yes)> rows)
    {
        var sorted = rows.OrderBy(row => row.Score).ToArray();
        long yes = sorted.LongCount(row => row.Yes), no = sorted.LongLength - yes;
        double ranks = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from;
            while (to < sorted.Length && sorted[to].Score.Equals(sorted[from].Score))
            {
                to++;
            }

            ranks += sorted[from..to].Count(row => row.Yes) * ((from + 1 + to) / 2.0);
        }

        return (ranks - (yes * (yes + 1) / 2.0)) / Math.Max(1, yes * no);
    }

    public static double F1(IEnumerable<(double Score, bool Yes)> rows, double from)
    {
        int both = 0, said = 0, truth = 0;
        foreach (var (score, yes) in rows)
        {
            both += score >= from && yes ? 1 : 0;
            said += score >= from ? 1 : 0;
            truth += yes ? 1 : 0;
        }

        return said + truth == 0 ? 0 : 2.0 * both / (said + truth);
    }

    /// <summary>The lowest threshold that lets at most this share of the harmless rows through.</summary>
    public static double ThresholdAt(IEnumerable<double> harmless, double share)
    {
        var sorted = harmless.OrderDescending().ToArray();
        var allowed = (int)(sorted.Length * share);
        return allowed >= sorted.Length ? double.NegativeInfinity : Math.BitIncrement(sorted[allowed]);
    }
}
