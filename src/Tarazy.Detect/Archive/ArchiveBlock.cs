using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Tarazy.Detect.Archive;

/// <summary>The head of one block of a file in the archive: 40 bytes, little-endian, then the payload. A torn block fails its sum.</summary>
/// <param name="Items">Posts of a segment's block, words of the vocabulary's.</param>
/// <param name="First">Number of the first post; 0 in the vocabulary.</param>
/// <param name="Words">How many words the vocabulary must hold for the block to be read.</param>
internal readonly record struct ArchiveBlock(int Bytes, int Items, uint Sum, long First, long Last, int Words)
{
    public const int HeadBytes = 40;

    /// <summary>No block is written nearly so large; a larger one is a torn one.</summary>
    public const int MostBytes = 1 << 28;

    private const uint Magic = 0x3141_5A54;

    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], Bytes);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], Items);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], Sum);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], First);
        BinaryPrimitives.WriteInt64LittleEndian(to[24..], Last);
        BinaryPrimitives.WriteInt32LittleEndian(to[32..], Words);
        BinaryPrimitives.WriteUInt32LittleEndian(to[36..], SumOf(to[..36]));
    }

    /// <summary>Null when no whole head stands there.</summary>
    public static ArchiveBlock? Read(ReadOnlySpan<byte> from)
    {
        if (from.Length < HeadBytes || BinaryPrimitives.ReadUInt32LittleEndian(from) != Magic || BinaryPrimitives.ReadUInt32LittleEndian(from[36..]) != SumOf(from[..36]))
        {
            return null;
        }

        var block = new ArchiveBlock(
            BinaryPrimitives.ReadInt32LittleEndian(from[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[32..]));
        return block.Bytes is >= 0 and <= MostBytes && block.Items >= 0 ? block : null;
    }

    /// <summary>CRC-32C, eight bytes at a time.</summary>
    public static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}
