using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Language;

/// <summary>The features of a language: runs of 1 to 4 letters inside a word with its borders, and the word itself, as rows of a hashed table.</summary>
internal static class LetterRuns
{
    private const char Border = ' ';

    /// <summary>Rows a word of this length gives at most.</summary>
    public static int Most(int letters) => (letters * 4) + 4;

    /// <summary>Writes the rows of one folded word and returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ReadOnlySpan<char> word, int bits, Span<int> rows)
    {
        unchecked
        {
            var shift = 64 - bits;
            ulong window = Border;
            var whole = 0UL;
            var count = 0;
            for (var i = 0; i <= word.Length; i++)
            {
                var letter = i < word.Length ? word[i] : Border;
                window = (window << 16) | letter;
                if (i < word.Length)
                {
                    whole = (whole ^ letter) * 0x9E37_79B9_7F4A_7C15UL;
                    whole ^= whole >> 29;
                    rows[count++] = Row(window & 0xFFFF, 0x0000_0001, shift);
                }

                rows[count++] = Row(window & 0xFFFF_FFFF, 0x1234_5670_0000, shift);
                if (i >= 1)
                {
                    rows[count++] = Row(window & 0xFFFF_FFFF_FFFF, 0x2345_6781_0000_0000, shift);
                }

                if (i >= 2)
                {
                    rows[count++] = Row(window, 0x3456_7892_0000_0000, shift);
                }
            }

            if (word.Length >= 2)
            {
                rows[count++] = Row(whole, 0x4567_8903_0000_0000, shift);
            }

            return count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Row(ulong letters, ulong salt, int shift)
    {
        unchecked
        {
            var x = (letters + salt) * 0x9E37_79B9_7F4A_7C15UL;
            x ^= x >> 32;
            return (int)((x * 0xD6E8_FEB8_6659_FD93UL) >> shift);
        }
    }
}
