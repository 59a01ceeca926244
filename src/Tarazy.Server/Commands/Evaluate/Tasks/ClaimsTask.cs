using System.Globalization;
using Tarazy.Analysis.Claims;
using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>Which verified claims a post repeats (CheckThat! 2020, task 2).</summary>
internal sealed class ClaimsTask : IEvaluateTask
{
    private const int Wanted = 50;
    private const string Set = "claimmatch-checkthat2020";

    public string Name => "claims";

    public string Description => "{id, text} -> {id, ranking: claim ids, best first, score: probability of the first}; --train holds verified_claims and train.";

    public string? TrainingSet => Set;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        if (request.Train is not { } folder)
        {
            throw new EvaluateRefusedException("--train is missing: the verified claims are read from it.") { WrongUsage = true };
        }

        var claims = ClaimsData.Read(folder.FullName);
        var queries = claims.Queries(folder.FullName, "train");
        request.Learning(queries.Count);
        var matcher = new ClaimMatcher(claims.Index, Train(claims, queries, cancel));
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            var answer = matcher.Ask(row.Text("text"), Wanted);
            request.To.Write(new
            {
                id = row.Key,
                ranking = answer.Select(m => claims.Ids[m.Document]),
                score = answer is [var first, ..] ? Math.Round(first.Probability, 4) : 0,
            });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, Set);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var claims = ClaimsData.Read(folder);
        var dev = claims.Queries(folder, "dev");
        var plain = Ask(claims, MatchRanker.HandSet, dev, (matcher, text) => matcher.ByWords(text, Wanted));
        yield return new ScoreLine(Name, "MAP@5 dev, BM25 alone", "", null, plain.Scores.Map5);
        var hand = Ask(claims, MatchRanker.HandSet, dev, (matcher, text) => matcher.Ask(text, Wanted));
        yield return new ScoreLine(Name, "MAP@5 dev, the ranker set by hand", "", null, hand.Scores.Map5);
        var trained = Ask(claims, Train(claims, claims.Queries(folder, "train"), cancel), dev, (matcher, text) => matcher.Ask(text, Wanted));
        yield return new ScoreLine(Name, "MAP@5 dev, trained on train", "≈ .93 on test", 0.75, trained.Scores.Map5);
        yield return new ScoreLine(Name, "P@1 dev, trained", "", null, trained.Scores.PrecisionAt1);
        yield return new ScoreLine(Name, "R@20 dev, trained", "", null, trained.Scores.RecallAt20);
        foreach (var line in new[] { MatchRanker.Suggested, MatchRanker.Strong }.SelectMany(p => Answered(p, trained.First, "trained").Concat(Answered(p, hand.First, "by hand"))))
        {
            yield return line;
        }
    }

    private static MatchRanker Train(ClaimsData claims, IReadOnlyList<ClaimQuery> queries, CancellationToken cancel) => RankerTrainer.Train(
        claims.Index, [.. queries.Select(q => new RankerExample(q.Text, q.Relevant))], new RankerTrainerOptions(), cancel);

    private static (RankingScores Scores, List<(double Probability, bool Right)> First) Ask(
        ClaimsData claims, MatchRanker ranker, IReadOnlyList<ClaimQuery> queries, Func<ClaimMatcher, string, IReadOnlyList<ClaimMatch>> ask)
    {
        var matcher = new ClaimMatcher(claims.Index, ranker);
        var scores = new RankingScores();
        var first = new List<(double, bool)>();
        foreach (var query in queries)
        {
            var answer = ask(matcher, query.Text);
            scores.Add([.. query.Relevant.Select(Key)], answer.Select(m => Key(m.Document)));
            first.Add(answer is [var best, ..] ? (best.Probability, query.Relevant.Contains(best.Document)) : (0, false));
        }

        return (scores, first);

        static string Key(int document) => document.ToString(CultureInfo.InvariantCulture);
    }

    private IEnumerable<ScoreLine> Answered(double least, List<(double Probability, bool Right)> first, string ranker)
    {
        var answered = first.Where(f => f.Probability > least).ToList();
        var says = string.Create(CultureInfo.InvariantCulture, $"dev at p > {least:0.0}, {ranker}");
        yield return new ScoreLine(Name, $"coverage {says}", "", null, (double)answered.Count / Math.Max(1, first.Count));
        yield return new ScoreLine(Name, $"precision {says}", "", null, (double)answered.Count(f => f.Right) / Math.Max(1, answered.Count));
    }
}
