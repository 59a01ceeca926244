using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Threats in English replies: none, judicial (calls for trial or prison), non-judicial (violence).</summary>
internal sealed class ThreatsTask : IEvaluateTask
{
    private const int Parts = 5;
    private const int Used = 3;
    private const string Violence = "non_judicial";
    private const string Harmless = "none";

    public string Name => "threats";

    public string Description => "Level of threat, for rows {id, text}: writes {id, label}. Without --train the shipped weights answer.";

    public string? TrainingSet => "harm-threats-en";

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var reader = new LabelReader(request.Train is { } folder ? Learn(folder.FullName, request) : ShippedLabels.Load(request.Models, "threats-en"));
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            request.To.Write(new { id = row.Id, label = reader.Said(row.Text("text"))[0] });
        }
    }

    private static LabelModel Learn(string folder, PredictRequest request)
    {
        var rows = LabelRows.Read(folder, "label");
        request.Learning(rows.Count);
        return LabelTrainer.Train(rows, LabelSetups.Threats).Model;
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, "harm-threats-en");
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var rows = LabelRows.Read(folder, "label");
        var tally = new LabelTally(Name);
        var violence = new List<(double Score, bool Yes)>();
        for (var part = 0; part < Used; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var reader = new LabelReader(LabelTrainer.Train([.. rows.Where(row => CrossValidation.PartOf(row.Text, Parts) != part)], LabelSetups.Threats).Model);
            var at = reader.Model.Labels.Select(label => label.Name).ToList().IndexOf(Violence);
            foreach (var row in rows.Where(row => CrossValidation.PartOf(row.Text, Parts) == part))
            {
                tally.Add(row.Labels, reader.Said(row.Text));
                if (row.Labels[0] is Violence or Harmless)
                {
                    violence.Add((reader.Scores(row.Text)[at], row.Labels[0] == Violence));
                }
            }
        }

        yield return new ScoreLine(Name, $"macro-F1, 3 classes, {Used} of {Parts} folds", "none", 0.82, tally.MacroF1);
        var threshold = Scores.RankedScores.ThresholdAt(violence.Where(one => !one.Yes).Select(one => one.Score), 0.05);
        var recall = violence.Count(one => one.Yes && one.Score >= threshold) / (double)Math.Max(1, violence.Count(one => one.Yes));
        yield return new ScoreLine(Name, "recall of non_judicial at 5 % false positives on none", "none", null, recall);
        foreach (var line in tally.PerLabel(string.Empty))
        {
            yield return line;
        }
    }
}
