using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tarazy.Analysis.Text;

/// <summary>
/// The one hash that every reader shares. Eight units at a time are each multiplied by their place's own number and added up, so the
/// sums after one, two ... eight units are the hashes of a word's beginnings, and the beginning as long as the word has the word's
/// own hash. Stored signatures and models depend on it: a change here invalidates them.
/// </summary>
public static class TokenHash
{
    /// <summary>Prefixes shorter than this are not kept: too many words share them.</summary>
    public const int ShortestPrefix = 3;

    /// <summary>Prefixes longer than this are not kept: compare the units after the longest one instead.</summary>
    public const int LongestPrefix = 8;

    /// <summary>Hashes that one word leaves behind at most.</summary>
    internal const int MostPrefixes = LongestPrefix - ShortestPrefix + 1;

    private const int Block = 8;
    private const ulong Seed = 0x5A17_A2A7_5EED_0001;
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;

    // Odd numbers without a pattern (digits of the hash's own seed under SplitMix64), one a place.
    private static readonly ulong[] Places = BuildPlaces();

    // Eight units of ones, then eight of zeroes: read from 8 - n it lets n units through.
    private static readonly ushort[] Through = [.. Enumerable.Repeat(ushort.MaxValue, Block), .. Enumerable.Repeat((ushort)0, Block)];

    /// <summary>The hash of a word in folded units.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        unchecked
        {
            var state = Seed;
            do
            {
                var sum = state;
                var units = folded[..Math.Min(folded.Length, Block)];
                for (var i = 0; i < units.Length; i++)
                {
                    sum += units[i] * Places[i];
                }

                state = Mix(sum);
                folded = folded[units.Length..];
            }
            while (!folded.IsEmpty);

            return state;
        }
    }

    /// <summary>
    /// The hash under which words that begin with <paramref name="stem"/> are found among a text's prefixes.
    /// A stem longer than <see cref="LongestPrefix"/> is found by its first units; compare the rest with the text.
    /// </summary>
    public static ulong OfPrefix(ReadOnlySpan<char> stem) =>
        stem.Length >= ShortestPrefix
            ? Of(stem[..Math.Min(stem.Length, LongestPrefix)])
            : throw new ArgumentException($"A stem has {ShortestPrefix} letters or more.", nameof(stem));

    /// <summary>
    /// The hash of a word, and on the way those of its beginnings of 3 to 8 units; where the word is shorter, what follows
    /// in <paramref name="prefixes"/> means nothing.
    /// </summary>
    /// <param name="word">The word's first unit; at least eight units can be read from every eighth one on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfWord(ref readonly char word, int length, ref ulong prefixes)
    {
        if (Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
        {
            return OfWord512(in word, length, ref prefixes);
        }

        return Avx2.IsSupported
            ? OfWord256(in word, length, ref prefixes)
            : OfWordPlain(MemoryMarshal.CreateReadOnlySpan(in word, length), ref prefixes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfWord512(ref readonly char word, int length, ref ulong prefixes)
    {
        unchecked
        {
            ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in word));
            var places = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Places));
            var mixed = Sums(Vector512.Create(Seed), ref units, length, places);
            // Places 2 to 7 of the sums are the prefixes of 3 to 8 units; the two stores overlap.
            mixed.GetLower().GetUpper().StoreUnsafe(ref prefixes);
            mixed.GetUpper().StoreUnsafe(ref prefixes, 2);
            for (var at = Block; at < length; at += Block)
            {
                mixed = Sums(Vector512.Create(mixed.GetElement(Block - 1)), ref Unsafe.Add(ref units, at), length - at, places);
            }

            return mixed.GetElement(Block - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfWord256(ref readonly char word, int length, ref ulong prefixes)
    {
        unchecked
        {
            ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in word));
            var state = Vector256.Create(Seed);
            var (low, high) = Sums(state, ref units, length);
            low.GetUpper().StoreUnsafe(ref prefixes);
            high.StoreUnsafe(ref prefixes, 2);
            for (var at = Block; at < length; at += Block)
            {
                (_, high) = Sums(Avx2.Permute4x64(high, 0xFF), ref Unsafe.Add(ref units, at), length - at);
            }

            return high.GetElement(3);
        }
    }

    /// <summary>The plain twin of the vector roads.</summary>
    internal static ulong OfWordPlain(ReadOnlySpan<char> word, ref ulong prefixes)
    {
        unchecked
        {
            var sum = Seed;
            var first = Math.Min(word.Length, Block);
            for (var i = 0; i < first; i++)
            {
                sum += word[i] * Places[i];
                if (i >= ShortestPrefix - 1)
                {
                    Unsafe.Add(ref prefixes, i - (ShortestPrefix - 1)) = Mix(sum);
                }
            }

            return word.Length <= Block ? Mix(sum) : Of(word);
        }
    }

    /// <summary>Place n of the result is the hash of the state and the first n + 1 units; units beyond the length count for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Sums(Vector512<ulong> state, ref ushort units, int length, Vector512<ulong> places)
    {
        unchecked
        {
            var through = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Through), (nuint)(Block - Math.Min(length, Block)));
            var sums = Avx512F.ConvertToVector512UInt64(Vector128.LoadUnsafe(ref units) & through) * places;
            sums += Avx512F.AlignRight64(sums, Vector512<ulong>.Zero, 7);
            sums += Avx512F.AlignRight64(sums, Vector512<ulong>.Zero, 6);
            sums += Avx512F.AlignRight64(sums, Vector512<ulong>.Zero, 4);
            sums += state;
            sums ^= sums >>> 32;
            sums *= Vector512.Create(Mixer);
            return sums ^ (sums >>> 29);
        }
    }

    /// <summary>The same in two halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<ulong> Low, Vector256<ulong> High) Sums(Vector256<ulong> state, ref ushort units, int length)
    {
        unchecked
        {
            ref var places = ref MemoryMarshal.GetArrayDataReference(Places);
            var through = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Through), (nuint)(Block - Math.Min(length, Block)));
            var eight = Vector128.LoadUnsafe(ref units) & through;
            var low = Running(Times(Avx2.ConvertToVector256Int64(eight).AsUInt64(), Vector256.LoadUnsafe(ref places))) + state;
            var high = Running(Times(Avx2.ConvertToVector256Int64(Vector128.Shuffle(eight, Vector128.Create((ushort)4, 5, 6, 7, 4, 5, 6, 7))).AsUInt64(), Vector256.LoadUnsafe(ref places, 4)));
            high += Avx2.Permute4x64(low, 0xFF);
            return (Mix(low), Mix(high));
        }
    }

    /// <summary>Sums of the first one, two, three and four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Running(Vector256<ulong> parts)
    {
        unchecked
        {
            parts += Avx2.ShiftLeftLogical128BitLane(parts, 8);
            var carried = Avx2.Permute2x128(parts, parts, 0x08);
            return parts + Avx2.Shuffle(carried.AsUInt32(), 0xEE).AsUInt64();
        }
    }

    /// <summary>Units of 16 bits times numbers of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Times(Vector256<ulong> units, Vector256<ulong> places) =>
        unchecked(Avx2.Multiply(units.AsUInt32(), places.AsUInt32()) + (Avx2.Multiply(units.AsUInt32(), (places >>> 32).AsUInt32()) << 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Mix(Vector256<ulong> sums)
    {
        unchecked
        {
            sums ^= sums >>> 32;
            var mixer = Vector256.Create(Mixer).AsUInt32();
            var cross = Avx2.Multiply((sums >>> 32).AsUInt32(), mixer) + Avx2.Multiply(sums.AsUInt32(), Vector256.Create(Mixer >> 32).AsUInt32());
            sums = Avx2.Multiply(sums.AsUInt32(), mixer) + (cross << 32);
            return sums ^ (sums >>> 29);
        }
    }

    private static ulong Mix(ulong sum)
    {
        unchecked
        {
            sum ^= sum >> 32;
            sum *= Mixer;
            return sum ^ (sum >> 29);
        }
    }

    private static ulong[] BuildPlaces()
    {
        unchecked
        {
            var state = Seed;
            var places = new ulong[Block];
            for (var i = 0; i < places.Length; i++)
            {
                state += Mixer;
                var z = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
                z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
                places[i] = (z ^ (z >> 31)) | 1;
            }

            return places;
        }
    }
}
