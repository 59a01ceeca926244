using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Language;

namespace Tarazy.Server.Commands.Train.Language;

/// <summary>One text of the language data sets: where it stands, of what kind it is, and whether it is kept apart for measuring.</summary>
internal readonly record struct LanguageSample(string Set, string Kind, LanguageRow Row, bool Apart);

/// <summary>
/// Reads the sets whose licences allow shipping what was learnt from them: NTREX and FLORES (CC BY-SA 4.0), the Universal
/// Declaration, and the test words of Lingua (Apache-2.0). Lines 801 to 1000 of NTREX, half of Lingua, every fourth paragraph of
/// the Declaration and, in every language, the FLORES sentences that hard cases were made of are kept apart. Russian has posts of
/// public channels besides (CC BY 4.0): its words are many and look like those of its neighbours.
/// </summary>
internal static class LanguageData
{
    private const int MostLines = 2_000_000;
    private const int EachNewsPost = 6;
    private const int NewsLetters = 400;

    /// <summary>ISO 639-3 to the code the model says: ISO 639-1 where there is one.</summary>
    private static readonly Dictionary<string, string> Codes = Table(
        """
        alt alt, arb ar, azj az, bak ba, bel be, bul bg, chv cv, crh crh, deu de, eng en, est et, fra fr, heb he, hin hi, hye hy,
        jpn ja, kaa kaa, kat ka, kaz kk, khk mn, kir ky, kor ko, lit lt, lvs lv, mkd mk, pes fa, pol pl, ron ro, rus ru, sah sah,
        spa es, srp sr, tat tt, tgk tg, tuk tk, tur tr, tyv tyv, uig ug, ukr uk, uzn uz, zho zh
        """);

    public static List<LanguageSample> Read(string folder)
    {
        var hard = Hard(folder).ToList();
        return [.. Ntrex(folder), .. Flores(folder, hard), .. Udhr(folder), .. Lingua(folder), .. News(folder), .. hard];
    }

    private static IEnumerable<LanguageSample> Ntrex(string folder)
    {
        foreach (var line in Lines(Path.Combine(folder, "langid-ntrex", "train.tsv.gz")))
        {
            var fields = line.Split('\t', 3);
            var number = int.Parse(fields[1], CultureInfo.InvariantCulture);
            yield return new LanguageSample("ntrex", "sentences", new LanguageRow(fields[0], fields[2]), Apart: number >= 800);
        }
    }

    private static IEnumerable<LanguageSample> Flores(string folder, List<LanguageSample> hard)
    {
        var rows = Objects(Path.Combine(folder, "langid-flores", "dev.jsonl.gz"))
            .Select(row => (Id: row.GetProperty("id").GetInt32(), Code: CodeOf(row), Text: Text(row)))
            .ToList();
        var pieces = hard.Where(sample => sample.Kind == "kk_3_words").Select(sample => sample.Row.Text).ToList();
        var apart = rows
            .Where(row => row.Code == "kk" && pieces.Exists(piece => OneBlank(row.Text).Contains(piece, StringComparison.Ordinal)))
            .Select(row => row.Id)
            .ToHashSet();
        if (apart.Count < pieces.Count)
        {
            throw new InvalidDataException($"Only {apart.Count} sentences were found for {pieces.Count} hard cases; the others would be learnt and measured at once.");
        }

        return rows.Where(row => row.Code is not null)
            .Select(row => new LanguageSample("flores", "sentences", new LanguageRow(row.Code!, row.Text), apart.Contains(row.Id)));
    }

    private static IEnumerable<LanguageSample> Udhr(string folder) =>
        Objects(Path.Combine(folder, "langid-udhr", "dev.jsonl"))
            .Where(row => CodeOf(row) is not null)
            .Select(row => new LanguageSample("udhr", "sentences", new LanguageRow(CodeOf(row)!, Text(row)), NumberOf(row) % 8 == 0)); // numbers are even here

    private static IEnumerable<LanguageSample> Lingua(string folder) =>
        Objects(Path.Combine(folder, "langid-lingua", "dev.jsonl.gz"))
            .Select(row => new LanguageSample(
                "lingua",
                row.GetProperty("kind").GetString()!,
                new LanguageRow(row.GetProperty("lang").GetString()!, Text(row)),
                Apart: NumberOf(row) % 4 == 0)); // numbers are even here

    /// <summary>Every sixth post that is mostly in Cyrillic letters, its beginning; their channels write no other Cyrillic language.</summary>
    private static IEnumerable<LanguageSample> News(string folder) =>
        Objects(Path.Combine(folder, "coordination-telegram-news-ru", "posts.jsonl.gz"))
            .Where((_, number) => number % EachNewsPost == 0)
            .Select(Text)
            .Where(text => text.Count(unit => unit is >= '\u0400' and <= '\u052F') * 2 > text.Length)
            .Select(text => new LanguageSample("news", "posts", new LanguageRow("ru", text[..Math.Min(text.Length, NewsLetters)]), Apart: false));

    private static IEnumerable<LanguageSample> Hard(string folder) =>
        Objects(Path.Combine(folder, "langid-hard", "dev.jsonl.gz")).Select(row => new LanguageSample(
            "hard", row.GetProperty("kind").GetString()!, new LanguageRow(row.GetProperty("lang").GetString()!, Text(row)), Apart: true));

    private static string Text(JsonElement row) => row.GetProperty("text").GetString()!;

    private static string? CodeOf(JsonElement row) => Codes.GetValueOrDefault(row.GetProperty("lang").GetString()!.Split('_')[0]);

    private static int NumberOf(JsonElement row) => int.Parse(row.GetProperty("id").GetString()!.Split('-')[^1], CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Table(string pairs) => pairs
        .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(pair => pair.Split(' ')[0], pair => pair.Split(' ')[1], StringComparer.Ordinal);

    private static string OneBlank(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<JsonElement> Objects(string path)
    {
        foreach (var line in Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        var lines = 0;
        while (reader.ReadLine() is { } line)
        {
            if (++lines > MostLines)
            {
                throw new InvalidDataException($"{path} has more than {MostLines} lines; nothing was trained.");
            }

            yield return line;
        }
    }
}
