namespace Tarazy.Server.Commands.Evaluate.Scores;

/// <summary>How high the right documents stand in lists. Queries without a right document are left out.</summary>
internal sealed class RankingScores
{
    private double _map5;
    private double _first;
    private double _recall20;

    public int Queries { get; private set; }

    /// <summary>Mean average precision of the first five.</summary>
    public double Map5 => _map5 / Math.Max(1, Queries);

    public double PrecisionAt1 => _first / Math.Max(1, Queries);

    public double RecallAt20 => _recall20 / Math.Max(1, Queries);

    public void Add(IReadOnlyCollection<string> relevant, IEnumerable<string> ranking)
    {
        if (relevant.Count == 0)
        {
            return;
        }

        var right = relevant.ToHashSet(StringComparer.Ordinal);
        var list = ranking.Distinct(StringComparer.Ordinal).Take(20).ToArray();
        Queries++;
        int hits = 0;
        for (var i = 0; i < Math.Min(5, list.Length); i++)
        {
            if (right.Contains(list[i]))
            {
                hits++;
                _map5 += (double)hits / (i + 1) / Math.Min(5, right.Count);
            }
        }

        _first += list.Length > 0 && right.Contains(list[0]) ? 1 : 0;
        _recall20 += (double)list.Count(right.Contains) / right.Count;
    }
}
