using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>
/// A bit map in front of the table of stems, of stems together with the whole word beside them and of stems that need none. It lets
/// through whatever the table holds and little else, and is a small part of the table's size.
/// </summary>
internal sealed class PairGate(int terms)
{
    private const int BitsATerm = 32;
    private const int Fewest = 64;
    private const int Most = 1 << 17;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15UL;

    private readonly ulong[] _bits = new ulong[Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(terms, Most) * BitsATerm / 64), Fewest, Most)];

    /// <param name="distance">1 when the word stands after the key, -1 when before, 0 when the key needs none.</param>
    public void Open(ulong key, int distance, ulong neighbour)
    {
        var pair = distance switch { 0 => Alone(key), > 0 => After(key, neighbour), _ => Before(key, neighbour) };
        _bits[Place(pair)] |= Two(pair);
    }

    /// <summary>Whether some term may be keyed by this word and have its neighbour beside <paramref name="token"/>.</summary>
    public bool Lets(ulong key, ReadOnlySpan<ulong> hashes, int token)
    {
        return Holds(Alone(key))
            || (token + 1 < hashes.Length && Holds(After(key, hashes[token + 1])))
            || (token > 0 && Holds(Before(key, hashes[token - 1])));
    }

    private static ulong Alone(ulong key) => unchecked(key * Multiplier);

    private static ulong After(ulong key, ulong next) => unchecked((key ^ BitOperations.RotateLeft(next, 23)) * Multiplier);

    private static ulong Before(ulong key, ulong last) => unchecked((key ^ BitOperations.RotateLeft(last, 41)) * Multiplier);

    /// <summary>Two bits of one place: a pair that the table lacks has both by chance once in some hundred times, and is looked up once.</summary>
    private static ulong Two(ulong pair) => unchecked((1UL << (int)(pair >> 58)) | (1UL << (int)(pair >> 34 & 63)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(ulong pair) => (_bits[Place(pair)] & Two(pair)) == Two(pair);

    private int Place(ulong pair) => unchecked((int)(pair >> 40) & (_bits.Length - 1));
}
