using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>
/// How much of its recall a detector keeps when words are hidden from it: seven harm topics against news, the threshold at one
/// false alarm in a hundred harmless posts, all of it on texts that were not learnt from.
/// </summary>
internal sealed class RobustnessTask : IEvaluateTask
{
    private const string Set = "harm-topics-ru";
    private const string Harm = "harm";
    private const int Parts = 3;

    private static readonly LabelTrainerOptions Robust = new()
    {
        Features = FeatureSet.Quality with { StemLength = 5, Jumbles = true },
        Misspellings = true,
        Learner = LabelLearner.SupportVectors,
        Cost = 0.1f,
        Folds = 2,
        Labels = [Harm],
    };

    private static readonly HashSet<string> Harms = ["drugs", "weapons", "terrorism", "slavery", "prostitution", "online_crime", "gambling"];

    public string Name => "robustness";

    public string Description => "For rows {id, text}: writes {id, attack, text}, every text attacked in every way that recall is measured under.";

    public string? TrainingSet => null;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var attack in Attack.All)
            {
                request.To.Write(new { id = row.Id, attack = attack.Name, text = attack.Apply(row.Text("text"), Seeded(row.Text("text"))) });
            }
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, Set);
        var news = ScamRows.NewsBeside(folder, every: 3);
        if (!Directory.Exists(folder) || news.Count == 0)
        {
            yield break;
        }

        var rows = LabelRows.Read(folder, "topics").Select(row => row with { Labels = row.Labels.Any(Harms.Contains) ? [Harm] : [] }).ToList();
        // News is not learnt from: a detector of "not news" would lose nothing under any attack.
        LabelRow[] learnt = [.. rows.Where(row => CrossValidation.PartOf(row.Text, Parts) > 0)];
        var model = LabelTrainer.Train(learnt, Robust).Model;
        cancel.ThrowIfCancellationRequested();
        var views = new ViewedScores(model, EngineData.Load(EngineData.Find(AppContext.BaseDirectory)).Languages);
        var threshold = RankedScores.ThresholdAt(news.Select(post => (double)views.Of(post.Row.Text)), 0.01);
        string[] positives = [.. rows.Where(row => row.Labels.Count > 0 && CrossValidation.PartOf(row.Text, Parts) == 0).Select(row => row.Text)];
        var clean = positives.Count(text => views.Of(text) >= threshold);
        yield return new ScoreLine(Name, $"recall on {positives.Length} posts of 7 harm topics, clean, at 1 % false positives on news", "none", null, (double)clean / positives.Length);
        foreach (var attack in Attack.All)
        {
            cancel.ThrowIfCancellationRequested();
            var kept = positives.Count(text => views.Of(attack.Apply(text, Seeded(text))) >= threshold);
            yield return new ScoreLine(Name, $"recall kept: {attack.Name}", "none", attack.Demand, (double)kept / Math.Max(1, clean));
        }
    }

    private static Random Seeded(string text) => new(unchecked((int)TokenHash.Of(text)));

    /// <summary>The larger score of a post as it is and, where it is Russian or a neighbour in Latin letters, of its Cyrillic view.</summary>
    private sealed class ViewedScores(LabelModel model, LanguageModel languages)
    {
        private readonly FoldedText _text = new();
        private readonly FoldedText _view = new();
        private readonly LabelScratch _scratch = new();

        public float Of(string text)
        {
            Span<float> scores = stackalloc float[1];
            _text.Fold(text);
            model.Score(_text, _scratch, scores);
            var best = scores[0];
            if (_text.MainlyLatin && languages.Guess(_text).Code is var code && code is "ru" or "uk" or "kk" or LanguageGuess.Unknown)
            {
                _view.FoldTransliterated(_text, code);
                model.Score(_view, _scratch, scores);
                best = Math.Max(best, scores[0]);
            }

            return best;
        }
    }
}
