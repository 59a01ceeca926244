using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Similarity;

/// <summary>Makes signatures. The vector roads and the plain one give the same bytes (a test holds it).</summary>
internal static class MinHash
{
    private const int Count = Signature.Bytes;

    // The hash functions are x -> (x ^ Xor[i]) * Times[i]. Stored signatures depend on them: never change the seed.
    private static readonly uint[] Xor = Constants(0x243F_6A88_85A3_08D3UL, odd: false);
    private static readonly uint[] Times = Constants(0x1319_8A2E_0370_7344UL, odd: true);

    /// <param name="hashes">Token hashes, at least three.</param>
    public static Signature Of(ReadOnlySpan<ulong> hashes)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Of512(hashes);
        }

        return Vector256.IsHardwareAccelerated ? Of256(hashes) : OfPlain(hashes);
    }

    /// <summary>The plain twin of the vector roads.</summary>
    internal static Signature OfPlain(ReadOnlySpan<ulong> hashes)
    {
        Span<uint> least = stackalloc uint[Count];
        least.Fill(uint.MaxValue);
        for (var at = 0; at + Signature.ShingleWords <= hashes.Length; at++)
        {
            var shingle = Shingles.At(hashes, at);
            for (var i = 0; i < Count; i++)
            {
                least[i] = Math.Min(least[i], unchecked((shingle ^ Xor[i]) * Times[i]));
            }
        }

        return Pack(least);
    }

    internal static Signature Of512(ReadOnlySpan<ulong> hashes)
    {
        ReadOnlySpan<uint> xor = Xor, times = Times;
        Vector512<uint> x0 = Vector512.Create(xor), x1 = Vector512.Create(xor[16..]), x2 = Vector512.Create(xor[32..]), x3 = Vector512.Create(xor[48..]);
        Vector512<uint> t0 = Vector512.Create(times), t1 = Vector512.Create(times[16..]), t2 = Vector512.Create(times[32..]), t3 = Vector512.Create(times[48..]);
        Vector512<uint> m0 = Vector512<uint>.AllBitsSet, m1 = m0, m2 = m0, m3 = m0;
        for (var at = 0; at < hashes.Length - (Signature.ShingleWords - 1); at++)
        {
            var shingle = Vector512.Create(Shingles.At(hashes, at));
            m0 = Vector512.Min(m0, (shingle ^ x0) * t0);
            m1 = Vector512.Min(m1, (shingle ^ x1) * t1);
            m2 = Vector512.Min(m2, (shingle ^ x2) * t2);
            m3 = Vector512.Min(m3, (shingle ^ x3) * t3);
        }

        Span<uint> least = stackalloc uint[Count];
        m0.CopyTo(least);
        m1.CopyTo(least[16..]);
        m2.CopyTo(least[32..]);
        m3.CopyTo(least[48..]);
        return Pack(least);
    }

    internal static Signature Of256(ReadOnlySpan<ulong> hashes)
    {
        Span<uint> least = stackalloc uint[Count];
        // Half of the functions at a time, so that all of them stay in the sixteen registers there are.
        for (var half = 0; half < Count; half += 32)
        {
            Half256(hashes, Xor.AsSpan(half, 32), Times.AsSpan(half, 32), least.Slice(half, 32));
        }

        return Pack(least);
    }

    private static void Half256(ReadOnlySpan<ulong> hashes, ReadOnlySpan<uint> xor, ReadOnlySpan<uint> times, Span<uint> least)
    {
        Vector256<uint> x0 = Vector256.Create(xor), x1 = Vector256.Create(xor[8..]), x2 = Vector256.Create(xor[16..]), x3 = Vector256.Create(xor[24..]);
        Vector256<uint> t0 = Vector256.Create(times), t1 = Vector256.Create(times[8..]), t2 = Vector256.Create(times[16..]), t3 = Vector256.Create(times[24..]);
        Vector256<uint> m0 = Vector256<uint>.AllBitsSet, m1 = m0, m2 = m0, m3 = m0;
        for (var at = 0; at < hashes.Length - (Signature.ShingleWords - 1); at++)
        {
            var shingle = Vector256.Create(Shingles.At(hashes, at));
            m0 = Vector256.Min(m0, (shingle ^ x0) * t0);
            m1 = Vector256.Min(m1, (shingle ^ x1) * t1);
            m2 = Vector256.Min(m2, (shingle ^ x2) * t2);
            m3 = Vector256.Min(m3, (shingle ^ x3) * t3);
        }

        m0.CopyTo(least);
        m1.CopyTo(least[8..]);
        m2.CopyTo(least[16..]);
        m3.CopyTo(least[24..]);
    }

    /// <summary>Keeps 8 bits of each minimum. Its high bits are small by nature, so bits from two places are mixed.</summary>
    private static Signature Pack(ReadOnlySpan<uint> least)
    {
        var signature = default(Signature);
        var bytes = MemoryMarshal.CreateSpan(ref signature[0], Count);
        for (var i = 0; i < Count; i++)
        {
            bytes[i] = unchecked((byte)((least[i] >> 3) ^ (least[i] >> 17)));
        }

        return signature;
    }

    private static uint[] Constants(ulong seed, bool odd)
    {
        var constants = new uint[Count];
        for (var i = 0; i < Count; i++)
        {
            unchecked
            {
                seed += 0x9E37_79B9_7F4A_7C15UL;
                var z = (seed ^ (seed >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
                z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
                constants[i] = (uint)(z ^ (z >> 31)) | (odd ? 1u : 0u);
            }
        }

        return constants;
    }
}
