using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>One message as the page shows it. <see cref="PreviewPosts"/> makes a post of it and drops what may name a person.</summary>
internal sealed record PreviewMessage
{
    /// <summary>As written in the address, without <c>@</c>.</summary>
    public required string Handle { get; init; }

    /// <summary>The channel's number from <c>data-view</c>; positive, as in an export.</summary>
    public long? ChannelNumber { get; init; }

    public required long Id { get; init; }

    /// <summary>Every number of an album, the message's own first; empty for a single message.</summary>
    public IReadOnlyList<long> Album { get; init; } = [];

    public required DateTimeOffset PostedAt { get; init; }

    public required PreviewKind Kind { get; init; }

    public bool Edited { get; init; }

    /// <summary>Null when the message has no words.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<string> Hashtags { get; init; } = [];

    public IReadOnlyList<PreviewFile> Files { get; init; } = [];

    public long? Views { get; init; }

    public int Reactions { get; init; }

    public long? ReplyTo { get; init; }

    /// <summary>The signature of whoever wrote it. It ends here and is never stored.</summary>
    public string? Signature { get; init; }

    /// <summary>Null when the forward has no address: then it names a person.</summary>
    public string? ForwardedFrom { get; init; }

    public string? ForwardedFromUrl { get; init; }

    public PreviewCard? Card { get; init; }
}

internal enum PreviewKind
{
    Text,
    Service,
    Photo,
    Video,
    RoundVideo,
    Voice,
    Audio,
    Sticker,
    Document,
    Poll,
    Location,
    Unsupported,
}

/// <param name="Role">photo, video, thumbnail-video, audio ...</param>
internal sealed record PreviewFile(string Role, string Url);

/// <summary>The card of a linked page below a message.</summary>
internal sealed record PreviewCard(string? Url, string? ImageUrl, string? SiteName, string? Title, string? Description);

/// <summary>One page of a channel's preview.</summary>
/// <param name="Title">Null on a fragment without the page around it.</param>
/// <param name="Before">Number to ask for older messages with; null at the start of the channel.</param>
/// <param name="IsStart">The page says that there is nothing older.</param>
/// <param name="Unreadable">Numbers of messages without a readable date or address.</param>
internal sealed record PreviewPage(
    string? Handle,
    string? Title,
    int? Subscribers,
    IReadOnlyList<PreviewMessage> Messages,
    long? Before,
    bool IsStart,
    int Unreadable)
{
    /// <summary>A page of messages, or the start of a channel without any. Anything else is not a preview.</summary>
    public bool IsPreview => Messages.Count > 0 || IsStart;

    public Channel? ToChannel()
    {
        var handle = Handle ?? Messages.Select(m => m.Handle).FirstOrDefault();
        var id = PreviewPosts.ChannelIdOf(handle, Messages.Select(m => m.ChannelNumber).FirstOrDefault(n => n is not null));
        return handle is null || id is null ? null : new Channel(id.Value, Title ?? handle, handle, Subscribers);
    }
}
