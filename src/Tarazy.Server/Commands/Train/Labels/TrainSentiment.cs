using System.CommandLine;
using System.Globalization;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;
using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Tasks.Labels;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Train.Labels;

/// <summary>
/// <c>tarazy train sentiment --from FOLDER</c>: makes the model of one language behind the lines of sentiment, for this desk alone. One text in
/// five is kept from it; on those it is measured, and the model that was measured is the one that is used.
/// </summary>
internal static class TrainSentiment
{
    private const int Parts = 5;
    private const int MostToTellLanguage = 2_000;

    public static Command Create()
    {
        var desk = new DeskOptions();
        var from = new Option<DirectoryInfo>("--from") { Description = "Folder with JSON lines {text, label}, plain or .gz; negative and positive are among the labels.", Required = true };
        var language = new Option<string?>("--language") { Description = "Language of the texts, e.g. ru; without it, the one that most of them are in.", HelpName = "CODE" };
        var command = new Command("sentiment", "Make the model of one language behind the lines of sentiment. Mind the licence of the data.") { from, language };
        desk.AddTo(command);
        command.SetAction(parsed => Training.Run(parsed, () =>
            Train(parsed.GetValue(from)!, parsed.GetValue(language), Path.Combine(desk.Folder(parsed).Root, "models"), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static void Train(DirectoryInfo from, string? language, string root, TextWriter to)
    {
        var languages = Languages();
        Check(language, languages);
        var rows = SentimentTask.Rows(LabelRows.Files(from.FullName));
        Check(rows, from);
        language ??= LanguageOf(rows, languages);
        var options = LabelSetups.SentimentOf(language);
        var training = LabelTrainer.Train([.. rows.Where(row => !KeptBack(row))], options);
        var card = Measure(training.Model, [.. rows.Where(row => KeptBack(row) && row.Tunes)], language, TrainingFiles.DataOf(from, rows.Count, ""));
        var kept = SentimentDesk.Keep(root, training.Model, card with { Learnt = training.Report.Rows });
        Print(card, to);
        var data = card.Data[0];
        to.WriteLine($"{kept}: version {card.Version}, for this desk alone. Licence of {data.Name}: {data.Licence}");
        to.WriteLine("The desk shows sentiment over time on the pages of channels from its next start on.");
    }

    /// <summary>Equal texts stay together, so that none is measured on that was learnt from.</summary>
    private static bool KeptBack(LabelRow row) => CrossValidation.PartOf(row.Text, Parts) == 0;

    private static SentimentCard Measure(LabelModel model, List<LabelRow> rows, string language, ModelData data)
    {
        var reader = new LabelReader(model);
        var said = rows.Select(row => (True: row.Labels[0], Said: reader.Said(row.Text)[0])).ToList();
        MeasuredClass Of(string label) => new(
            said.Count(one => one.True == label),
            said.Count(one => one.True == label && one.Said == label),
            said.Count(one => one.True != label),
            said.Count(one => one.True != label && one.Said == label));
        return new SentimentCard(
            language,
            model.Version,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            [new SentimentSource(data.Name, data.Source, data.Licence, data.Rows)],
            0,
            Of(SentimentCard.NegativeLabel),
            Of(SentimentCard.PositiveLabel));
    }

    /// <summary>The desk would never ask a model of a language that it cannot tell; and the code becomes the name of a file.</summary>
    private static void Check(string? language, LanguageModel languages)
    {
        if (language is not null && !languages.Codes.Contains(language, StringComparer.Ordinal))
        {
            throw new EvaluateRefusedException($"--language: the desk tells the languages {string.Join(", ", languages.Codes.Order(StringComparer.Ordinal))}, and \"{language}\" is none of them; nothing was trained.");
        }
    }

    private static void Check(List<LabelRow> rows, DirectoryInfo from)
    {
        foreach (var label in (string[])[SentimentCard.NegativeLabel, SentimentCard.PositiveLabel])
        {
            if (!rows.Any(row => row.Labels.Contains(label, StringComparer.Ordinal)))
            {
                throw new EvaluateRefusedException($"{from.Name} has no row with the label \"{label}\"; nothing was trained.");
            }
        }

        if (rows.Any(row => row.Labels.Count != 1))
        {
            throw new EvaluateRefusedException($"A text of {from.Name} has none or several labels, and a text has one sentiment; nothing was trained.");
        }
    }

    private static LanguageModel Languages()
    {
        using var file = File.OpenRead(Path.Combine(DataFiles.Folder, EngineData.LanguageFile));
        return LanguageModel.Load(file);
    }

    private static string LanguageOf(List<LabelRow> rows, LanguageModel languages)
    {
        var text = new FoldedText();
        var guesses = rows.Where((_, i) => i % Math.Max(1, rows.Count / MostToTellLanguage) == 0).Select(row =>
        {
            text.Fold(row.Text);
            return languages.Guess(text);
        });
        return guesses.Where(guess => guess.Sure).CountBy(guess => guess.Code).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault()
            ?? throw new EvaluateRefusedException("The language of these texts cannot be told; say --language. Nothing was trained.");
    }

    private static void Print(SentimentCard card, TextWriter to)
    {
        foreach (var (name, measured) in ((string, MeasuredClass)[])[(SentimentCard.NegativeLabel, card.Negative), (SentimentCard.PositiveLabel, card.Positive)])
        {
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{card.Language}, {name}: found in {measured.Found} of {measured.Texts} texts that are ({measured.Sensitivity:0.000}), and in {measured.Wrongly} of {measured.Others} that are not ({1 - measured.Specificity:0.000}){(measured.CanCorrect ? "" : "; too weak to be shown")}"));
        }
    }
}
