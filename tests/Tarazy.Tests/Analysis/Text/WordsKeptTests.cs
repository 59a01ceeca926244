using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Text;

/// <summary>How many words of an attacked text still have the hash of the clean word: what rules and models can still see.</summary>
public class WordsKeptTests
{
    private static readonly string[] Own =
    [
        "Сегодня утром на площади собрались жители города, чтобы обсудить новую дорогу и строительство школы.",
        "Нужны люди на выгодный контракт, работа за границей, оплата каждый месяц, подробности в личных сообщениях.",
        "Вчера вечером полиция задержала двух подозреваемых, которые требовали деньги у пожилой женщины.",
        "Министерство объявило конкурс для молодых учителей, заявки принимают до конца следующей недели.",
        "Если вы хотите получить быстрый заработок без опыта, пишите сейчас, количество мест ограничено.",
    ];

    private static readonly (string Name, Func<string, int, string> Attack, double Least)[] All =
    [
        ("homoglyphs .1", (text, seed) => Attacks.Homoglyphs(text, 0.1, seed), 0.95),
        ("homoglyphs .3", (text, seed) => Attacks.Homoglyphs(text, 0.3, seed), 0.95),
        ("homoglyphs .8", (text, seed) => Attacks.Homoglyphs(text, 0.8, seed), 0.90),
        ("invisible units .3", (text, seed) => Attacks.Invisible(text, 0.3, seed), 0.98),
        ("combining marks .5", (text, seed) => Attacks.Marks(text, 0.5, seed), 0.98),
        ("digits and signs .5", (text, seed) => Attacks.Digits(text, 0.5, seed), 0.95),
        ("spaces, 30 % of words", (text, seed) => Attacks.Spaces(text, 0.3, seed), 0.90),
        ("spaces, all words", (text, seed) => Attacks.Spaces(text, 1, seed), 0.60),
        ("dots .5", (text, seed) => Attacks.Dots(text, 0.5, seed), 0.85),
    ];

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_of_an_attacked_text_are_still_seen(string name) => Assert.True(Kept(name, Own) >= Least(name), $"{name}: {Kept(name, Own):0.000}");

    [Fact]
    public void The_words_of_a_transliterated_text_are_seen_in_its_Cyrillic_view() => Assert.InRange(KeptTransliterated(Own), 0.85, 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_of_attacked_posts_are_still_seen(string name)
    {
        var kept = Kept(name, Posts());
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {kept:0.000}");
        Assert.True(kept >= Least(name), $"{name}: {kept:0.000}");
    }

    [Fact]
    public void The_words_of_transliterated_posts_are_seen_in_their_Cyrillic_view()
    {
        var kept = KeptTransliterated(Posts());
        TestContext.Current.TestOutputHelper?.WriteLine($"transliterated: {kept:0.000}");
        Assert.InRange(kept, 0.85, 1);
    }

    private static double Least(string name) => All.Single(one => one.Name == name).Least;

    private static double Kept(string name, IReadOnlyList<string> texts)
    {
        var (_, attack, _) = All.Single(one => one.Name == name);
        var (clean, attacked) = (new FoldedText(), new FoldedText());
        int kept = 0, words = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            clean.Fold(texts[i]);
            attacked.Fold(attack(texts[i], i));
            kept += Common(clean, attacked);
            words += Words(clean).Length;
        }

        return (double)kept / words;
    }

    private static double KeptTransliterated(IReadOnlyList<string> texts)
    {
        var (clean, latin, view) = (new FoldedText(), new FoldedText(), new FoldedText());
        int kept = 0, words = 0;
        foreach (var text in texts)
        {
            clean.Fold(text);
            latin.Fold(Attacks.Transliterated(text));
            view.FoldTransliterated(latin, "ru");
            kept += Common(clean, view);
            words += Words(clean).Length;
        }

        return (double)kept / words;
    }

    private static ulong[] Words(FoldedText text) => [.. Enumerable.Range(0, text.Tokens.Length).Where(i => text.Kinds[i] == TokenKind.Word).Select(i => text.Hashes[i])];

    /// <summary>Words of the clean text that the other has as well, each as often as both have it.</summary>
    private static int Common(FoldedText clean, FoldedText attacked)
    {
        var left = Words(attacked).CountBy(hash => hash).ToDictionary();
        var kept = 0;
        foreach (var hash in Words(clean))
        {
            if (left.TryGetValue(hash, out var count) && count > 0)
            {
                left[hash] = count - 1;
                kept++;
            }
        }

        return kept;
    }

    /// <summary>Posts of the even numbers beyond the twentieth: the spelling model has learnt from odd ones only.</summary>
    private static List<string> Posts()
    {
        var posts = new List<string>();
        var path = SharedData.Path("coordination-telegram-news-ru/posts.jsonl.gz", out var why);
        Assert.SkipWhen(path is null, why);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path!), CompressionMode.Decompress));
        for (var number = 1; reader.ReadLine() is { } line && posts.Count < 400;)
        {
            var text = JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
            if (text.Length >= 60 && number++ % 20 == 0)
            {
                posts.Add(text[..Math.Min(500, text.Length)]);
            }
        }

        return posts;
    }
}
