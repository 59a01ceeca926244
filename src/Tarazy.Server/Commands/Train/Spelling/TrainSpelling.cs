using System.CommandLine;
using System.Globalization;
using Tarazy.Analysis.Text.Spelling;

namespace Tarazy.Server.Commands.Train.Spelling;

/// <summary><c>tarazy train spelling</c>: makes the model that reads Latin spellings back and finds the ends of words.</summary>
internal static class TrainSpelling
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with the langid-* sets and coordination-telegram-news-ru" };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder for spelling.model" };
        var command = new Command("spelling", "Make the spelling model and report its scores on the texts kept apart.") { data, output };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(DirectoryInfo data, DirectoryInfo output, TextWriter to)
    {
        var (learn, apart) = SpellingData.Read(data.FullName);
        var model = SpellingTrainer.Train(learn);
        output.Create();
        using (var file = File.Create(Path.Combine(output.FullName, "spelling.model")))
        {
            model.Save(file);
        }

        to.WriteLine("| language | words | read back, language known | read back, unknown | word ends found | and right |");
        to.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var code in (string[])["ru", "uk", "kk"])
        {
            var check = SpellingCheck.Of(model, code, [.. apart.Where(row => row.Code == code).Select(row => row.Text)]);
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {code} | {check.Words} | {check.Known:0.000} | {check.Unknown:0.000} | {check.EndsFound:0.000} | {check.EndsRight:0.000} |"));
        }
    }
}
