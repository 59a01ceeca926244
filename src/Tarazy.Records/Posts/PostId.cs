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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        foreach (var link in links)
        {
            hash.AppendData("\n"u8);
            hash.AppendData(Encoding.UTF8.GetBytes(link));
        }

        return hash.GetHashAndReset();
    }

    public override string ToString() => Value;
}
