using System.Runtime.CompilerServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>Walks once over a folded text and names the rows of its features. Learning, scoring and explaining walk the same way.</summary>
internal static class FeatureReader
{
    private const ulong PairSalt = 0xA24B_AED4_963E_E407UL;

    public static void Read<TSink>(FoldedText text, FeatureSet set, MaskedText masked, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        if (set.Prefixes)
        {
            FastRows(text, 64 - set.WordBits, ref sink);
            return;
        }

        if (set.CharsTo > 0)
        {
            masked.Fill(text, set.KazakhTwins);
            LetterRuns(masked, set, ref sink);
        }

        if (set.Words || set.StemLength > 0)
        {
            WordRows.Read(text, set, ref sink);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Row(ulong hash, int shift) => unchecked((int)((hash * 0xD6E8_FEB8_6659_FD93UL) >> shift));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Pair(ulong first, ulong second) => unchecked(((first * 3) + second) ^ PairSalt);

    private static void FastRows<TSink>(FoldedText text, int shift, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        // Of the prefixes of 3 to 8 letters the second to fourth.
        const int First = 1, Last = 3;
        const ulong PrefixSalt = 0xC2B2_AE3D_27D4_EB4FUL;
        var tokens = text.Tokens;
        var hashes = text.Hashes;
        var prefixes = text.Prefixes;
        var starts = text.PrefixStarts;
        ulong before = 0;
        var beforeStart = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            int start = tokens[i].Start, end = start + tokens[i].Length;
            sink.Add(Row(hashes[i], shift), start, end);
            if (i > 0)
            {
                sink.Add(Row(Pair(before, hashes[i]), shift), beforeStart, end);
            }

            for (var p = starts[i] + First; p < Math.Min(starts[i + 1], starts[i] + Last + 1); p++)
            {
                sink.Add(Row(prefixes[p] ^ PrefixSalt, shift), start, end);
            }

            (before, beforeStart) = (hashes[i], start);
        }
    }

    private static void LetterRuns<TSink>(MaskedText masked, FeatureSet set, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var units = masked.Units;
        var places = masked.Places;
        int shift = 64 - set.CharBits, from = set.CharsFrom, to = set.CharsTo;
        for (var start = 0; start < units.Length - 1; start++)
        {
            if (units[start] == MaskedText.Border && units[start + 1] == MaskedText.Border)
            {
                continue;
            }

            var hash = RunHash.Seed;
            for (var n = 1; n <= to && start + n <= units.Length; n++)
            {
                var unit = units[start + n - 1];
                hash = RunHash.Next(hash, unit);
                if (n >= from && (n > 1 || unit != MaskedText.Border))
                {
                    sink.Add(Row(hash, shift), places[start], places[start + n - 1] + 1);
                }

                // A run may begin and end at a border but not cross it.
                if (unit == MaskedText.Border && n > 1)
                {
                    break;
                }
            }
        }
    }
}
