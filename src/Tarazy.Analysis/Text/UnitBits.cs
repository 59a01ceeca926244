using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Text;

/// <summary>What 64 folded units are, one bit a unit.</summary>
internal struct UnitBits
{
    public const int Units = 64;

    public ulong Cyrillic;

    /// <summary>a to z.</summary>
    public ulong Latin;

    /// <summary>Letters of any other script, and Latin ones with marks.</summary>
    public ulong Other;
    public ulong Digit;
    public ulong Apostrophe;

    /// <summary>Signs that are written for letters: @ $ € \.</summary>
    public ulong Sign;

    /// <summary>The signs inside links: full stop, colon, @ and slash.</summary>
    public ulong Link;

    /// <summary>Half of a surrogate pair: an emoji nearly always.</summary>
    public ulong Pair;

    /// <summary>Signs and emoji of the first plane, U+2600 to U+27FF.</summary>
    public ulong Symbol;

    /// <summary>The unit equals the one after it.</summary>
    public ulong Doubled;

    /// <summary>Neither of the above nor an ordinary sign: the table must be asked.</summary>
    public ulong Unknown;

    public readonly ulong Letters => Cyrillic | Latin | Other;

    /// <summary>Reads 64 units and the one after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitBits Read512(ref ushort units)
    {
        UnitBits bits = default;
        for (var at = 0; at < Units; at += Vector512<ushort>.Count)
        {
            var v = Vector512.LoadUnsafe(ref units, (nuint)at);
            var next = Vector512.LoadUnsafe(ref units, (nuint)at + 1);
            var cyrillic = In(v, 0x400, 0x481) | In(v, 0x48A, 0x52F);
            var at64 = Is(v, '@');
            var pair = In(v, 0xD800, 0xDFFF);
            bits.Pair |= pair.ExtractMostSignificantBits() << at;
            var symbol = In(v, 0x2600, 0x27FF);
            bits.Symbol |= symbol.ExtractMostSignificantBits() << at;
            bits.Cyrillic |= cyrillic.ExtractMostSignificantBits() << at;
            bits.Latin |= In(v, 'a', 'z').ExtractMostSignificantBits() << at;
            bits.Digit |= In(v, '0', '9').ExtractMostSignificantBits() << at;
            bits.Apostrophe |= Is(v, '\'').ExtractMostSignificantBits() << at;
            bits.Sign |= (at64 | Is(v, '$') | Is(v, '€') | Is(v, '\\')).ExtractMostSignificantBits() << at;
            bits.Link |= (at64 | Is(v, '.') | Is(v, ':') | Is(v, '/')).ExtractMostSignificantBits() << at;
            bits.Doubled |= Vector512.Equals(v, next).ExtractMostSignificantBits() << at;
            var known = cyrillic | Vector512.LessThan(v, Vector512.Create((ushort)0x80)) | In(v, 0x2010, 0x2026) | pair | symbol
                | Vector512.Equals(v & Vector512.Create((ushort)0xFFEF), Vector512.Create((ushort)0xAB));
            bits.Unknown |= (~known).ExtractMostSignificantBits() << at;
        }

        return bits;
    }

    /// <summary>The same with half the vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitBits Read256(ref ushort units)
    {
        UnitBits bits = default;
        for (var at = 0; at < Units; at += Vector256<ushort>.Count)
        {
            var v = Vector256.LoadUnsafe(ref units, (nuint)at);
            var next = Vector256.LoadUnsafe(ref units, (nuint)at + 1);
            var cyrillic = In(v, 0x400, 0x481) | In(v, 0x48A, 0x52F);
            var at64 = Is(v, '@');
            var pair = In(v, 0xD800, 0xDFFF);
            bits.Pair |= (ulong)pair.ExtractMostSignificantBits() << at;
            var symbol = In(v, 0x2600, 0x27FF);
            bits.Symbol |= (ulong)symbol.ExtractMostSignificantBits() << at;
            bits.Cyrillic |= (ulong)cyrillic.ExtractMostSignificantBits() << at;
            bits.Latin |= (ulong)In(v, 'a', 'z').ExtractMostSignificantBits() << at;
            bits.Digit |= (ulong)In(v, '0', '9').ExtractMostSignificantBits() << at;
            bits.Apostrophe |= (ulong)Is(v, '\'').ExtractMostSignificantBits() << at;
            bits.Sign |= (ulong)(at64 | Is(v, '$') | Is(v, '€') | Is(v, '\\')).ExtractMostSignificantBits() << at;
            bits.Link |= (ulong)(at64 | Is(v, '.') | Is(v, ':') | Is(v, '/')).ExtractMostSignificantBits() << at;
            bits.Doubled |= (ulong)Vector256.Equals(v, next).ExtractMostSignificantBits() << at;
            var known = cyrillic | Vector256.LessThan(v, Vector256.Create((ushort)0x80)) | In(v, 0x2010, 0x2026) | pair | symbol
                | Vector256.Equals(v & Vector256.Create((ushort)0xFFEF), Vector256.Create((ushort)0xAB));
            bits.Unknown |= (ulong)(~known).ExtractMostSignificantBits() << at;
        }

        return bits;
    }

    /// <summary>The plain twin of both.</summary>
    public static UnitBits ReadPlain(ref ushort units)
    {
        UnitBits bits = default;
        for (var i = 0; i < Units; i++)
        {
            int unit = Unsafe.Add(ref units, i);
            var bit = 1UL << i;
            var cyrillic = unit is (>= 0x400 and <= 0x481) or (>= 0x48A and <= 0x52F);
            bits.Cyrillic |= cyrillic ? bit : 0;
            bits.Symbol |= unit is >= 0x2600 and <= 0x27FF ? bit : 0;
            bits.Pair |= unit is >= 0xD800 and <= 0xDFFF ? bit : 0;
            bits.Latin |= unit is >= 'a' and <= 'z' ? bit : 0;
            bits.Digit |= unit is >= '0' and <= '9' ? bit : 0;
            bits.Apostrophe |= unit == '\'' ? bit : 0;
            bits.Sign |= unit is '@' or '$' or '€' or '\\' ? bit : 0;
            bits.Link |= unit is '@' or '.' or ':' or '/' ? bit : 0;
            bits.Doubled |= unit == Unsafe.Add(ref units, i + 1) ? bit : 0;
            bits.Unknown |= cyrillic || unit is < 0x80 or (>= 0x2010 and <= 0x2026) or (>= 0xD800 and <= 0xDFFF) or (>= 0x2600 and <= 0x27FF) or 0xAB or 0xBB ? 0 : bit;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> In(Vector512<ushort> v, ushort first, ushort last) =>
        Vector512.LessThanOrEqual(unchecked(v - Vector512.Create(first)), Vector512.Create((ushort)(last - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Is(Vector512<ushort> v, ushort unit) => Vector512.Equals(v, Vector512.Create(unit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> In(Vector256<ushort> v, ushort first, ushort last) =>
        Vector256.LessThanOrEqual(unchecked(v - Vector256.Create(first)), Vector256.Create((ushort)(last - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Is(Vector256<ushort> v, ushort unit) => Vector256.Equals(v, Vector256.Create(unit));
}
