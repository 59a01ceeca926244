namespace Tarazy.Analysis.Text.Spelling;

/// <summary>The features of one place between two letters: does a word end here?</summary>
internal static class GapContext
{
    public const int Count = 22;

    /// <summary>Of the two choices, that a word ends.</summary>
    public const ulong Ends = 0x1357_9BDF_2468_ACE0;

    private const int LongestWord = 12;

    /// <param name="letters">The letters of all words without their gaps.</param>
    /// <param name="start">Where the word began that the letters before the place belong to.</param>
    public static void Features(ReadOnlySpan<char> letters, int at, int start, Span<ulong> features)
    {
        Span<ulong> left = stackalloc ulong[7];
        Span<ulong> right = stackalloc ulong[7];
        for (var i = 1; i < 7; i++)
        {
            left[i] = PieceContext.Left(letters, at, i);
            right[i] = PieceContext.Right(letters, at, i);
        }

        var word = PieceContext.Hashed(11, letters[Math.Max(start, at - LongestWord)..at]);
        var longer = PieceContext.Hashed(12, letters[Math.Max(start, at - LongestWord)..Math.Min(letters.Length, at + 1)]);
        ReadOnlySpan<ulong> all =
        [
            left[1], left[2], left[3], left[4], left[5], left[6], right[1], right[2], right[3], right[4], right[5], right[6],
            PieceContext.Join(30, left[1], right[1]), PieceContext.Join(31, left[2], right[2]), PieceContext.Join(32, left[3], right[3]),
            PieceContext.Join(33, left[2], right[1]), PieceContext.Join(34, left[1], right[2]), PieceContext.Join(35, left[3], right[2]),
            PieceContext.Join(36, left[2], right[3]), word, longer, PieceContext.Join(37, word, right[2]),
        ];
        all.CopyTo(features);
    }
}
