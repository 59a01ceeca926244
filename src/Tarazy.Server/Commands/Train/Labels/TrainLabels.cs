using System.CommandLine;
using System.Globalization;
using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Train.Labels;

/// <summary><c>tarazy train NAME --from FOLDER</c>: makes a label model from JSON lines, prints how well it does, and writes it with its card.</summary>
internal static class TrainLabels
{
    private static readonly Argument<string?> Name = new("name") { Description = "Name of the label model, e.g. scam", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<DirectoryInfo[]> From = new("--from") { Description = "Folders with JSON lines {\"text\",\"label\"} or {\"text\",\"labels\":[...]}, plain or .gz", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<DirectoryInfo?> Benign = new("--benign") { Description = "Folder with posts that have none of the labels" };
    private static readonly Option<int> Every = new("--benign-every") { Description = "Take every so-many-th of them", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Field = new("--field") { Description = "Field with the answer, one or a list; without it label or labels" };
    private static readonly Option<string[]> Where = new("--where") { Description = "Only rows where field=value" };
    private static readonly Option<string?> Nothing = new("--nothing") { Description = "The label that stands for having none: ham, clean" };
    private static readonly Option<string?> Group = new("--group") { Description = "Field by which rows are kept together when scores are taken" };
    private static readonly Option<string?> Shares = new("--shares") { Description = "Field that says of a label which share of the readers gave it: {\"politics\": 0.22}" };
    private static readonly Option<string[]> Languages = new("--language") { Description = "Languages of the posts it will be asked about", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Exclusive = new("--exclusive") { Description = "A text has exactly one of the labels" };
    private static readonly Option<bool> Fast = new("--fast") { Description = "Read words and their beginnings alone: a tenth of the time to score" };
    private static readonly Option<int> Stems = new("--stems") { Description = "Read words cut to so many letters too" };
    private static readonly Option<LabelLearner> Learner = new("--learner") { Description = "How it is learnt" };
    private static readonly Option<float?> Cost = new("--cost") { Description = "Cost of an error in dual coordinate descent" };
    private static readonly Option<float?> WordShare = new("--word-share") { Description = "How much words count beside runs of letters and stems, 0.01 to 10: 1 where nothing is said" };
    private static readonly Option<DirectoryInfo?> Output = new("--out") { Description = "Folder for NAME.model and its card; without it only the scores are printed" };

    /// <summary>Adds it to <c>train</c>, whose other models are subcommands.</summary>
    public static void AddTo(Command command)
    {
        command.Arguments.Add(Name);
        foreach (var option in (Option[])[From, Benign, Every, Field, Where, Nothing, Group, Shares, Languages, Exclusive, Fast, Stems, Learner, Cost, WordShare, Output])
        {
            command.Options.Add(option);
        }

        command.SetAction(Run);
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Name) is not { Length: > 0 } name || parsed.GetValue(From) is not { Length: > 0 } folders)
        {
            Console.Error.WriteLine("Say which label model to make and --from which folder: tarazy train NAME --from FOLDER. `tarazy train --help` lists the other models. Nothing was trained.");
            return 2;
        }

        return Training.Run(parsed, () => Train(name, folders, parsed));
    }

    private static void Train(string name, DirectoryInfo[] folders, ParseResult parsed)
    {
        var files = new TrainingFiles(parsed.GetValue(Field), parsed.GetValue(Where) ?? [], parsed.GetValue(Nothing), parsed.GetValue(Group), parsed.GetValue(Shares));
        foreach (var folder in folders)
        {
            files.Labelled(folder);
        }

        if (parsed.GetValue(Benign) is { } benign)
        {
            files.Benign(benign, Math.Max(1, parsed.GetValue(Every)));
        }

        var training = LabelTrainer.Train(files.Rows, Options(name, parsed));
        Print(training, parsed.InvocationConfiguration.Output);
        if (parsed.GetValue(Output) is { } output)
        {
            output.Create();
            using (var file = File.Create(Path.Combine(output.FullName, $"{name}.model")))
            {
                training.Model.Save(file);
                parsed.InvocationConfiguration.Output.WriteLine($"{name}.model: {file.Length} bytes, version {training.Model.Version}");
            }

            var command = $"tarazy {string.Join(' ', parsed.Tokens.Select(token => Path.IsPathRooted(token.Value) ? Path.GetFileName(token.Value.TrimEnd('/')) : token.Value))}";
            var made = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            File.WriteAllText(Path.Combine(output.FullName, "README.md"), ModelCard.Of(training, files.Data, command, made));
        }
    }

    private static LabelTrainerOptions Options(string name, ParseResult parsed)
    {
        var options = new LabelTrainerOptions
        {
            Name = name,
            Languages = parsed.GetValue(Languages) ?? [],
            Exclusive = parsed.GetValue(Exclusive),
            Learner = parsed.GetValue(Learner),
            Features = parsed.GetValue(Fast) ? FeatureSet.Fast : FeatureSet.Quality with { StemLength = parsed.GetValue(Stems) },
        };
        options.Cost = parsed.GetValue(Cost) ?? options.Cost;
        options.WordShare = parsed.GetValue(WordShare) ?? options.WordShare;
        return options;
    }

    internal static void Print(LabelTraining training, TextWriter to)
    {
        to.WriteLine($"{training.Report.Rows} rows, {training.Report.Method}:");
        foreach (var label in training.Report.Labels)
        {
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{label.Name}: {label.Positives} rows, precision {label.Precision:0.000}, recall {label.Recall:0.000}, F1 {label.F1:0.000}; recall where four of five are right {label.RecallPrecise:0.000}"));
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean F1 {training.Report.MacroF1:0.000}"));
    }
}
