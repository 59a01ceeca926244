using Tarazy.Detect.Labels.Training;

namespace Tarazy.Detect.Labels.Standing;

/// <summary>Where one label stands: what it has, what it still needs, and how well its models do.</summary>
/// <param name="Pairs">Cases that two people read without seeing each other's answer.</param>
/// <param name="Kappa">Null while there are too few pairs to say.</param>
/// <param name="Current">The version in use; 0 for none.</param>
/// <param name="Weeks">Of the posts that a model ranked first, how many were right, week by week, the newest first.</param>
public sealed record LabelStanding(
    string Label,
    LabelCounts Counts,
    int Uncertain,
    int Pairs,
    double? Kappa,
    int Current,
    IReadOnlyList<LabelVersion> Versions,
    IReadOnlyList<LabelStep> Steps,
    IReadOnlyList<WeekPrecision> Weeks)
{
    private const int FewestRecent = 10;

    public LabelStage Stage => Counts.Stage;

    /// <summary>Readers do not mean the same by the category; until they do, it is not trained.</summary>
    public bool Frozen => Kappa < Agreement.Least;

    /// <summary>The card of the version in use.</summary>
    public LabelCard? Card => Versions.FirstOrDefault(version => version.Number == Current)?.Card;

    /// <summary>How often what is ranked first is right: as people decided lately or, before there is enough of that, on the frozen set.</summary>
    public Share? Precision
    {
        get
        {
            var recent = new Share(Weeks.Sum(week => week.Right.Of), Weeks.Sum(week => week.Right.All));
            return recent.All >= FewestRecent ? recent : Card?.Precision;
        }
    }
}

/// <param name="Card">Null when the folder has lost it.</param>
/// <param name="Used">Was in use at some time, so it may be again.</param>
public sealed record LabelVersion(int Number, string Version, Contest Contest, bool Used, LabelCard? Card);

/// <param name="Week">The Monday it began on.</param>
public sealed record WeekPrecision(DateOnly Week, Share Right);

/// <summary>Works out where every label stands, again only when something happened.</summary>
internal sealed class LabelStandings(ILabelDecisions decisions, LabelBookKeeper books, ModelShelf shelf)
{
    private const int MostWeeks = 8;
    private const int FirstOfWeek = 50;

    private (long Seq, IReadOnlyList<LabelDecision> Decisions, IReadOnlyList<LabelStanding> Standings)? _last;

    public async Task<IReadOnlyList<LabelStanding>> AllAsync(CancellationToken cancel)
    {
        var book = await books.ReadyAsync(cancel);
        var decided = await decisions.AllAsync(cancel);
        if (_last is { } last && last.Seq == book.Seq && ReferenceEquals(last.Decisions, decided))
        {
            return last.Standings;
        }

        var labels = decisions.Categories.Concat(decided.Select(one => one.Named.Value)).Concat(book.Labels.Keys)
            .Where(label => label != Drawing.DrawNames.Audit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        IReadOnlyList<LabelStanding> standings = [.. labels.Select(label => Of(label, decided, book))];
        _last = (book.Seq, decided, standings);
        return standings;
    }

    public async Task<LabelStanding?> OfAsync(string label, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(standing => standing.Label == label);

    public async Task<IReadOnlyList<LabelledPost>> PostsAsync(string label, CancellationToken cancel) =>
        LabelledPosts.Of(label, await decisions.AllAsync(cancel), (await books.ReadyAsync(cancel)).Draws);

    private LabelStanding Of(string label, IReadOnlyList<LabelDecision> decided, LabelBook book)
    {
        var posts = LabelledPosts.Of(label, decided, book.Draws);
        var history = book.Of(label);
        var pairs = Pairs(label, decided, book);
        LabelVersion[] versions =
        [
            .. history.Trained.Reverse().Select(made => new LabelVersion(
                made.Number, made.Version, made.Contest, history.Used.Contains(made.Number), shelf.Exists ? shelf.ReadCard(label, made.Number) : null)),
        ];
        var error = versions.FirstOrDefault(version => version.Number == history.Current)?.Card?.Error;
        return new LabelStanding(
            label,
            LearnLabel.CountsOf(posts, error),
            posts.Count(post => post.Answer == LabelAnswer.Uncertain),
            pairs.Count,
            Agreement.Kappa(pairs),
            history.Current,
            versions,
            [.. history.Steps.Reverse()],
            Weeks(posts));
    }

    /// <summary>Of the cases drawn for two readings, those that have both.</summary>
    private static List<(LabelAnswer First, LabelAnswer Second)> Pairs(string label, IReadOnlyList<LabelDecision> decided, LabelBook book)
    {
        var pairs = new List<(LabelAnswer, LabelAnswer)>();
        foreach (var one in decided.Where(one => one.Named.Value == label && Agreement.IsRead(one.Case)))
        {
            if (book.Opinions.TryGetValue((one.Case, label), out var opinion))
            {
                pairs.Add((one.Answer, opinion));
            }
            else if (one.Second is { } second)
            {
                // Only a restriction is read a second time, so the first reader had said yes, whatever came of it.
                pairs.Add((LabelAnswer.Yes, second));
            }
        }

        return pairs;
    }

    private static WeekPrecision[] Weeks(IReadOnlyList<LabelledPost> posts) =>
    [
        .. posts.Where(post => post is { How: Sampling.Ranked, Answer: not LabelAnswer.Uncertain })
            .GroupBy(post => MondayOf(post.At))
            .OrderByDescending(week => week.Key)
            .Take(MostWeeks)
            .Select(week => new WeekPrecision(
                week.Key,
                new Share(week.Take(FirstOfWeek).Count(post => post.Answer == LabelAnswer.Yes), Math.Min(FirstOfWeek, week.Count())))),
    ];

    private static DateOnly MondayOf(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
