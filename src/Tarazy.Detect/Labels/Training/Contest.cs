namespace Tarazy.Detect.Labels.Training;

/// <summary>A new model against the one in use, on the frozen set.</summary>
/// <param name="Candidate">Average precision of the new one.</param>
/// <param name="Incumbent">Of the one in use; without one, of a ranking by chance.</param>
/// <param name="Low">The margin is larger than this in nineteen of twenty drawings of the stories with replacement.</param>
/// <param name="WinShare">Share of the drawings in which the new one is better.</param>
public sealed record Contest(int Rows, int Positives, double Candidate, double Incumbent, double Low, double High, double WinShare)
{
    /// <summary>Share of the drawings that a new model must win.</summary>
    public const double WinsFrom = 0.9;

    public const int FewestRows = 20;

    public const int FewestPositives = 5;

    public double Margin => Candidate - Incumbent;

    /// <summary>Enough posts to judge by. Otherwise the answer is no.</summary>
    public bool CanJudge => Rows >= FewestRows && Positives >= FewestPositives;

    public bool Wins => CanJudge && Margin > 0 && WinShare >= WinsFrom;
}

/// <summary>One post of the frozen set with both scores.</summary>
internal readonly record struct ContestRow(string Story, bool Yes, float Candidate, float Incumbent);

internal static class ContestRules
{
    private const int Drawings = 1_000;
    private const int Seed = 2026;
    private const double Tail = 0.05;

    /// <summary>Compares pair by pair: both models rank the same posts in every drawing, and posts of one story stay together.</summary>
    public static Contest Compare(IReadOnlyList<ContestRow> rows)
    {
        ContestRow[][] stories = [.. rows.GroupBy(row => row.Story, StringComparer.Ordinal).OrderBy(story => story.Key, StringComparer.Ordinal).Select(story => story.ToArray())];
        var margins = new double[Drawings];
#pragma warning disable CA5394 // A seeded generator on purpose: the same rows must give the same answer.
        var random = new Random(Seed);
        var drawn = new List<ContestRow>(rows.Count);
        for (var drawing = 0; drawing < Drawings && stories.Length > 0; drawing++)
        {
            drawn.Clear();
            for (var i = 0; i < stories.Length; i++)
            {
                drawn.AddRange(stories[random.Next(stories.Length)]);
            }

            margins[drawing] = Precision(drawn, row => row.Candidate) - Precision(drawn, row => row.Incumbent);
        }
#pragma warning restore CA5394

        Array.Sort(margins);
        return new Contest(
            rows.Count,
            rows.Count(row => row.Yes),
            Precision(rows, row => row.Candidate),
            Precision(rows, row => row.Incumbent),
            margins[(int)(Tail * Drawings)],
            margins[(int)((1 - Tail) * Drawings) - 1],
            margins.Count(margin => margin > 1e-9) / (double)Drawings);
    }

    /// <summary>Average precision: the precision at every place where a yes stands. Equal scores share one place, so a model that says nothing gets the base rate.</summary>
    public static double Precision(IReadOnlyList<ContestRow> rows, Func<ContestRow, float> score)
    {
        ContestRow[] ranked = [.. rows.OrderByDescending(score)];
        var yes = ranked.Count(row => row.Yes);
        double sum = 0;
        var right = 0;
        for (int from = 0, to; from < ranked.Length; from = to)
        {
            var here = 0;
            for (to = from; to < ranked.Length && score(ranked[to]).Equals(score(ranked[from])); to++)
            {
                here += ranked[to].Yes ? 1 : 0;
            }

            right += here;
            sum += here * (double)right / to;
        }

        return yes == 0 ? 0 : sum / yes;
    }
}
