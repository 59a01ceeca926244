using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>
/// A bit map in front of the table of keys that a whole text is held against at once, because nearly every word of nearly every post
/// is in no rule. Each key has two bits of one place (Putze, Sanders and Singler 2007, blocked Bloom filters), so a hash that is no key
/// passes once in some fifty times, more often beyond 8,192 keys.
/// </summary>
internal sealed class KeyGate
{
    private const int BitsAKey = 32;
    private const int Fewest = 16;

    /// <summary>Places of 64 bits: 32 KiB at most, so that a gate stays in the nearest cache while a post is held against it.</summary>
    private const int Nearest = 1 << 12;

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15UL;

    private readonly ulong[] _places;
    private readonly bool _empty;

    public KeyGate(IReadOnlyCollection<ulong> keys, int mostPlaces = Nearest)
    {
        _empty = keys.Count == 0;
        var places = (uint)Math.Min(keys.Count, mostPlaces * (64 / BitsAKey)) * BitsAKey / 64;
        _places = new ulong[Math.Clamp((int)BitOperations.RoundUpToPowerOf2(places), Fewest, mostPlaces)];
        foreach (var key in keys)
        {
            _places[Place(key, _places)] |= Two(key);
        }
    }

    /// <summary>Two words that follow one another, as one key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong first, ulong second) => unchecked((first ^ BitOperations.RotateLeft(second, 23)) * Multiplier);

    public bool Lets(ulong key) => Holds(_places, key) != 0;

    /// <summary>Writes where the hashes stand that may be keys, in their order.</summary>
    /// <param name="met">As long as <paramref name="hashes"/> or longer.</param>
    /// <returns>How many there are.</returns>
    public int Pass(ReadOnlySpan<ulong> hashes, Span<int> met)
    {
        if (_empty)
        {
            return 0;
        }

        met = met[..hashes.Length];
        var places = _places;
        var count = 0;
        unchecked
        {
            for (var i = 0; i < hashes.Length; i++)
            {
                // Every place is written and kept only when the hash passes: whether it does cannot be foretold, and guessing wrong
                // costs more than a write.
                met[count] = i;
                count += Holds(places, hashes[i]);
            }
        }

        return count;
    }

    /// <summary>The same, where a key may also be a word together with the one behind it.</summary>
    public int PassWithPairs(ReadOnlySpan<ulong> hashes, Span<int> met)
    {
        if (_empty || hashes.IsEmpty)
        {
            return 0;
        }

        met = met[..hashes.Length];
        var places = _places;
        var count = 0;
        var hash = hashes[0];
        unchecked
        {
            for (var i = 1; i < hashes.Length; i++)
            {
                var next = hashes[i];
                met[count] = i - 1;
                count += Holds(places, hash) | Holds(places, Pair(hash, next));
                hash = next;
            }

            met[count] = hashes.Length - 1;
            return count + Holds(places, hash);
        }
    }

    /// <summary>1 when the place of the key has both its bits, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Holds(ulong[] places, ulong key)
    {
        var two = Two(key);
        return (places[Place(key, places)] & two) == two ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Two(ulong key) => unchecked((1UL << (int)(key >> 58)) | (1UL << (int)(key >> 52)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(ulong key, ulong[] places) => unchecked((int)(key >> 34) & (places.Length - 1));
}
