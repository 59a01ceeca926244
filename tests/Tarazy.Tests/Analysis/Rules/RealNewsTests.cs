using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Rules;

public class RealNewsTests
{
    [Fact]
    public void Fewer_than_one_in_1000_posts_of_real_news_channels_is_flagged()
    {
        var path = SharedData.Path("coordination-telegram-news-ru/posts.jsonl.gz", out var why);
        Assert.SkipWhen(path is null, why);
        var (flagged, posts) = Count(path!);
        Assert.InRange(posts, 1_000, int.MaxValue);
        Assert.True(flagged * 1_000 < posts, $"{flagged} of {posts} posts are flagged");
    }

    private static (int Flagged, int Posts) Count(string path)
    {
        var (flagged, posts) = (0, 0);
        var text = new FoldedText();
        var hits = new List<RuleHit>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            hits.Clear();
            text.Fold(row.RootElement.GetProperty("text").GetString() ?? "");
            Lexicons.Shipped.Book.Look(text, "ru", hits);
            posts++;
            flagged += hits.Count > 0 ? 1 : 0;
        }

        return (flagged, posts);
    }
}
