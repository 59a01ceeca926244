using Tarazy.Analysis.Labels;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Sentiment of Russian tweets (five classes) and Kazakh reviews (two, or three with the neutral ones).</summary>
internal sealed class SentimentTask : IEvaluateTask
{
    private const string Russian = "sentiment-ru-rusentitweet";
    private const string Kazakh = "sentiment-kk-kazsandra";

    public string Name => "sentiment";

    public string Description =>
        "Sentiment, for rows {id, text}: writes {id, label} with the classes of the folder that --train names. " +
        "Where files are named by family (pc_test, pc_train), those of the same family are learnt from.";

    public string? TrainingSet => Russian;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var folder = request.Training(Name);
        var rows = TrainingRows(folder.FullName, request.Files);
        request.Learning(rows.Count);
        var reader = new LabelReader(LabelTrainer.Train(rows, LabelSetups.Sentiment).Model);
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            request.To.Write(new { id = row.Id, label = reader.Said(row.Text("text"))[0] });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel) => Tweets(data, cancel).Concat(Reviews(data, cancel));

    private IEnumerable<ScoreLine> Tweets(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, Russian);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var tally = new LabelTally(Name);
        foreach (var (row, said) in CrossValidation.Run(LabelRows.Read(folder, "label"), LabelSetups.Sentiment, parts: 5, used: 3, cancel))
        {
            tally.Add(row.Labels, said);
        }

        yield return new ScoreLine(Name, "ru, macro-F1, 5 classes, 3 of 5 folds", "RuBERT .655-.659", 0.62, tally.MacroF1);
        foreach (var line in tally.PerLabel(", ru"))
        {
            yield return line;
        }
    }

    /// <summary>As published: learnt on the balanced part, threshold and score on the published validation part; here each half of it has the other's threshold.</summary>
    private IEnumerable<ScoreLine> Reviews(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, Kazakh);
        var train = Path.Combine(folder, "pc_train_balanced.jsonl.gz");
        var valid = Path.Combine(folder, "pc_valid.jsonl.gz");
        if (!File.Exists(train) || !File.Exists(valid))
        {
            yield break;
        }

        var reader = new LabelReader(LabelTrainer.Train([.. LabelRows.From(train, "label")], LabelSetups.Sentiment).Model);
        cancel.ThrowIfCancellationRequested();
        var scored = LabelRows.From(valid, "label").Select((row, i) => (Score: (double)(reader.Scores(row.Text)[1] - reader.Scores(row.Text)[0]), Yes: row.Labels[0] == "positive", Half: i % 2)).ToList();
        var tally = new LabelTally(Name);
        var plain = new ClassScores();
        foreach (var half in (int[])[0, 1])
        {
            var threshold = BestCut([.. scored.Where(one => one.Half != half).Select(one => (one.Score, one.Yes))]);
            foreach (var (score, yes, _) in scored.Where(one => one.Half == half))
            {
                tally.Add([Word(yes)], [Word(score >= threshold)]);
                plain.Add(Word(yes), Word(score >= 0));
            }
        }

        yield return new ScoreLine(Name, "kk, macro-F1, 2 classes, tuned on the other half of valid", "RemBERT .80-.81", 0.79, tally.MacroF1);
        yield return new ScoreLine(Name, "kk, the same without tuning", "mBART .74", null, plain.MacroF1);
        foreach (var line in tally.PerLabel(", kk"))
        {
            yield return line;
        }
    }

    private static string Word(bool yes) => yes ? "positive" : "negative";

    private static double BestCut((double Score, bool Yes)[] rows)
    {
        var sorted = rows.OrderByDescending(row => row.Score).ToArray();
        int positives = rows.Count(row => row.Yes), right = 0;
        double best = 0, cut = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            right += sorted[i].Yes ? 1 : 0;
            var wrong = i + 1 - right;
            var rest = sorted.Length - positives - wrong;
            var f1 = (2.0 * right / (i + 1 + positives)) + (2.0 * rest / (sorted.Length - i - 1 + sorted.Length - positives));
            (best, cut) = f1 > best ? (f1, sorted[i].Score) : (best, cut);
        }

        return cut;
    }

    /// <summary>The rows of the families of the asked files, where those have classes to tell apart; else every row one may learn from.</summary>
    private static List<LabelRow> TrainingRows(string folder, IReadOnlyList<FileInfo> asked)
    {
        var files = LabelRows.Files(folder);
        string[] families = [.. asked.Select(file => Family(file.Name)).Distinct(StringComparer.Ordinal)];
        var related = Rows([.. files.Where(file => families.Contains(Family(Path.GetFileName(file)), StringComparer.Ordinal))]);
        return related.SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Count() > 1 ? related : Rows(files);
    }

    private static string Family(string name) => name.Split('_', '.')[0];

    /// <summary>Where a set has a validation part, only that shows how frequent its classes are: thresholds are chosen there.</summary>
    internal static List<LabelRow> Rows(IReadOnlyList<string> files)
    {
        var natural = files.Any(IsValidation);
        return [.. files.SelectMany(file => LabelRows.From(file, "label").Select(row => row with { Tunes = !natural || IsValidation(file) || !Path.GetFileName(file).Contains("balanced", StringComparison.Ordinal) }))];
    }

    private static bool IsValidation(string file) => Path.GetFileName(file).Contains("valid", StringComparison.Ordinal);
}
