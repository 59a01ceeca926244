using System.Globalization;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;
using Tarazy.Server.Commands.Train.Language;

namespace Tarazy.Benchmarks.Peers;

/// <summary>
/// Names the language of texts that the model was not made of: trained as the one that ships, on everything but the rows kept apart.
/// The desk's has all its 43 languages in play; the texts are in the 24 of NTREX.
/// </summary>
internal static class LanguageRun
{
    /// <summary>Of the 24, those that Lingua has a model for.</summary>
    private static readonly HashSet<string> OfLingua =
        ["kk", "ru", "uk", "be", "mn", "az", "tr", "en", "de", "fr", "es", "bg", "mk", "sr", "fa", "ar", "hy", "ka"];

    private static readonly (string Part, string Key, int Every)[] Parts =
    [
        ("NTREX 801-1000, sentences", "sentence", 1), ("NTREX 801-1000, 5 words", "five", 1), ("NTREX 801-1000, 2 words", "two", 3),
        ("lingua, sentences", "lsentence", 1), ("lingua, word-pairs", "lpair", 1),
    ];

    public static void Run(string folder)
    {
        if (PeerRuns.Data is not { } data)
        {
            Console.Error.WriteLine("skip: the languages are measured on the shared data (TARAZY_DATA), which is absent");
            return;
        }

        var samples = LanguageData.Read(data);
        var model = Model(folder, samples);
        var languages = samples.Where(sample => sample.Set == "ntrex").Select(sample => sample.Row.Code).ToHashSet(StringComparer.Ordinal);
        var texts = LanguageParts.Of(samples)
            .SelectMany(part => Parts.Where(p => p.Part == part.Name).SelectMany(p => part.Rows.Where((_, i) => i % p.Every == 0).Select(row => (p.Key, Row: row))))
            .Where(text => languages.Contains(text.Row.Code))
            .Select(text => (text.Key, Language: text.Row.Code, Text: PeerRuns.OneLine(text.Row.Text)))
            .ToArray();
        PeerRuns.WriteLines(folder, "language.tsv", texts.Select(text => $"{text.Key}\t{text.Language}\t{text.Text}"));
        Measure(model, texts, PeerRuns.WritePosts(folder), new FileInfo(FileOf(folder)).Length / 1e6);
    }

    private static void Measure(LanguageModel model, (string Key, string Language, string Text)[] texts, string[] posts, double megabytes)
    {
        var always = model.WithMargins(0, 0);
        var sentences = texts.Where(text => text.Key == "sentence").Select(text => text.Text).ToArray();
        var (fold, guess) = Costs.OfLook(sentences, text => always.Guess(text));
        var (_, post) = Costs.OfLook(posts, text => always.Guess(text));
        var scores = Scores(always, texts, "") + Scores(always, [.. texts.Where(text => OfLingua.Contains(text.Language))], "18");
        PeerLine.Write("tarazy", sentences.Length, guess, $"{scores}model_mb={megabytes:F2} post_us={post:F2}; on sentences that are folded once for all readers; 43 languages in play");
        PeerLine.Write("tarazy with the fold", sentences.Length, fold + guess, $"{scores}");
    }

    private static string Scores(LanguageModel model, (string Key, string Language, string Text)[] texts, string suffix)
    {
        var folded = new FoldedText();
        return string.Concat(texts.GroupBy(text => text.Key).Select(group => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Key}{suffix}={group.Average(text => Right(text.Language, text.Text)):F4} ")));

        double Right(string language, string text)
        {
            folded.Fold(text);
            return model.Guess(folded).Code == language ? 1 : 0;
        }
    }

    /// <summary>Trained once for each build of the engine: what it reads depends on the fold.</summary>
    private static LanguageModel Model(string folder, List<LanguageSample> samples)
    {
        var path = FileOf(folder);
        if (!File.Exists(path))
        {
            var trained = LanguageTrainer.Train(LanguageParts.Learnt(samples), new LanguageTrainerOptions());
            Array.ForEach(Directory.GetFiles(folder, "language-*.model"), File.Delete);
            using var to = File.Create(path + ".part");
            trained.Save(to);
            to.Close();
            File.Move(path + ".part", path);
        }

        using var file = File.OpenRead(path);
        return LanguageModel.Load(file);
    }

    private static string FileOf(string folder) => Path.Combine(folder, $"language-{typeof(LanguageModel).Module.ModuleVersionId:N}.model");
}
