using System.Security.Cryptography;
using System.Text;

namespace Tarazy.Records.Canonical;

/// <summary>Ids that follow from what they name, so that doing a thing twice makes it once.</summary>
public static class ContentId
{
    private const int Bytes = 10;

    /// <summary>The first ten bytes, in hex, of SHA-256 over the parts, each ended by a zero byte.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData("\0"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
