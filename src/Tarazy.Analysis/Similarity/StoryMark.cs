using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// All that a story index needs to know of a text, as bytes to be stored: the MinHash signature, for a text too short to have one
/// the hash of its words, and nothing for a text without words. An index is built again from marks alone.
/// </summary>
public static class StoryMark
{
    /// <summary>The longest mark: one cache line.</summary>
    public const int MostBytes = Signature.Bytes;

    internal const int ShortBytes = sizeof(ulong);

    /// <param name="into">At least <see cref="MostBytes"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Of(FoldedText text, Span<byte> into) => Of(text.Hashes, into);

    /// <summary>The mark of a text without its footer.</summary>
    /// <param name="body">UTF-16 units of the original before the footer (<see cref="Footers.ChannelFooters.Next(ReadOnlySpan{char})"/>); with no word before them all count.</param>
    public static int Of(FoldedText text, int body, Span<byte> into)
    {
        var (low, high) = (0, text.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var begins = text.ToOriginal(text.Tokens[middle].Start, text.Tokens[middle].Length).Start < body;
            (low, high) = begins ? (middle + 1, high) : (low, middle);
        }

        return Of(low == 0 ? text.Hashes : text.Hashes[..low], into);
    }

    private static int Of(ReadOnlySpan<ulong> hashes, Span<byte> into)
    {
        if (hashes.IsEmpty)
        {
            return 0;
        }

        if (hashes.Length < Signature.ShingleWords)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(into, ShortKey(hashes));
            return ShortBytes;
        }

        var signature = MinHash.Of(hashes);
        ((ReadOnlySpan<byte>)signature).CopyTo(into);
        return Signature.Bytes;
    }

    /// <summary>Estimated share of common three-word shingles, 0 to 1; of texts without shingles 1 when they have the same words.</summary>
    public static double Likeness(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length != b.Length || a.IsEmpty)
        {
            return 0;
        }

        return a.Length == Signature.Bytes ? Signature.Likeness(Read(a), Read(b)) : a.SequenceEqual(b) ? 1 : 0;
    }

    internal static ulong ShortKey(ReadOnlySpan<ulong> hashes)
    {
        var key = hashes[0];
        foreach (var hash in hashes[1..])
        {
            key = unchecked((key * 0xC2B2_AE3D_27D4_EB4FUL) + hash);
        }

        return key;
    }

    internal static Signature Read(ReadOnlySpan<byte> mark) => MemoryMarshal.Read<Signature>(mark);
}
