namespace Tarazy.Records.Posts;

/// <summary>One public post as it was seen. An edit is a new post that names the old one.</summary>
public sealed record Post
{
    public required PostId Id { get; init; }

    public required ChannelId Channel { get; init; }

    /// <summary>Number of the message in its channel.</summary>
    public required long Message { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When the desk saw it, which for an export is when the export was read.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public required string Text { get; init; }

    /// <summary>Where its words, entities and buttons lead, each once, in the order of the post.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public MediaKind Media { get; init; }

    /// <summary>Title or handle of the channel it was forwarded from. The name of a person is dropped on the way in.</summary>
    public string? ForwardedFrom { get; init; }

    public long? ReplyTo { get; init; }

    /// <summary>As counted by the source when it was seen; unknown in an export.</summary>
    public long? Views { get; init; }

    public int Reactions { get; init; }

    /// <summary>The earlier version of the same message, when this one is an edit.</summary>
    public PostId? Replaces { get; init; }

    /// <summary>SHA-256 of the content, 32 bytes; <see cref="PostId.ContentHash"/>.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>What a post carries beside its words. The media themselves are not kept.</summary>
public enum MediaKind
{
    None,
    Photo,
    Video,
    Voice,
    Audio,
    Sticker,
    Animation,
    Document,
    Poll,
    Location,
    Other,
}
