using Tarazy.Detect.Readings;
using Tarazy.Ingest.Posts;
using Tarazy.Notice.Opening;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Hosting;

/// <summary>Lets the notice stage name posts exactly, from what the first two stages know of them.</summary>
internal sealed class NoticedPosts(PostArchive archive, Detections detections) : INoticedPosts
{
    private const int LongestQuote = 600;

    public async Task<IReadOnlyList<NoticedPost>> FindAsync(IReadOnlyList<PostId> posts, CancellationToken cancel)
    {
        var found = new List<NoticedPost>();
        var known = (await archive.FindAsync(posts, cancel)).ToDictionary(p => p.Id);
        foreach (var post in posts.Where(known.ContainsKey).Select(id => known[id]))
        {
            var channel = await archive.ChannelAsync(post.Channel, cancel);
            var reading = await detections.ReadingAsync(post.Id, cancel);
            found.Add(new NoticedPost(
                post.Id,
                PostAddress.Of(post, channel),
                post.PostedAt,
                Convert.ToHexStringLower(post.Content.Span),
                reading?.Language ?? "und",
                Quote(post.Text)));
        }

        return found;
    }

    public Task<Channel?> ChannelAsync(ChannelId channel, CancellationToken cancel) => archive.ChannelAsync(channel, cancel);

    private static string Quote(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        var cut = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..cut] + "…";
    }
}

/// <summary>The public address of a post.</summary>
internal static class PostAddress
{
    /// <returns>Null while the channel's handle is unknown: the address by number opens for members only.</returns>
    public static string? Of(Post post, Channel? channel) =>
        channel is { Source: "telegram", Handle: { Length: > 0 } handle }
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://t.me/{handle}/{post.Message}")
            : null;
}
