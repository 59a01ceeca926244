using System.Buffers.Binary;

namespace Tarazy.TransparencyLog.Tiles;

/// <summary>Entries one after another, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log Entries").</summary>
internal static class EntryBundle
{
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>The most a whole bundle can take; what is longer is not read.</summary>
    public const int LongestBundle = TilePath.FullWidth * (2 + LongestEntry);

    public static void Append(List<byte> bundle, ReadOnlySpan<byte> entry)
    {
        if (entry.Length > LongestEntry)
        {
            throw new ArgumentException($"An entry has {entry.Length} bytes; the format ends at {LongestEntry}.", nameof(entry));
        }

        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        bundle.AddRange(length);
        bundle.AddRange(entry);
    }

    /// <summary>The entries of a bundle; null when the lengths do not add up to its bytes.</summary>
    public static List<ReadOnlyMemory<byte>>? Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        while (!bundle.IsEmpty)
        {
            if (bundle.Length < 2)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (bundle.Length < 2 + length || entries.Count == TilePath.FullWidth)
            {
                return null;
            }

            entries.Add(bundle.Slice(2, length));
            bundle = bundle[(2 + length)..];
        }

        return entries;
    }
}
