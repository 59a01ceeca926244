namespace Tarazy.Analysis.Text.Spelling;

/// <summary>The features of one piece of a Latin word: its neighbours in the word and what was read before it.</summary>
internal static class PieceContext
{
    /// <summary>Features of one piece.</summary>
    public const int Count = 22;

    /// <param name="word">The Latin word, folded.</param>
    /// <param name="read">The Cyrillic letters read so far.</param>
    /// <param name="language">0 when it is not known.</param>
    public static void Features(ReadOnlySpan<char> word, int at, int length, ReadOnlySpan<char> read, int language, Span<ulong> features)
    {
        var piece = Hashed(1, word.Slice(at, length));
        var (l1, l2, l3, l4) = (Left(word, at, 1), Left(word, at, 2), Left(word, at, 3), Left(word, at, 4));
        var end = at + length;
        var (r1, r2, r3, r4) = (Right(word, end, 1), Right(word, end, 2), Right(word, end, 3), Right(word, end, 4));
        var (o1, o2) = (Left(read, read.Length, 1), Left(read, read.Length, 2));
        var tongue = (ulong)language + 77;
        ReadOnlySpan<ulong> all =
        [
            piece, Join(2, piece, l1), Join(3, piece, l2), Join(4, piece, l3), Join(5, piece, l4), Join(6, piece, r1), Join(7, piece, r2), Join(8, piece, r3),
            Join(9, piece, r4), Join(10, piece, Join(0, l1, r1)), Join(11, piece, Join(0, l2, r1)), Join(12, piece, Join(0, l1, r2)),
            Join(13, piece, Join(0, l2, r2)), Join(14, piece, Join(0, l3, r3)), Join(15, piece, o1), Join(16, piece, o2),
            Join(17, piece, Join(0, o2, r2)), Join(18, piece, tongue), Join(19, piece, Join(0, tongue, Join(0, l1, r1))), Join(20, piece, Join(0, tongue, r2)),
            Join(21, piece, Join(0, tongue, l2)), Join(22, Hashed(1, word), (ulong)at),
        ];
        all.CopyTo(features);
    }

    public static ulong Choice(ReadOnlySpan<char> cyrillic) => Hashed(99, cyrillic);

    internal static ulong Join(ulong kind, ulong a, ulong b)
    {
        unchecked
        {
            var x = (a * 0x9E37_79B9_7F4A_7C15) ^ (b + (kind * 0xBF58_476D_1CE4_E5B9));
            x ^= x >> 31;
            return x * 0x94D0_49BB_1331_11EB;
        }
    }

    internal static ulong Hashed(ulong kind, ReadOnlySpan<char> units)
    {
        unchecked
        {
            var hash = kind * 0x9E37_79B9_7F4A_7C15;
            foreach (var unit in units)
            {
                hash = (hash ^ unit) * 0xC2B2_AE3D_27D4_EB4F;
                hash ^= hash >> 29;
            }

            return hash;
        }
    }

    /// <summary>The units before a place; the beginning of the word counts as one more unit.</summary>
    internal static ulong Left(ReadOnlySpan<char> word, int at, int count) => Hashed(at < count ? 7UL : 8UL, word[Math.Max(0, at - count)..at]);

    internal static ulong Right(ReadOnlySpan<char> word, int end, int count) =>
        Hashed(end + count > word.Length ? 9UL : 10UL, word[Math.Min(end, word.Length)..Math.Min(word.Length, end + count)]);
}
