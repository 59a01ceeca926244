using System.Text;
using System.Text.Json;
using CsCheck;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Tests.Ingest.Telegram.Export;

/// <summary>A block holds the very bytes that the values behind it would be written as.</summary>
public class PackedPostTests
{
    [Fact]
    public Task Ids_hashes_and_links_are_those_that_the_values_have() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.String[Gen.Char["aб\"\\<&\u0001\u2028😀"], 0, 12], Gen.String[Gen.Char["ab/?=&\"\\+қ\n\u007f"], 1, 12].Array[0, 3]).SampleAsync(
            async (id, text, links) =>
            {
                var entities = links.Select(l => $"{{\"type\":\"text_link\",\"text\":\"!\",\"href\":{Quoted(l)}}}").Prepend($"{{\"type\":\"plain\",\"text\":{Quoted(text)}}}");
                var read = await Exports.ReadAsync(Exports.Channel(Exports.Message(id, $"\"text\":\"\",\"text_entities\":[{string.Join(',', entities)}]")));
                var post = Assert.Single(read.Posts);
                string[] once = [.. links.Distinct()];
                var content = PostId.ContentHash(post.Text, once);
                return post.Links.SequenceEqual(once)
                    && post.Content.Span.SequenceEqual(content)
                    && post.Id == PostId.Of(post.Channel, id, content);
            },
            iter: 500);

    [Fact]
    public void A_post_that_is_packed_and_unpacked_is_the_same()
    {
        var post = new Post
        {
            Id = PostId.From("telegram:1/2#abc"),
            Channel = ChannelId.From("telegram:1"),
            Message = 2,
            PostedAt = DateTimeOffset.UnixEpoch.AddDays(1),
            EditedAt = DateTimeOffset.UnixEpoch.AddDays(2),
            SeenAt = DateTimeOffset.UnixEpoch.AddDays(3),
            Text = "сөз",
            Links = ["https://a.example/?a=1&b=қ"],
            Media = MediaKind.Poll,
            ForwardedFrom = "Көрші",
            ReplyTo = 1,
            Views = 5,
            Reactions = 6,
            Content = new byte[] { 1, 2, 3 },
        };
        var bare = post with { Channel = ChannelId.From("telegram:22"), Text = "", Links = [], ForwardedFrom = null, EditedAt = null, ReplyTo = null, Views = null };
        using var block = new PostBlock();
        for (var i = 0; i < 600; i++)
        {
            block.Add(i % 2 == 0 ? post : bare);
        }

        for (var i = 0; i < block.Count; i++)
        {
            Assert.Equal(Json(i % 2 == 0 ? post : bare), Json(block.ToPost(i)));
        }
    }

    [Fact]
    public async Task Posts_are_read_without_allocating_for_each()
    {
        var file = Encoding.UTF8.GetBytes(Exports.Channel([.. Enumerable.Range(1, 4_000).Select(i =>
            Exports.Message(i, $"\"photo\":\"x\",\"text_entities\":[{{\"type\":\"plain\",\"text\":\"сөз {i} көп сөз\"}},{{\"type\":\"link\",\"text\":\"https://a.example/{i}\"}}],\"reactions\":[{{\"count\":3}}]"))]));
        using var blocks = new PostBlocks();
        await ReadAsync(file, blocks);
        await ReadAsync(file, blocks);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var posts = await ReadAsync(file, blocks);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)posts;

        Assert.Equal(4_000, posts);
        Assert.True(each < 8, $"{each:F1} bytes a post");
    }

    private static async Task<int> ReadAsync(byte[] file, PostBlocks blocks)
    {
        using var stream = new MemoryStream(file);
        using var reader = new ExportReader(
            "result.json", stream, new IngestOptions { BatchPosts = 500 }, Tarazy.Ingest.Channels.ChannelList.None, Exports.SeenAt, blocks);
        var posts = 0;
        await foreach (var item in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            if (item is IngestItem.PostsSeen many)
            {
                posts += many.Posts.Count;
                blocks.Return(many.Posts);
            }
        }

        return posts;
    }

    private static string Json(Post post) => JsonSerializer.Serialize(post, DeskJson.Options);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, DeskJson.Options);
}
