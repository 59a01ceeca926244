using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog.Receipts;

/// <summary>
/// A salted hash stands in the log for what must not stand there itself. Once salt and content are gone it says nothing any
/// more, and every proof still holds.
/// </summary>
public static class Commitment
{
    public const int SaltBytes = 32;

    /// <summary>SHA-256(salt ‖ content).</summary>
    public static Digest To(Opening opening) => new(SHA256.HashData([.. opening.Salt.Span, .. Encoding.UTF8.GetBytes(opening.Content)]));

    /// <summary>The commitment that a leaf carries in its member <c>commitment</c>; null when it has none.</summary>
    public static Digest? In(string leaf)
    {
        try
        {
            using var json = JsonDocument.Parse(leaf, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object
                   && json.RootElement.TryGetProperty("commitment", out var member)
                   && member.ValueKind == JsonValueKind.String
                ? Digest.FromBase64(member.GetString()!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
