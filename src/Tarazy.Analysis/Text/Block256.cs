using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Text;

/// <summary>One vector of ordinary text: ASCII, Latin-1 letters, Cyrillic with all its Turkic letters, common signs, plain emoji.</summary>
internal static class Block256
{
    /// <summary>Folds the block. A bit of the answer is set for each unit that is folded; the others need the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Fold(ref Vector256<ushort> block)
    {
        unchecked
        {
            var v = block;
            var bit5 = Vector256.Create((ushort)0x20);

            // Signs first: controls and the no-break space become blanks, typographic apostrophes become the plain one.
            var blank = (Vector256.LessThan(v, bit5) & ~Is(v, '\n')) | Is(v, 0xA0);
            v = Vector256.ConditionalSelect(blank, bit5, v);
            var apostrophe = Vector256.Equals(v & Vector256.Create((ushort)0xFFFE), Vector256.Create((ushort)0x2018));
            v = Vector256.ConditionalSelect(apostrophe, Vector256.Create((ushort)'\''), v);

            // Case. In these ranges a capital differs from its small letter by one addition or by its last bit.
            var latin1 = In(v, 0xC0, 0xDE) & ~Is(v, 0xD7);
            var pairs = In(v, 0x48A, 0x4BF) | In(v, 0x4D0, 0x52F);
            v += (In(v, 'A', 'Z') | In(v, 0x410, 0x42F) | latin1) & bit5;
            v += In(v, 0x400, 0x40F) & Vector256.Create((ushort)0x50);
            v |= pairs & Vector256<ushort>.One;
            v = Vector256.ConditionalSelect(Is(v, 0x451), Vector256.Create((ushort)0x435), v);

            var known = In(v, 0x20, 0x7E) | Is(v, '\n') | In(v, 0x430, 0x45F) | pairs | In(v, 0xDF, 0xFF) | latin1
                | Vector256.Equals(v & Vector256.Create((ushort)0xFFEF), Vector256.Create((ushort)0xAB))
                | In(v, 0x2010, 0x2026) | In(v, 0x2600, 0x27FF)
                | In(v, 0xD83D, 0xD83E) | In(v, 0xDC00, 0xDFFF);
            block = v;
            return known.ExtractMostSignificantBits();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> In(Vector256<ushort> v, ushort first, ushort last) =>
        Vector256.LessThanOrEqual(unchecked(v - Vector256.Create(first)), Vector256.Create((ushort)(last - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Is(Vector256<ushort> v, ushort unit) => Vector256.Equals(v, Vector256.Create(unit));
}
