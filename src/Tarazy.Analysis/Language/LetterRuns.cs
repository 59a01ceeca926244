using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Language;

/// <summary>
/// The features of a language: runs of 1 to 4 letters inside a word with its borders, and the word itself, each as one hash. In
/// scripts that few languages share also the block of each letter, so that a sign never seen before still tells its script.
/// </summary>
internal static class LetterRuns
{
    /// <summary>Letters read of one word; languages written without blanks have long ones.</summary>
    public const int LongestWord = 64;

    /// <summary>Runs a word gives at most.</summary>
    public const int Most = (LongestWord * 5) + 4;

    private const char Border = ' ';
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15UL;

    /// <summary>Writes the runs of one folded word and returns how many there are.</summary>
    public static int Of(ReadOnlySpan<char> word, WordScript script, Span<ulong> runs)
    {
        unchecked
        {
            var salt = ((ulong)script + 1) * 0xD6E8_FEB8_6659_FD93UL;
            ulong window = Border;
            var whole = 0UL;
            var count = 0;
            for (var i = 0; i < word.Length; i++)
            {
                var letter = word[i];
                window = (window << 16) | letter;
                whole = (whole ^ letter) * Multiplier;
                whole ^= whole >> 29;
                runs[count++] = Mix((window & 0xFFFF) ^ salt);
                count = Longer(window, salt, i, runs, count);
            }

            count = Longer((window << 16) | Border, salt, word.Length, runs, count);
            if (word.Length >= 2)
            {
                runs[count++] = Mix(whole ^ salt ^ 0x5678_9014_0000_0000);
            }

            return script == WordScript.Other ? Blocks(word, salt, runs, count) : count;
        }
    }

    /// <summary>The runs of 2 to 4 units that end with the last one of the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Longer(ulong window, ulong salt, int at, Span<ulong> runs, int count)
    {
        runs[count++] = Mix((window & 0xFFFF_FFFF) ^ salt ^ 0x2345_6781_0000_0000);
        if (at >= 1)
        {
            runs[count++] = Mix((window & 0xFFFF_FFFF_FFFF) ^ salt ^ 0x3456_0000_0000_0000);
        }

        if (at >= 2)
        {
            runs[count++] = Mix(window ^ salt);
        }

        return count;
    }

    private static int Blocks(ReadOnlySpan<char> word, ulong salt, Span<ulong> runs, int count)
    {
        foreach (var letter in word)
        {
            var block = letter switch
            {
                >= '\u3400' and <= '\u9FFF' => 0x3400, // Han
                >= '\uAC00' and <= '\uD7A3' => 0xAC00, // Hangul
                _ => letter & ~0x7F,
            };
            runs[count++] = Mix((ulong)block ^ salt ^ 0x6789_0000_0000_0000);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong x) => Math.BigMul(x, 0xA076_1D64_78BD_642FUL, out var low) ^ low;
}
