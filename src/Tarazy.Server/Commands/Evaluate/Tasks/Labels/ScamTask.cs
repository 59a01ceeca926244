using Tarazy.Analysis.Labels;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Scam and spam in Telegram chats, against chat and news that are neither.</summary>
internal sealed class ScamTask : IEvaluateTask
{
    private const string Set = "scam-telegram-ru";
    private const int NewsEvery = 4;
    private const int Parts = 4;
    private const double NewsLimit = 0.004;
    private const double ChatLimit = 0.025;

    public string Name => "scam";

    public string Description => "Scam in a chat, for rows {id, text}: writes {id, label, score}; the score of spam is 0.5 or more. Without --train the shipped weights answer.";

    public string? TrainingSet => Set;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var model = request.Train is { } folder ? Learn(folder.FullName) : ShippedLabels.Load(request.Models, "scam");
        var reader = new LabelReader(model);
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            var above = reader.Scores(row.Text("text"))[0] - model.Labels[0].Thresholds.Best;
            request.To.Write(new { id = row.Id, label = above >= 0 ? ScamRows.Label : "ham", score = Math.Round(1 / (1 + Math.Exp(-4 * above)), 5) });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, Set);
        var news = ScamRows.NewsBeside(folder, NewsEvery);
        if (!Directory.Exists(folder) || news.Count == 0)
        {
            yield break;
        }

        var rows = ScamRows.Chat(LabelRows.Files(folder).SelectMany(DataRows.Read)).ToList();
        int spam = 0, caught = 0, ham = 0, taken = 0, benign = 0, flagged = 0;
        var ranked = new List<(double Score, bool Yes)>();
        for (var part = 0; part < Parts; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var reader = new LabelReader(Learn(
                [.. rows.Where(row => CrossValidation.PartOf(row.Group!, Parts) != part)],
                [.. news.Where(post => CrossValidation.PartOf(post.Channel, Parts) != part).Select(post => post.Row)]));
            var threshold = reader.Model.Labels[0].Thresholds.Best;
            foreach (var row in rows.Where(row => CrossValidation.PartOf(row.Group!, Parts) == part))
            {
                var score = reader.Scores(row.Text)[0];
                var yes = row.Labels.Count > 0;
                ranked.Add((score, yes));
                (spam, caught) = yes ? (spam + 1, caught + (score >= threshold ? 1 : 0)) : (spam, caught);
                (ham, taken) = yes ? (ham, taken) : (ham + 1, taken + (score >= threshold ? 1 : 0));
            }

            foreach (var (row, _) in news.Where(post => CrossValidation.PartOf(post.Channel, Parts) == part))
            {
                benign++;
                flagged += reader.Scores(row.Text)[0] >= threshold ? 1 : 0;
            }
        }

        var how = $"{Parts} folds by campaign and channel";
        yield return new ScoreLine(Name, $"AUC, spam against chat, {how}", "none", null, RankedScores.Auc(ranked));
        yield return new ScoreLine(Name, $"recall on {spam} spam, {how}", "none", 0.95, (double)caught / spam);
        yield return new ScoreLine(Name, $"false positives on {benign} news posts of channels not learnt from", "none", 0.005, (double)flagged / benign, AtMost: true);
        yield return new ScoreLine(Name, $"false positives on {ham} chat messages", "none", 0.03, (double)taken / ham, AtMost: true);
        yield return new ScoreLine(Name, "precision on spam and chat", "none", null, (double)caught / Math.Max(1, caught + taken));
    }

    private static LabelModel Learn(string folder) =>
        Learn([.. ScamRows.Chat(LabelRows.Files(folder).SelectMany(DataRows.Read))], [.. ScamRows.NewsBeside(folder, NewsEvery).Select(post => post.Row)]);

    /// <summary>The threshold is the lowest that keeps both shares of false alarms within their limits, on posts left out.</summary>
    private static LabelModel Learn(List<LabelRow> chat, List<LabelRow> news)
    {
        var training = LabelTrainer.Train([.. chat, .. news], new LabelTrainerOptions { Features = FeatureSet.Quality with { StemLength = 5, Style = 0.08f }, Labels = [ScamRows.Label] });
        var scores = training.Report.Scores[0];
        var ham = chat.Select((row, i) => (row, i)).Where(pair => pair.row.Labels.Count == 0).Select(pair => (double)scores[pair.i]);
        var threshold = RankedScores.ThresholdAt(ham, ChatLimit);
        if (news.Count > 0)
        {
            threshold = Math.Max(threshold, RankedScores.ThresholdAt(scores.Skip(chat.Count).Select(score => (double)score), NewsLimit));
        }

        var label = training.Model.Labels[0];
        return training.Model.With([label with { Thresholds = label.Thresholds with { Best = (float)threshold } }]);
    }
}
