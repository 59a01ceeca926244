using System.Security.Cryptography;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Makes a post of a message. The rules about time, edits and people stand here.</summary>
internal sealed class ExportPosts(TimeZoneInfo? zone, DateTimeOffset seenAt) : IDisposable
{
    /// <summary>Used again for every post: making one costs as much as the hash of a short text.</summary>
    private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long _seenAt = seenAt.ToUnixTimeMilliseconds();

    private const long LastUnixSecond = 253_402_300_799;

    /// <summary>Null when the message has no time that can be placed on the globe.</summary>
    public DateTimeOffset? TimeOf(ExportMessage message) => At(message.Unix, message.Local);

    /// <summary>Packs the post into the block; its id and hash are made of the same bytes that are stored.</summary>
    public void Add(PostBlock block, ChannelId channel, ExportMessage message, DateTimeOffset postedAt)
    {
        var text = Text(block, message, out var content);
        var at = block.PutChannel(channel);
        var id = message.Id!.Value;
        block.Add(new PackedPost
        {
            Id = PackedContent.PutId(block, at, id, content),
            Channel = at,
            Message = id,
            PostedAt = postedAt.ToUnixTimeMilliseconds(),
            EditedAt = EditedAt(message)?.ToUnixTimeMilliseconds(),
            SeenAt = _seenAt,
            Text = text,
            Links = PackedContent.PutLinks(block, message),
            Media = message.Media,
            ForwardedFrom = ForwardedFrom(block, message),
            ReplyTo = message.ReplyTo,
            Reactions = message.Reactions,
            Content = content,
        });
    }

    public void Dispose() => _sha.Dispose();

    /// <summary>Writes the text and the SHA-256 of it and the links, as <see cref="PostId.ContentHash"/> would make it.</summary>
    private BlockSlice Text(PostBlock block, ExportMessage message, out BlockSlice content)
    {
        var text = block.Put(message.Text);
        for (var i = 0; i < message.LinkCount; i++)
        {
            block.Put("\n"u8);
            block.Put(message.Link(i));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _sha.AppendData(block[new BlockSlice(text.Start, block.Bytes - text.Start)]);
        _sha.GetHashAndReset(hash);
        content = block.Put(hash);
        return text;
    }

    /// <summary>Some versions write the edit time 0 where nothing was edited; it is 1970 in local time then.</summary>
    private DateTimeOffset? EditedAt(ExportMessage message) =>
        At(message.EditedUnix, message.EditedLocal) is { } at && at.ToUnixTimeSeconds() > 0 ? at : null;

    /// <summary>
    /// A channel's name is kept, a person's is not, and only the id of the origin tells them apart. Older exports have none and a
    /// person who hides has none, so there the name is dropped.
    /// </summary>
    private static BlockSlice ForwardedFrom(PostBlock block, ExportMessage message) =>
        message.ForwardOrigin == ForwardOrigin.Channel && message.TryForwardedFrom(out var name) ? block.Put(name) : BlockSlice.Null;

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
