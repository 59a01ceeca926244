using System.CommandLine;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Spans;
using Tarazy.Detect.Labels.Hints;
using Tarazy.Server.Commands.Evaluate.Tasks.Labels;

namespace Tarazy.Server.Commands.Train.Labels;

/// <summary><c>tarazy train techniques --from FOLDER</c>: makes the models behind the desk's hints at rhetorical techniques, for this desk alone.</summary>
internal static class TrainTechniques
{
    private const string Field = "techniques";

    public static Command Create()
    {
        var desk = new DeskOptions();
        var from = new Option<DirectoryInfo>("--from") { Description = "Folder with JSON lines {text, techniques, spans, manipulative}, plain or .gz.", Required = true };
        var most = new Option<int>("--most") { Description = "Rows to learn from at most.", DefaultValueFactory = _ => 5_000, HelpName = "COUNT" };
        var command = new Command("techniques", "Make the models behind the desk's hints at rhetorical techniques. Mind the licence of the data.") { from, most };
        desk.AddTo(command);
        command.SetAction(parsed => Training.Run(parsed, () =>
        {
            var target = Directory.CreateDirectory(Path.Combine(desk.Folder(parsed).Root, "models", TechniqueHints.Folder)).FullName;
            Train(parsed.GetValue(from)!, Math.Clamp(parsed.GetValue(most), 50, 10_000), target);
        }));
        return command;
    }

    private static void Train(DirectoryInfo from, int most, string target)
    {
        var files = new TrainingFiles(Field, [], null, null, null);
        files.Labelled(from);
        LabelRow[] rows = [.. files.Rows.Take(most)];
        var training = LabelTrainer.Train(rows, new LabelTrainerOptions { Name = Field, Features = FeatureSet.Quality with { StemLength = 5, Style = 0.1f } });
        TrainLabels.Print(training, Console.Out);
        var spans = SpanTrainer.Train([.. SpansTask.Rows(from.FullName).Take(most)]);
        using (var file = File.Create(Path.Combine(target, TechniqueHints.LabelFile)))
        {
            training.Model.Save(file);
        }

        using (var file = File.Create(Path.Combine(target, TechniqueHints.SpanFile)))
        {
            spans.Save(file);
        }

        var made = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        File.WriteAllText(Path.Combine(target, "README.md"), ModelCard.Of(training, files.Data, $"tarazy train techniques --from {from.Name}", made));
        Console.WriteLine("The desk gives hints from its next start on.");
    }
}
