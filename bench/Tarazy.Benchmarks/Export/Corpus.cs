using System.IO.Compression;
using System.Text;

namespace Tarazy.Benchmarks.Export;

/// <summary>
/// Texts of posts in the mix of languages that public channels of Central Asia have: half running sentences, half words drawn one by
/// one, so that vocabulary and bytes are natural and no two posts are alike. Sentences come from the NTREX lines of the shared data;
/// without them words are made of invented syllables.
/// </summary>
internal sealed class Corpus
{
    private const int MostLetters = 4_000;
    private const double MeanLogWords = 3.497;
    private const double Spread = 0.95;

    private static readonly (string Language, int Share)[] Mix =
        [("ru", 55), ("kk", 15), ("uk", 8), ("uz", 8), ("ky", 5), ("en", 5), ("tg", 2), ("tr", 2)];

    private readonly Dictionary<string, string[]> _sentences;
    private readonly Dictionary<string, string[]> _words;

    private Corpus(Dictionary<string, string[]> sentences, string source)
    {
        Source = source;
        _sentences = sentences;
        _words = sentences.ToDictionary(s => s.Key, s => s.Value.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray());
    }

    /// <summary>Where the words come from, for the table.</summary>
    public string Source { get; }

    /// <param name="data">Folder of the shared data; null when there is none.</param>
    public static Corpus Load(string? data)
    {
        var file = data is null ? null : Path.Combine(data, "langid-ntrex", "train.tsv.gz");
        return file is not null && File.Exists(file) ? new Corpus(Read(file), "NTREX") : new Corpus(Invented(), "invented syllables");
    }

    /// <summary>The words of one post; about 444 letters in the mean.</summary>
    public string Post(Random random)
    {
        var language = Pick(random);
        var sentences = _sentences[language];
        var words = _words[language];
        var target = (int)Math.Clamp(Math.Exp(MeanLogWords + (Spread * Normal(random))), 3, 480);
        var text = new StringBuilder();
        for (var count = 0; count < target;)
        {
            if (random.Next(2) == 0)
            {
                var sentence = sentences[random.Next(sentences.Length)];
                text.Append(sentence);
                count += sentence.Count(c => c == ' ') + 1;
            }
            else
            {
                var drawn = 4 + random.Next(12);
                text.AppendJoin(' ', Enumerable.Range(0, drawn).Select(_ => words[random.Next(words.Length)]));
                count += drawn;
            }

            text.Append(random.Next(4) == 0 ? "\n\n" : " ");
        }

        text.Append(random.Next(100) < 30 ? "🔥❗️" : "");
        return text.ToString(0, Math.Min(text.Length, MostLetters));
    }

    /// <summary>About 17 words: the beginning of a sentence, and words of its language.</summary>
    public string Claim(Random random)
    {
        var language = Pick(random);
        var (sentences, words) = (_sentences[language], _words[language]);
        var sentence = sentences[random.Next(sentences.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', [.. sentence.Take(6 + random.Next(8)), .. Enumerable.Range(0, 8).Select(_ => words[random.Next(words.Length)])]);
    }

    private static string Pick(Random random)
    {
        var at = random.Next(100);
        foreach (var (language, share) in Mix)
        {
            if (at < share)
            {
                return language;
            }

            at -= share;
        }

        return Mix[0].Language;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Dictionary<string, string[]> Read(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var wanted = Mix.ToDictionary(m => m.Language, _ => new List<string>());
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts.Length == 3 && wanted.TryGetValue(parts[0], out var sentences))
            {
                sentences.Add(parts[2]);
            }
        }

        return wanted.ToDictionary(w => w.Key, w => w.Value.ToArray());
    }

    private static Dictionary<string, string[]> Invented()
    {
        var random = new Random(11);
        return Mix.ToDictionary(m => m.Language, m => Enumerable.Range(0, 1_000).Select(_ => Sentence(m.Language, random)).ToArray());
    }

    private static string Sentence(string language, Random random)
    {
        var (starts, vowels) = language switch
        {
            "en" or "uz" or "tr" => ("bcdfghklmnprstvyz", "aeiou"),
            "kk" or "ky" or "tg" => ("бвгғдзйкқлмнңпрстшх", "аәеиоөуұүыі"),
            _ => ("бвгджзклмнпрстхцчшщ", "аеиоуыэюяё"),
        };
        var text = new StringBuilder();
        for (var words = 8 + random.Next(16); words > 0; words--)
        {
            for (var syllables = 1 + random.Next(4); syllables > 0; syllables--)
            {
                text.Append(starts[random.Next(starts.Length)]).Append(vowels[random.Next(vowels.Length)]);
            }

            text.Append(words == 1 ? "." : " ");
        }

        return text.ToString();
    }
}
