using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>A set of labels a text: harm topics, rhetorical techniques.</summary>
/// <param name="Field">The field with the answers in the training part.</param>
/// <param name="None">The class that stands for an empty set, or null.</param>
/// <param name="Used">How many of five parts are answered when it measures itself.</param>
internal sealed record LabelSetup(
    string Name, string TrainingSet, string Field, string? None, string Published, double Demand, int Used, LabelTrainerOptions Options);

/// <summary>Says the labels of texts with a model trained on the spot; nothing of these sets is shipped.</summary>
internal sealed class LabelSetTask(LabelSetup setup) : IEvaluateTask
{
    private const int Parts = 5;

    public string Name => setup.Name;

    public string Description => $"Labels of a text, for rows {{id, text}}: writes {{id, labels}}. --train names a folder with rows that have \"{setup.Field}\".";

    public string? TrainingSet => setup.TrainingSet;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var folder = request.Training(Name);
        var rows = LabelRows.Read(folder.FullName, setup.Field);
        request.Learning(rows.Count);
        var reader = new LabelReader(LabelTrainer.Train(rows, setup.Options).Model);
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            request.To.Write(new { id = row.Id, labels = reader.Said(row.Text("text")) });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, setup.TrainingSet);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var tally = new LabelTally(setup.Name, setup.None);
        foreach (var (row, said) in CrossValidation.Run(LabelRows.Read(folder, setup.Field), setup.Options, Parts, setup.Used, cancel))
        {
            tally.Add(row.Labels, said);
        }

        var how = setup.Used == Parts ? "nested 5-fold" : $"{setup.Used} of 5 folds";
        yield return new ScoreLine(setup.Name, $"macro-F1, {how}", setup.Published, setup.Demand, tally.MacroF1);
        foreach (var line in tally.PerLabel(string.Empty))
        {
            yield return line;
        }
    }
}
