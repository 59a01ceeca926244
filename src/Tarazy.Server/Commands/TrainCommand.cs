using System.CommandLine;
using Tarazy.Analysis.Language;

namespace Tarazy.Server.Commands;

/// <summary><c>tarazy train</c>: makes the small models that ship, so that anyone can make them again.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var command = new Command("train", "Make a model from data sets.");
        command.Subcommands.Add(Language());
        command.Subcommands.Add(Evaluate.Tasks.SameStoryTraining.Create());
        return command;
    }

    private static Command Language()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with the langid-* data sets" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Folder for language.model; without it only --check is of use" };
        var check = new Option<bool>("--check") { Description = "First train without the rows kept apart, and report the scores on them" };
        var step = new Option<float?>("--step") { Description = "Size of the first step" };
        var rounds = new Option<int?>("--rounds") { Description = "How often all examples are read" };
        var command = new Command("language", "Make the language model.") { data, output, check, step, rounds };
        command.SetAction(parsed =>
        {
            var options = new LanguageTrainerOptions();
            options.Step = parsed.GetValue(step) ?? options.Step;
            options.Rounds = parsed.GetValue(rounds) ?? options.Rounds;
            Run(parsed.GetValue(data)!, parsed.GetValue(output), parsed.GetValue(check), options, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static void Run(DirectoryInfo data, DirectoryInfo? output, bool check, LanguageTrainerOptions options, TextWriter to)
    {
        var samples = LanguageData.Read(data.FullName);
        if (check)
        {
            var kept = LanguageTrainer.Train([.. samples.Where(sample => !sample.Apart).Select(sample => sample.Row)], options);
            LanguageCheck.Report(kept, samples.Where(sample => sample.Apart), to);
        }

        if (output is null)
        {
            return;
        }

        // The hard cases are made of sentences that are in the data already, in spellings that the trainer makes itself.
        var model = LanguageTrainer.Train([.. samples.Where(sample => sample.Set != "hard").Select(sample => sample.Row)], options);
        output.Create();
        using var file = File.Create(Path.Combine(output.FullName, "language.model"));
        model.Save(file);
        to.WriteLine($"{file.Name}: {model.Codes.Count} languages, {file.Length} bytes");
    }
}
