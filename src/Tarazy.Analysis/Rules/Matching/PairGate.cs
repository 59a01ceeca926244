using System.Numerics;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>
/// A bit map in front of the table of stems, of stems together with the whole word beside them and of stems that need none. It lets
/// through whatever the table holds and little else, and is a small part of the table's size.
/// </summary>
/// <param name="keys">As <see cref="Key"/> makes them.</param>
internal sealed class PairGate(IReadOnlyCollection<ulong> keys)
{
    /// <summary>A stem is asked for here only when it has passed the nearer gate, so that this one may be larger.</summary>
    private const int MostPlaces = 1 << 17;

    private readonly KeyGate _pairs = new(keys, MostPlaces);

    /// <param name="distance">1 when the word stands after the stem, -1 when before, 0 when the stem needs none.</param>
    public static ulong Key(ulong stem, int distance, ulong neighbour) =>
        distance switch { 0 => Alone(stem), > 0 => KeyGate.Pair(stem, neighbour), _ => Before(stem, neighbour) };

    /// <summary>Whether some term may be keyed by this stem and have its neighbour beside <paramref name="token"/>.</summary>
    public bool Lets(ulong stem, ReadOnlySpan<ulong> hashes, int token) =>
        _pairs.Lets(Alone(stem))
        || (token + 1 < hashes.Length && _pairs.Lets(KeyGate.Pair(stem, hashes[token + 1])))
        || (token > 0 && _pairs.Lets(Before(stem, hashes[token - 1])));

    private static ulong Alone(ulong stem) => KeyGate.Pair(stem, 0);

    // Turned otherwise than in Pair, so that a word before a stem is not taken for the same word after it.
    private static ulong Before(ulong stem, ulong last) => KeyGate.Pair(stem, BitOperations.RotateLeft(last, 18));
}
