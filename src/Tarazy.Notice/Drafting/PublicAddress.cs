using System.Globalization;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;

namespace Tarazy.Notice.Drafting;

/// <summary>The exact place of a post. What is not plainly public is refused.</summary>
internal static class PublicAddress
{
    private const string Telegram = "telegram";
    private const int ShortestHandle = 4;
    private const int LongestHandle = 32;

    /// <summary>Number of the message in its channel, read from the post's id; null when the id has none.</summary>
    public static string? MessageOf(PostId post)
    {
        var hash = post.Value.LastIndexOf('#');
        var slash = hash < 0 ? -1 : post.Value.LastIndexOf('/', hash);
        return slash < 0 ? null : post.Value[(slash + 1)..hash];
    }

    public static Refusal? Check(NoticedPost post, Channel channel)
    {
        if (string.IsNullOrWhiteSpace(post.Url))
        {
            return new HandleMissing(post.Post);
        }

        if (!Uri.TryCreate(post.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0)
        {
            return new AddressMalformed(post.Post);
        }

        return channel.Source == Telegram ? CheckTelegram(post, url, channel) : null;
    }

    /// <summary>The handle in the address of a post on Telegram.</summary>
    public static string? HandleOf(NoticedPost post) =>
        Uri.TryCreate(post.Url, UriKind.Absolute, out var url) && url.Segments is [_, var handle, _] ? handle.TrimEnd('/') : null;

    private static Refusal? CheckTelegram(NoticedPost post, Uri url, Channel channel)
    {
        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["c", ..] or ["joinchat", ..] or [['+', ..], ..])
        {
            return new PrivateLink(post.Post);
        }

        if (!string.Equals(url.Host, "t.me", StringComparison.OrdinalIgnoreCase) || !url.IsDefaultPort || url.Fragment.Length > 0
            || url.Query is not ("" or "?single")
            || parts is not [var handle, var message] || !IsHandle(handle)
            || !long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
        {
            return new AddressMalformed(post.Post);
        }

        var other = channel.Handle is { } known && !string.Equals(known, handle, StringComparison.OrdinalIgnoreCase);
        return other || MessageOf(post.Post) != message ? new AddressOfAnother(post.Post) : null;
    }

    private static bool IsHandle(string text) =>
        text.Length is >= ShortestHandle and <= LongestHandle && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
