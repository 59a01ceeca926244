using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// The MinHash of a text: of each of 64 hash functions over its three-word shingles the smallest value, of which 8 bits are kept.
/// One text is one cache line, and the share of equal bytes estimates the Jaccard likeness of the shingle sets.
/// </summary>
[InlineArray(Bytes)]
internal struct Signature
{
    public const int Bytes = 64;
    public const int ShingleWords = 3;

    // Two unlike texts agree in one byte of 256 by chance; the estimate takes that off.
    private const double Chance = 1.0 / 256;

    private byte _first;

    public static double Likeness(in Signature a, in Signature b)
    {
        var same = Vector512.IsHardwareAccelerated ? Same512(a, b) : Vector256.IsHardwareAccelerated ? Same256(a, b) : SamePlain(a, b);
        return Math.Max(0, ((same / (double)Bytes) - Chance) / (1 - Chance));
    }

    internal static int SamePlain(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var same = 0;
        for (var i = 0; i < Bytes; i++)
        {
            same += a[i] == b[i] ? 1 : 0;
        }

        return same;
    }

    internal static int Same256(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        BitOperations.PopCount(Vector256.Equals(Vector256.Create(a), Vector256.Create(b)).ExtractMostSignificantBits())
        + BitOperations.PopCount(Vector256.Equals(Vector256.Create(a[32..]), Vector256.Create(b[32..])).ExtractMostSignificantBits());

    internal static int Same512(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        BitOperations.PopCount(Vector512.Equals(Vector512.Create(a), Vector512.Create(b)).ExtractMostSignificantBits());
}
