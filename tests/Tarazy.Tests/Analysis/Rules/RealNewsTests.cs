using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Rules;

public class RealNewsTests
{
    // Shadow rules count too: what they would show once they are live must be as rare.
    [Theory]
    [InlineData("coordination-telegram-news-ru/posts.jsonl.gz", "ru", null, null, 1_000)]
    [InlineData("manipulation-unlp2025/dev.jsonl.gz", "und", "manipulative", "False", 1_000)]
    [InlineData("scam-telegram-ru/dev.jsonl", "und", "label", "ham", 200)]
    [InlineData("harm-threats-en/dev.jsonl.gz", "en", "label", "none", 1_000)]
    [InlineData("sentiment-kk-kazsandra/pc_valid.jsonl.gz", "kk", null, null, 1_000)]
    [InlineData("sentiment-ru-rusentitweet/train.jsonl.gz", "ru", null, null, 1_000)]
    public void Fewer_than_one_in_1000_harmless_posts_is_flagged(string set, string language, string? field, string? value, int atLeast)
    {
        var path = SharedData.Path(set, out var why);
        Assert.SkipWhen(path is null, why);
        var (flagged, posts) = Count(path!, language, row => field is null || row.GetProperty(field).ToString() == value);
        Assert.InRange(posts, atLeast, int.MaxValue);
        Assert.True(flagged * 1_000 < posts, $"{flagged} of {posts} posts are flagged");
    }

    /// <summary>A third of that set is adverts, betting and courses, which are no harm of these rules.</summary>
    [Fact]
    public void A_quarter_of_all_real_spam_of_an_open_list_is_flagged()
    {
        var path = SharedData.Path("scam-telegram-ru/dev.jsonl", out var why);
        Assert.SkipWhen(path is null, why);
        var (flagged, posts) = Count(path!, "und", row => row.GetProperty("source").ToString() == "tgspam" && row.GetProperty("label").ToString() == "spam");
        Assert.InRange(posts, 50, int.MaxValue);
        Assert.True(flagged * 4 >= posts, $"{flagged} of {posts} posts are flagged");
    }

    private static (int Flagged, int Posts) Count(string path, string language, Func<JsonElement, bool> takes)
    {
        var (flagged, posts) = (0, 0);
        var text = new FoldedText();
        var hits = new List<RuleHit>();
        using var lines = new StreamReader(Open(path));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            if (!takes(row.RootElement))
            {
                continue;
            }

            hits.Clear();
            text.Fold(row.RootElement.GetProperty("text").GetString() ?? "");
            Lexicons.Shipped.Book.Look(text, language, hits);
            posts++;
            flagged += hits.Count > 0 ? 1 : 0;
        }

        return (flagged, posts);
    }

    private static Stream Open(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
}
