using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Text;

/// <summary>
/// The one hash that every reader shares. It is built unit by unit, so the hash of a prefix is met on the way
/// to the hash of the word, and the prefix as long as the word has the word's own hash.
/// Stored signatures and models depend on it: a change here invalidates them.
/// </summary>
public static class TokenHash
{
    /// <summary>Prefixes shorter than this are not kept: too many words share them.</summary>
    public const int ShortestPrefix = 3;

    /// <summary>Prefixes longer than this are not kept: compare the units after the longest one instead.</summary>
    public const int LongestPrefix = 8;

    internal const ulong Seed = 0x5A17_A2A7_5EED_0001;

    /// <summary>The hash of a word in folded units.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var unit in folded)
        {
            hash = Next(hash, unit);
        }

        return hash;
    }

    /// <summary>
    /// The hash under which words that begin with <paramref name="stem"/> are found among a text's prefixes.
    /// A stem longer than <see cref="LongestPrefix"/> is found by its first units; compare the rest with the text.
    /// </summary>
    public static ulong OfPrefix(ReadOnlySpan<char> stem) =>
        stem.Length >= ShortestPrefix
            ? Of(stem[..Math.Min(stem.Length, LongestPrefix)])
            : throw new ArgumentException($"A stem has {ShortestPrefix} letters or more.", nameof(stem));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Next(ulong hash, char unit)
    {
        unchecked
        {
            hash = (hash ^ unit) * 0x9E37_79B9_7F4A_7C15UL;
            return hash ^ (hash >> 29);
        }
    }
}
