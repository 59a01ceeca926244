using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Makes a post of a message. The rules about time, edits and people stand here.</summary>
internal sealed class ExportPosts(TimeZoneInfo? zone, DateTimeOffset seenAt)
{
    private const long LastUnixSecond = 253_402_300_799;

    /// <summary>Null when the message has no time that can be placed on the globe.</summary>
    public DateTimeOffset? TimeOf(ExportMessage message) => At(message.Unix, message.Local);

    public Post Make(ChannelId channel, ExportMessage message, DateTimeOffset postedAt)
    {
        var text = message.Text.ToString();
        string[] links = [.. message.Links];
        var content = PostId.ContentHash(text, links);
        return new Post
        {
            Id = PostId.Of(channel, message.Id!.Value, content),
            Channel = channel,
            Message = message.Id.Value,
            PostedAt = postedAt,
            EditedAt = EditedAt(message),
            SeenAt = seenAt,
            Text = text,
            Links = links,
            Media = message.Media,
            ForwardedFrom = ForwardedFrom(message),
            ReplyTo = message.ReplyTo,
            Reactions = message.Reactions,
            Content = content,
        };
    }

    /// <summary>Some versions write the edit time 0 where nothing was edited; it is 1970 in local time then.</summary>
    private DateTimeOffset? EditedAt(ExportMessage message) =>
        At(message.EditedUnix, message.EditedLocal) is { } at && at.ToUnixTimeSeconds() > 0 ? at : null;

    /// <summary>
    /// A channel's name is kept, a person's is not, and only the id of the origin tells them apart. Older exports have none and a
    /// person who hides has none, so there the name is dropped.
    /// </summary>
    private static string? ForwardedFrom(ExportMessage message) =>
        message.ForwardOrigin == ForwardOrigin.Channel ? message.ForwardedFrom : null;

    private DateTimeOffset? At(long? unix, DateTime? local)
    {
        if (unix is { } seconds)
        {
            return seconds is >= 0 and <= LastUnixSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }

        if (local is not { } wall || zone is null || wall.Year is < 1971 or > 9998)
        {
            return null;
        }

        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
