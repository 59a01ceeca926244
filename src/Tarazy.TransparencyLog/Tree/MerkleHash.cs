using System.Security.Cryptography;

namespace Tarazy.TransparencyLog.Tree;

/// <summary>RFC 6962, 2.1 (unchanged in RFC 9162): leaves and nodes are told apart by their first byte.</summary>
public static class MerkleHash
{
    private const int OnStack = 1024;

    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static Digest Empty { get; } = new(SHA256.HashData([]));

    /// <summary>SHA-256(0x00 ‖ entry).</summary>
    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        var length = entry.Length + 1;
        var input = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        input[0] = 0;
        entry.CopyTo(input[1..]);
        Span<byte> hash = stackalloc byte[Digest.Length];
        SHA256.HashData(input[..length], hash);
        return new Digest(hash);
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Digest.Length)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Digest.Length)..]);
        Span<byte> hash = stackalloc byte[Digest.Length];
        SHA256.HashData(input, hash);
        return new Digest(hash);
    }
}
