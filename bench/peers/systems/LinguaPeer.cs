using System.Globalization;
using Lingua;

namespace Tarazy.Peers.Systems;

/// <summary>Lingua with high accuracy, given only those of the texts' languages that it has a model for, and only texts in them.</summary>
internal static class LinguaPeer
{
    /// <summary>Every so many texts are asked about: it takes up to a millisecond for one.</summary>
    private const int Sampled = 5;

    private static readonly Dictionary<string, Language> Languages = new(StringComparer.Ordinal)
    {
        ["kk"] = Language.Kazakh,
        ["ru"] = Language.Russian,
        ["uk"] = Language.Ukrainian,
        ["be"] = Language.Belarusian,
        ["mn"] = Language.Mongolian,
        ["az"] = Language.Azerbaijani,
        ["tr"] = Language.Turkish,
        ["en"] = Language.English,
        ["de"] = Language.German,
        ["fr"] = Language.French,
        ["es"] = Language.Spanish,
        ["bg"] = Language.Bulgarian,
        ["mk"] = Language.Macedonian,
        ["sr"] = Language.Serbian,
        ["fa"] = Language.Persian,
        ["ar"] = Language.Arabic,
        ["hy"] = Language.Armenian,
        ["ka"] = Language.Georgian,
    };

    public static void Run(string folder)
    {
        var texts = Measured.Rows(folder, "language.tsv")
            .Where(row => Languages.ContainsKey(row[1]))
            .Where((_, i) => i % Sampled == 0)
            .Select(row => (Kind: row[0], Code: row[1], Text: row[2]))
            .ToArray();
        var detector = LanguageDetectorBuilder.FromLanguages([.. Languages.Values]).WithPreloadedLanguageModels().Build();
        var scores = string.Join(' ', texts.GroupBy(text => text.Kind).Select(group => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Key}18={group.Average(text => detector.DetectLanguageOf(text.Text) == Languages[text.Code] ? 1.0 : 0):F4}")));
        var sentences = texts.Where(text => text.Kind == "sentence").Select(text => text.Text).ToArray();
        var cost = Measured.Cost(sentences.Length, () => Array.ForEach(sentences, text => detector.DetectLanguageOf(text)));
        Measured.Line("Lingua", sentences.Length, cost, $"{scores}; high accuracy, its 18 languages alone, every fifth text");
    }
}
