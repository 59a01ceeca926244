using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Language;
using Tarazy.Server.Commands.Train.Language;

namespace Tarazy.Server.Commands.Train.Spelling;

/// <summary>
/// The texts that the spelling model is made of: those of the language sets in kk, ru and uk (not FLORES, which measures it elsewhere),
/// and every other post of the Russian news channels. Every twentieth post and the last two hundred lines of NTREX are kept apart.
/// </summary>
internal static class SpellingData
{
    private const int LongestPost = 500;
    private const int ShortestPost = 60;
    private const int ApartEvery = 20;

    /// <summary>Ukrainian and Kazakh have far fewer texts than Russian; each is read this often.</summary>
    private const int RareTimes = 4;

    public static (List<LanguageRow> Learn, List<LanguageRow> Apart) Read(string folder)
    {
        var learn = new List<LanguageRow>();
        var apart = new List<LanguageRow>();
        foreach (var sample in LanguageData.Read(folder).Where(sample => sample.Row.Code is "kk" or "ru" or "uk"))
        {
            if (sample is { Set: "ntrex", Apart: true })
            {
                apart.Add(sample.Row);
            }
            else if (sample.Set is "ntrex" or "udhr" || sample is { Set: "lingua", Kind: "sentences" })
            {
                learn.AddRange(Enumerable.Repeat(sample.Row, sample.Row.Code == "ru" ? 1 : RareTimes));
            }
        }

        var number = 0;
        foreach (var text in Posts(Path.Combine(folder, "coordination-telegram-news-ru", "posts.jsonl.gz")).Where(text => text.Length >= ShortestPost))
        {
            var row = new LanguageRow("ru", text.Length > LongestPost ? text[..LongestPost] : text);
            number++;
            if (number % ApartEvery == 0)
            {
                apart.Add(row);
            }
            else if (number % 2 == 1)
            {
                learn.Add(row);
            }
        }

        return (learn, apart);
    }

    private static IEnumerable<string> Posts(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.GetProperty("text").GetString() ?? string.Empty;
        }
    }
}
