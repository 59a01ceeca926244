using System.Globalization;
using Tarazy.Ingest.Channels;
using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>What stands before the messages of a chat.</summary>
internal sealed class ExportChat
{
    private static readonly string[] OtherKinds =
    [
        "saved_messages", "replies", "verification_codes", "personal_chat", "bot_chat", "private_group", "private_supergroup", "private_channel",
    ];

    /// <summary>The name as it stands in the file. It is decoded for a public channel and never for another chat.</summary>
    public byte[]? RawName { get; set; }

    public string? Type { get; set; }

    public long? Id { get; set; }

    public bool HasMessages { get; set; }

    public bool IsPublic => Type is "public_channel" or "public_supergroup";

    /// <summary>The kind for a sentence. A kind nobody knows is not repeated, because it comes from outside.</summary>
    public string KindToTell => OtherKinds.Contains(Type) ? Type! : "unknown";

    public Channel ToChannel(ChannelList list)
    {
        var id = ChannelId.From(string.Create(CultureInfo.InvariantCulture, $"telegram:{Id}"));
        var listed = list.Find(id);
        var title = RawName is null ? "" : ExportTokens.DecodeString(RawName);
        return new Channel(id, title, listed?.Handle, listed?.Subscribers);
    }
}
