using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// The buckets of locality-sensitive hashing: 16 bands of 4 signature bytes. Texts that agree in all bytes of a band share a
/// <see cref="Bucket"/>.
/// </summary>
internal sealed class BandTable
{
    public const int Bands = 16;
    public const int Rows = 4;

    /// <summary>Filled to this share, few buckets overflow.</summary>
    private const double Load = 0.62;

    private readonly ulong[] _memory;
    private readonly int _aligned;
    private readonly int _buckets;

    public BandTable(int room)
    {
        Room = room;
        _buckets = (int)Math.Ceiling(room / (Load * Bucket.Slots)) + 1;
        var words = checked(_buckets * Bands * (Bucket.Bytes / sizeof(ulong)));
        // Pinned and begun at a cache line, so that a bucket is never two lines.
        _memory = GC.AllocateArray<ulong>(words + 8, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _aligned = (int)((Bucket.Bytes - (address % Bucket.Bytes)) % Bucket.Bytes / sizeof(ulong));
        LargePages.Advise(address, (long)words * sizeof(ulong));
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

    /// <summary>
    /// Where the signature belongs. All its buckets are touched here, one right after another, so that sixteen cache lines come
    /// from memory at once and not each behind the one before.
    /// </summary>
    public Places PlacesOf(in Signature signature)
    {
        var buckets = Buckets();
        var places = default(Places);
        var touched = 0;
        for (var band = 0; band < Bands; band++)
        {
            unchecked
            {
                var bucket = PlaceOf(signature, band, out places.Tags[band]);
                places.Buckets[band] = bucket;
                touched |= buckets[bucket].Added;
            }
        }

        places.Touched = touched;
        return places;
    }

    /// <summary>
    /// The same places, whose cache lines are only sent for: nobody waits for them here. <see cref="PlacesOf"/> is its plain twin.
    /// </summary>
    public unsafe Places SendFor(in Signature signature)
    {
        if (!Sse.IsSupported)
        {
            return PlacesOf(signature);
        }

        var places = default(Places);
        fixed (ulong* memory = &_memory[_aligned])
        {
            for (var band = 0; band < Bands; band++)
            {
                var bucket = places.Buckets[band] = PlaceOf(signature, band, out places.Tags[band]);
                Sse.Prefetch0((byte*)memory + ((long)bucket * Bucket.Bytes));
            }
        }

        return places;
    }

    /// <summary>
    /// Adds the signatures of a smaller table, numbered from 0. One band after another, so that the part of the memory that is written
    /// to fits into a cache: growing costs little of what adding one by one would.
    /// </summary>
    public void AddAll(ReadOnlySpan<Signature> signatures)
    {
        var buckets = Buckets();
        for (var band = 0; band < Bands; band++)
        {
            for (var number = 0; number < signatures.Length; number++)
            {
                buckets[PlaceOf(signatures[number], band, out var tag)].Add(tag, number);
            }
        }
    }

    /// <summary>Writes the numbers of texts that share a bucket and a tag with the signature; each number may come several times.</summary>
    public int Candidates(in Places places, Span<int> found)
    {
        var buckets = Buckets();
        var count = 0;
        for (var band = 0; band < Bands; band++)
        {
            ref var place = ref buckets[places.Buckets[band]];
            for (var hits = place.Matches(places.Tags[band]); hits != 0; hits &= hits - 1)
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

    public void Add(in Places places, int number)
    {
        var buckets = Buckets();
        for (var band = 0; band < Bands; band++)
        {
            buckets[places.Buckets[band]].Add(places.Tags[band], number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(in Signature signature, int band, out ushort tag)
    {
        unchecked
        {
            var hash = (RowsOf(signature, band) + ((ulong)band << 32)) * 0x9E37_79B9_7F4A_7C15UL;
            hash = (hash ^ (hash >> 29)) * 0xD6E8_FEB8_6659_FD93UL;
            tag = (ushort)(hash | 1);
            return (band * _buckets) + (int)(((hash >> 32) * (ulong)_buckets) >> 32);
        }
    }

    private Span<Bucket> Buckets() => MemoryMarshal.Cast<ulong, Bucket>(_memory.AsSpan(_aligned, _buckets * Bands * (Bucket.Bytes / sizeof(ulong))));

    /// <summary>The bucket and the tag of a signature in each band.</summary>
    internal struct Places
    {
        public BucketPlaces Buckets;
        public TagPlaces Tags;

        /// <summary>Of no meaning; it keeps the touching of the buckets from being left out.</summary>
        public int Touched;
    }

    [InlineArray(Bands)]
    internal struct BucketPlaces
    {
        private int _first;
    }

    [InlineArray(Bands)]
    internal struct TagPlaces
    {
        private ushort _first;
    }
}
