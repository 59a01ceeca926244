using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// The buckets of locality-sensitive hashing: 16 bands of 4 signature bytes. Texts that agree in all bytes of a band share a
/// bucket. A bucket is one cache line of ten tags and ten numbers; when it is full the oldest place is given away, because
/// fifteen other bands still know that text.
/// </summary>
internal sealed class BandTable
{
    public const int Bands = 16;
    public const int Rows = 4;
    private const int Slots = 10;

    /// <summary>Filled to this share, few buckets overflow.</summary>
    private const double Load = 0.62;

    private readonly ulong[] _memory;
    private readonly int _aligned;
    private readonly int _buckets;

    public BandTable(int room)
    {
        Room = room;
        _buckets = (int)Math.Ceiling(room / (Load * Slots)) + 1;
        var words = checked(_buckets * Bands * (Bucket.Bytes / sizeof(ulong)));
        // Pinned and begun at a cache line, so that a bucket is never two lines.
        _memory = GC.AllocateArray<ulong>(words + 8, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _aligned = (int)((Bucket.Bytes - (address % Bucket.Bytes)) % Bucket.Bytes / sizeof(ulong));
    }

    public int Room { get; }

    public long Bytes => (long)_buckets * Bands * Bucket.Bytes;

    /// <summary>The signature bytes of one band as a value; texts that share it are candidates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RowsOf(in Signature signature, int band)
    {
        ReadOnlySpan<byte> bytes = signature;
        return MemoryMarshal.Read<uint>(bytes[(band * Rows)..]);
    }

    /// <summary>Writes the numbers of texts that share a bucket and a tag with the signature; each number may come several times.</summary>
    public int Candidates(in Signature signature, Span<int> found)
    {
        var buckets = Buckets();
        var count = 0;
        for (var band = 0; band < Bands; band++)
        {
            var (bucket, tag) = Place(signature, band);
            ref var place = ref buckets[bucket];
            for (var hits = place.Matches(tag); hits != 0; hits &= hits - 1)
            {
                if (count == found.Length)
                {
                    return count;
                }

                found[count++] = place.Numbers[BitOperations.TrailingZeroCount(hits)];
            }
        }

        return count;
    }

    public void Add(in Signature signature, int number)
    {
        var buckets = Buckets();
        for (var band = 0; band < Bands; band++)
        {
            var (bucket, tag) = Place(signature, band);
            buckets[bucket].Add(tag, number);
        }
    }

    private Span<Bucket> Buckets() => MemoryMarshal.Cast<ulong, Bucket>(_memory.AsSpan(_aligned, _buckets * Bands * (Bucket.Bytes / sizeof(ulong))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Bucket, ushort Tag) Place(in Signature signature, int band)
    {
        var rows = RowsOf(signature, band);
        unchecked
        {
            var hash = (rows + ((ulong)band << 32)) * 0x9E37_79B9_7F4A_7C15UL;
            hash = (hash ^ (hash >> 29)) * 0xD6E8_FEB8_6659_FD93UL;
            var within = (int)(((hash >> 32) * (ulong)_buckets) >> 32);
            return ((band * _buckets) + within, (ushort)(hash | 1));
        }
    }

    [InlineArray(Slots)]
    private struct Tags
    {
        private ushort _first;
    }

    [InlineArray(Slots)]
    private struct NumberSlots
    {
        private int _first;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4, Size = Bytes)]
    private struct Bucket
    {
        public const int Bytes = 64;

        private Tags _tags;
        private NumberSlots _numbers;
        private int _added;

        [UnscopedRef]
        public ReadOnlySpan<int> Numbers => _numbers;

        /// <summary>One bit for each slot with this tag. Empty slots have tag 0, which is no text's.</summary>
        public uint Matches(ushort tag)
        {
            ReadOnlySpan<ushort> tags = _tags;
            if (Vector128.IsHardwareAccelerated)
            {
                var first = Vector128.Equals(Vector128.Create(tags), Vector128.Create(tag)).ExtractMostSignificantBits();
                return first | (tags[8] == tag ? 1u << 8 : 0) | (tags[9] == tag ? 1u << 9 : 0);
            }

            var hits = 0u;
            for (var i = 0; i < Slots; i++)
            {
                hits |= tags[i] == tag ? 1u << i : 0;
            }

            return hits;
        }

        public void Add(ushort tag, int number)
        {
            var slot = _added % Slots;
            _tags[slot] = tag;
            _numbers[slot] = number;
            _added = unchecked((_added + 1) & 0xFFFF);
        }
    }
}
