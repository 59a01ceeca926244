using System.Runtime.InteropServices;

namespace Tarazy.TransparencyLog.Tree;

/// <summary>A SHA-256 value: the hash of a leaf, a node or a whole tree.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Digest
{
    public const int Length = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _last;

    /// <param name="bytes">Exactly 32 bytes.</param>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A digest has {Length} bytes.", nameof(bytes));
        }

        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (_first, _second, _third, _last) = (words[0], words[1], words[2], words[3]);
    }

    public void CopyTo(Span<byte> to)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(to[..Length]);
        (words[0], words[1], words[2], words[3]) = (_first, _second, _third, _last);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>Reads the one base64 spelling of 32 bytes; null for anything else.</summary>
    public static Digest? FromBase64(string text)
    {
        Span<byte> bytes = stackalloc byte[Length + 4];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Length
               && Convert.ToBase64String(bytes[..Length]) == text
            ? new Digest(bytes[..Length])
            : null;
    }

    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
