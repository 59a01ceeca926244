using System.Runtime.CompilerServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>Runs of 3 to 5 letters inside the borders of a word, as buckets: what still meets when endings, spellings or slips differ.</summary>
internal static class LetterGrams
{
    public const int Bits = 18;
    public const int Buckets = 1 << Bits;

    private const int LongestWord = 40;
    private const char Border = ' ';

    /// <summary>Writes the bucket of every run of every word up to <paramref name="end"/> and returns how many there are.</summary>
    public static int Of(FoldedText text, int end, Span<int> buckets)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        word[0] = Border;
        var units = text.Chars;
        var count = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            if (token.Start >= end)
            {
                break;
            }

            if (text.Kinds[i] is TokenKind.Link or TokenKind.Handle)
            {
                continue;
            }

            var length = Math.Min(token.Length, LongestWord);
            if (buckets.Length - count < (length + 2) * 3)
            {
                break;
            }

            units.Slice(token.Start, length).CopyTo(word[1..]);
            word[length + 1] = Border;
            count += OfWord(word[..(length + 2)], buckets[count..]);
        }

        return count;
    }

    private static int OfWord(ReadOnlySpan<char> word, Span<int> buckets)
    {
        unchecked
        {
            var count = 0;
            for (var i = 0; i + 3 <= word.Length; i++)
            {
                var run = ((ulong)word[i] << 32) | ((ulong)word[i + 1] << 16) | word[i + 2];
                buckets[count++] = Bucket(run);
                if (i + 4 <= word.Length)
                {
                    run = (run << 16) | word[i + 3];
                    buckets[count++] = Bucket(run ^ 0x9E37_79B9_7F4A_7C15UL);
                    if (i + 5 <= word.Length)
                    {
                        buckets[count++] = Bucket((run * 31) ^ ((ulong)word[i + 4] * 0xC2B2_AE3D_27D4_EB4FUL));
                    }
                }
            }

            return count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bucket(ulong run)
    {
        unchecked
        {
            run *= 0xD6E8_FEB8_6659_FD93UL;
            run ^= run >> 32;
            return (int)((run * 0xD6E8_FEB8_6659_FD93UL) >> (64 - Bits));
        }
    }
}
