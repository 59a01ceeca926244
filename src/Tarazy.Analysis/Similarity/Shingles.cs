using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Similarity;

/// <summary>Three words in a row as one 32-bit value, made of the token hashes.</summary>
internal static class Shingles
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint At(ReadOnlySpan<ulong> hashes, int at) => Mix(WholeAt(hashes, at));

    /// <summary>The same three words as 64 bits, for comparing sets exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WholeAt(ReadOnlySpan<ulong> hashes, int at)
    {
        unchecked
        {
            return (hashes[at] * 0xC2B2_AE3D_27D4_EB4FUL) + (hashes[at + 1] * 0x1656_67B1_9E37_79F9UL) + hashes[at + 2];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(ulong x)
    {
        unchecked
        {
            x ^= x >> 32;
            x *= 0xD6E8_FEB8_6659_FD93UL;
            return (uint)(x ^ (x >> 32));
        }
    }
}
