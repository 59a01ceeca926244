using System.CommandLine;
using Tarazy.Analysis.Language;

namespace Tarazy.Server.Commands.Train.Language;

/// <summary><c>tarazy train language</c>: makes the language model, or measures how good one made so would be.</summary>
internal static class TrainLanguage
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with the langid-* data sets and coordination-telegram-news-ru" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Folder for language.model; without it only --check is of use" };
        var check = new Option<bool>("--check") { Description = "First train without the rows kept apart, and report the scores on them" };
        var command = new Command("language", "Make the language model.") { data, output, check };
        command.SetAction(parsed =>
        {
            Run(parsed.GetValue(data)!, parsed.GetValue(output), parsed.GetValue(check), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static void Run(DirectoryInfo data, DirectoryInfo? output, bool check, TextWriter to)
    {
        var samples = LanguageData.Read(data.FullName);
        var options = new LanguageTrainerOptions();
        if (check)
        {
            LanguageCheck.Report(LanguageTrainer.Train(LanguageParts.Learnt(samples), options), LanguageParts.Of(samples), to);
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
