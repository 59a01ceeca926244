using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Records;

public class PostIdTests
{
    [Fact]
    public void The_content_is_the_text_and_then_each_link_behind_a_line_feed() =>
        Gen.Select(Gen.String, Gen.String.Array[0, 4]).Sample((text, links) =>
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text, .. links]))).AsSpan().SequenceEqual(PostId.ContentHash(text, links)));

    [Fact]
    public void An_id_names_channel_message_and_content() =>
        Assert.Equal(
            "telegram:15/62#e3b0c44298fc", // SHA-256 of nothing begins with these bytes
            PostId.Of(ChannelId.From("telegram:15"), 62, PostId.ContentHash("", [])).Value);
}
