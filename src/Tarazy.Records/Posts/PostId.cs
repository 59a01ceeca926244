using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Tarazy.Records.Ids;

namespace Tarazy.Records.Posts;

/// <summary>
/// One post as it was seen: channel, message and the first six bytes of its content hash, e.g. <c>telegram:1591537674/62#9f86d081884c</c>.
/// Seeing the same words again gives the same id; an edit gives another.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<PostId>))]
public readonly record struct PostId(string Value) : IId<PostId>
{
    private const int HashBytes = 6;

    public static PostId From(string value) => new(value);

    /// <param name="content">SHA-256 of the post's content, as <see cref="ContentHash"/> makes it.</param>
    public static PostId Of(ChannelId channel, long message, ReadOnlySpan<byte> content) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{channel.Value}/{message}#{Convert.ToHexStringLower(content[..HashBytes])}"));

    /// <summary>SHA-256 over the text and the links, each ended by a line feed. View counts and reactions are not content.</summary>
    public static byte[] ContentHash(string text, IReadOnlyList<string> links)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        foreach (var link in links)
        {
            length += 1 + Encoding.UTF8.GetByteCount(link);
        }

        var bytes = ArrayPool<byte>.Shared.Rent(length);
        var written = Encoding.UTF8.GetBytes(text, bytes);
        foreach (var link in links)
        {
            bytes[written++] = (byte)'\n';
            written += Encoding.UTF8.GetBytes(link, bytes.AsSpan(written));
        }

        var hash = SHA256.HashData(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    public override string ToString() => Value;
}
