using System.Globalization;
using System.Text.RegularExpressions;
using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>Makes posts of what a page shows. The rules about people and identity stand here.</summary>
internal static partial class PreviewPosts
{
    public static ChannelId? ChannelIdOf(string? handle, long? number) => (number, handle) switch
    {
        ({ } known, _) => ChannelId.From(string.Create(CultureInfo.InvariantCulture, $"telegram:{known}")),
        (null, { } name) => ChannelId.From($"telegram:@{name.ToLowerInvariant()}"),
        _ => null,
    };

    /// <summary>Null for a service message, which carries no post.</summary>
    /// <param name="channel">The channel of the page. A message without a number of its own belongs to it too.</param>
    public static Post? Make(PreviewMessage message, ChannelId channel, DateTimeOffset seenAt)
    {
        if (message.Kind == PreviewKind.Service)
        {
            return null;
        }

        var text = message.Text ?? "";
        var content = PostId.ContentHash(text, message.Links);
        return new Post
        {
            Id = PostId.Of(channel, message.Id, content),
            Channel = channel,
            Message = message.Id,
            PostedAt = message.PostedAt,

            // EditedAt stays unknown: the page says that a message was edited, not when.
            SeenAt = seenAt,
            Text = text,
            Links = message.Links,
            Media = Media(message.Kind),
            ForwardedFrom = ForwardedFrom(message),
            ReplyTo = message.ReplyTo,
            Views = message.Views,
            Reactions = message.Reactions,
            Content = content,
        };
    }

    /// <summary>
    /// A forward from a channel leads to a post (<c>t.me/name/12</c>). An address without a number may be a person's own, and no
    /// address at all certainly is, so both names are dropped.
    /// </summary>
    private static string? ForwardedFrom(PreviewMessage message) =>
        message.ForwardedFromUrl is { } url && PostAddress().IsMatch(url) ? message.ForwardedFrom : null;

    private static MediaKind Media(PreviewKind kind) => kind switch
    {
        PreviewKind.Text => MediaKind.None,
        PreviewKind.Photo => MediaKind.Photo,
        PreviewKind.Video or PreviewKind.RoundVideo => MediaKind.Video,
        PreviewKind.Voice => MediaKind.Voice,
        PreviewKind.Audio => MediaKind.Audio,
        PreviewKind.Sticker => MediaKind.Sticker,
        PreviewKind.Document => MediaKind.Document,
        PreviewKind.Poll => MediaKind.Poll,
        PreviewKind.Location => MediaKind.Location,
        _ => MediaKind.Other,
    };

    [GeneratedRegex(@"^https?://(?:t|telegram)\.me/(?:c/\d+|[A-Za-z]\w{2,31})/\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PostAddress();
}
