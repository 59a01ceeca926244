using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;
using Tarazy.Server.Commands.Train.Language;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>
/// Names the language of each row with the model that ships. Rows are JSON lines with <c>id</c> and <c>text</c>, or lines of a
/// <c>.tsv</c> with language, number and text. Where a row has <c>lang</c> it is copied to the prediction, because ids repeat
/// across languages and the scorer's key is both; nothing else is made of it. The label is in the set's own code form.
/// </summary>
internal sealed class LanguageTask : IEvaluateTask
{
    private static readonly LanguageDemand[] Demands =
    [
        new("NTREX 801-1000, sentences", "lid.176 .946", null),
        new("NTREX 801-1000, 5 words", "lid.176 .873", 0.98),
        new("NTREX 801-1000, 2 words", "lid.176 .717", 0.88),
        new("lingua, single-words", "Lingua .800", 0.84),
        new("lingua, word-pairs", "Lingua .927", 0.96),
        new("lingua, sentences", "Lingua .983", 0.995),
        new("hard, kk_russified", string.Empty, 0.97),
        new("hard, kk_latin_informal", string.Empty, 0.97),
        new("hard, kk_noise", string.Empty, 0.97),
        new("hard, kk_ru_mixed_70_30", string.Empty, 0.97),
        new("hard, kk_3_words", string.Empty, 0.95),
        new("hard, ky_3_words", string.Empty, 0.92),
        new("hard, ru_3_words", string.Empty, 0.92),
        new("hard, uk_3_words", string.Empty, 0.94),
        new("FLORES, sentences", "OpenLID kk .9995", null),
        new("UDHR, paragraphs", string.Empty, null),
    ];

    private static readonly string[] Sets = ["langid-ntrex", "langid-flores", "langid-udhr", "langid-lingua", "langid-hard", "coordination-telegram-news-ru"];

    public string Name => "language";

    public string Description =>
        "Name the language of every row: reads id and text (or a .tsv of language, number, text), writes id and label, with lang copied where the row has it. "
        + "Labels are ISO 639-1; kaz_Cyrl for files or folders named flores, kaz or uzn_cyrl for those named udhr.";

    public string? TrainingSet => null;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        using var stream = File.OpenRead(Path.Combine(request.Models, EngineData.LanguageFile));
        var model = LanguageModel.Load(stream).WithMargins(0, 0);
        var text = new FoldedText();
        foreach (var file in request.Files)
        {
            if (file.Name.EndsWith(".tsv", StringComparison.Ordinal) || file.Name.EndsWith(".tsv.gz", StringComparison.Ordinal))
            {
                PredictTable(file, model, text, request.To, cancel);
            }
            else
            {
                PredictRows(file, model, text, request.To, cancel);
            }
        }
    }

    /// <summary>Trains on the rows that are not kept apart, and measures on those that are.</summary>
    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        if (!Sets.All(set => Directory.Exists(Path.Combine(data, set))))
        {
            yield break;
        }

        var samples = LanguageData.Read(data);
        var model = LanguageTrainer.Train(LanguageParts.Learnt(samples), new LanguageTrainerOptions());
        foreach (var part in LanguageParts.Of(samples))
        {
            cancel.ThrowIfCancellationRequested();
            var score = LanguageScore.Of(model, part.Rows);
            var demand = Array.Find(Demands, one => one.Part == part.Name);
            yield return new ScoreLine(
                Name,
                $"accuracy, {part.Name}: {score.Texts} texts in {score.Each.Count} languages, {model.Codes.Count} in play",
                demand?.Published ?? string.Empty,
                demand?.AtLeast,
                score.Right);
        }
    }

    private static void PredictRows(FileInfo file, LanguageModel model, FoldedText text, PredictionWriter to, CancellationToken cancel)
    {
        Func<string, FoldedText, string>? form = null;
        foreach (var row in DataRows.Read(file.FullName))
        {
            cancel.ThrowIfCancellationRequested();
            form ??= LanguageCodeForm.Of(file.FullName, row);
            text.Fold(row.Text("text"));
            var label = form(model.Guess(text).Code, text);
            if (row.Optional("lang") is { } lang)
            {
                to.Write(new { id = row.Key, label, lang });
            }
            else
            {
                to.Write(new { id = row.Key, label });
            }
        }
    }

    private static void PredictTable(FileInfo file, LanguageModel model, FoldedText text, PredictionWriter to, CancellationToken cancel)
    {
        var number = 0;
        foreach (var line in DataRows.Lines(file.FullName))
        {
            cancel.ThrowIfCancellationRequested();
            number++;
            var fields = line.Split('\t', 3);
            if (fields.Length < 3)
            {
                throw new EvaluateRefusedException($"{file.Name}:{number}: language, number and text with tabs between them are wanted; the rows before it were written.");
            }

            text.Fold(fields[2]);
            to.Write(new { id = fields[1], label = model.Guess(text).Code, lang = fields[0] });
        }
    }

    private sealed record LanguageDemand(string Part, string Published, double? AtLeast);
}
