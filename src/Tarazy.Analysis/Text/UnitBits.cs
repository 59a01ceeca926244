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
    public static void Read512(ref ushort units, out UnitBits bits)
    {
        var a = Vector512.LoadUnsafe(ref units);
        var b = Vector512.LoadUnsafe(ref units, 32);
        bits.Cyrillic = In(a, b, 0x400, 0x481) | In(a, b, 0x48A, 0x52F);
        bits.Latin = In(a, b, 'a', 'z');
        bits.Digit = In(a, b, '0', '9');
        bits.Apostrophe = Is(a, b, '\'');
        var at = Is(a, b, '@');
        bits.Sign = at | Is(a, b, '$') | Is(a, b, '€') | Is(a, b, '\\');
        bits.Link = at | Is(a, b, '.') | Is(a, b, ':') | Is(a, b, '/');
        bits.Pair = In(a, b, 0xD800, 0xDFFF);
        bits.Symbol = In(a, b, 0x2600, 0x27FF);
        bits.Doubled = Both(Vector512.Equals(a, Vector512.LoadUnsafe(ref units, 1)), Vector512.Equals(b, Vector512.LoadUnsafe(ref units, 33)));
        bits.Unknown = ~(bits.Cyrillic | bits.Pair | bits.Symbol | In(a, b, 0, 0x7F) | In(a, b, 0x2010, 0x2026) | Is(a, b, 0xAB) | Is(a, b, 0xBB));
        bits.Other = 0;
    }

    /// <summary>The same with half the vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read256(ref ushort units, out UnitBits bits)
    {
        bits = default;
        for (var at = 0; at < Units; at += Vector256<ushort>.Count)
        {
            var v = Vector256.LoadUnsafe(ref units, (nuint)at);
            var next = Vector256.LoadUnsafe(ref units, (nuint)at + 1);
            var cyrillic = In(v, 0x400, 0x481) | In(v, 0x48A, 0x52F);
            var pair = In(v, 0xD800, 0xDFFF);
            var symbol = In(v, 0x2600, 0x27FF);
            var handle = Is(v, '@');
            bits.Cyrillic |= Placed(cyrillic, at);
            bits.Latin |= Placed(In(v, 'a', 'z'), at);
            bits.Digit |= Placed(In(v, '0', '9'), at);
            bits.Apostrophe |= Placed(Is(v, '\''), at);
            bits.Sign |= Placed(handle | Is(v, '$') | Is(v, '€') | Is(v, '\\'), at);
            bits.Link |= Placed(handle | Is(v, '.') | Is(v, ':') | Is(v, '/'), at);
            bits.Pair |= Placed(pair, at);
            bits.Symbol |= Placed(symbol, at);
            bits.Doubled |= Placed(Vector256.Equals(v, next), at);
            bits.Unknown |= Placed(~(cyrillic | pair | symbol | In(v, 0, 0x7F) | In(v, 0x2010, 0x2026) | Is(v, 0xAB) | Is(v, 0xBB)), at);
        }
    }

    /// <summary>The plain twin of both.</summary>
    public static void ReadPlain(ref ushort units, out UnitBits bits)
    {
        bits = default;
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
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong In(Vector512<ushort> a, Vector512<ushort> b, ushort first, ushort last)
    {
        var (from, width) = (Vector512.Create(first), Vector512.Create((ushort)(last - first)));
        return unchecked(Both(Vector512.LessThanOrEqual(a - from, width), Vector512.LessThanOrEqual(b - from, width)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Is(Vector512<ushort> a, Vector512<ushort> b, ushort unit) =>
        Both(Vector512.Equals(a, Vector512.Create(unit)), Vector512.Equals(b, Vector512.Create(unit)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Both(Vector512<ushort> a, Vector512<ushort> b) => a.ExtractMostSignificantBits() | (b.ExtractMostSignificantBits() << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Placed(Vector256<ushort> v, int at) => (ulong)v.ExtractMostSignificantBits() << at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> In(Vector256<ushort> v, ushort first, ushort last) =>
        Vector256.LessThanOrEqual(unchecked(v - Vector256.Create(first)), Vector256.Create((ushort)(last - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Is(Vector256<ushort> v, ushort unit) => Vector256.Equals(v, Vector256.Create(unit));
}
