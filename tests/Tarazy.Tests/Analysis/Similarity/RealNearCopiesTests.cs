using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Similarity;

public class RealNearCopiesTests
{
    [Fact]
    public void Of_real_posts_with_a_near_copy_before_them_ninety_nine_in_a_hundred_join_its_story()
    {
        var folder = SharedData.Path("coordination-telegram-news-ru", out var why);
        Assert.SkipWhen(folder is null, why);
        var index = new StoryIndex();
        var hashes = new Dictionary<string, ulong[]>();
        var order = new Dictionary<string, int>();
        var first = new HashSet<string>();
        var text = new FoldedText();
        foreach (var line in Lines(Path.Combine(folder!, "posts.jsonl.gz")))
        {
            using var post = JsonDocument.Parse(line);
            var id = post.RootElement.GetProperty("id").GetString()!;
            text.Fold(post.RootElement.GetProperty("text").GetString()!);
            order[id] = order.Count;
            hashes[id] = text.Hashes.ToArray();
            if (index.Place(order.Count, text).First)
            {
                first.Add(id);
            }
        }

        int found = 0, alike = 0;
        foreach (var pair in Lines(Path.Combine(folder!, "neardup_pairs_j05.tsv.gz")).Skip(1).Select(line => line.Split('\t')))
        {
            if (Jaccard(hashes[pair[0]], hashes[pair[1]]) >= 0.7)
            {
                alike++;
                found += first.Contains(order[pair[0]] > order[pair[1]] ? pair[0] : pair[1]) ? 0 : 1;
            }
        }

        var share = string.Create(CultureInfo.InvariantCulture, $"{found} of {alike}; {order.Count} posts, {first.Count} stories, {index.Count} kept");
        TestContext.Current.TestOutputHelper?.WriteLine(share);
        Assert.True(alike > 1000 && found >= alike * 0.99, share);
    }

    private static double Jaccard(ulong[] a, ulong[] b)
    {
        static HashSet<(ulong, ulong, ulong)> Of(ulong[] h) => [.. Enumerable.Range(0, Math.Max(0, h.Length - 2)).Select(i => (h[i], h[i + 1], h[i + 2]))];
        var (first, second) = (Of(a), Of(b));
        var common = first.Count(second.Contains);
        return common == 0 ? 0 : common / (double)(first.Count + second.Count - common);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
