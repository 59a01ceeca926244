using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// Finds where an object or array ends without reading it: 64 bytes a step, braces outside of strings are counted. It can stop at
/// the end of a buffer and go on in the next, so nothing is scanned twice.
/// </summary>
/// <remarks>
/// Quotes and backslashes become bit masks; the running XOR of the quotes marks what lies inside a string. The idea is simdjson's;
/// the vectors are portable and fall back to narrower ones.
/// </remarks>
internal struct NestingScanner(int mostDepth)
{
    private const int Block = 64;
    private const ulong OddBits = 0xAAAA_AAAA_AAAA_AAAA;

    private ulong _inString;
    private ulong _escaped;

    /// <summary>Levels open now. It is zero again when the value has ended.</summary>
    public long Depth { get; private set; }

    public bool TooDeep { get; private set; }

    /// <summary>Takes up more bytes of the value.</summary>
    /// <returns>The length up to and with the closing bracket, or -1 when all of <paramref name="bytes"/> belongs to the value.</returns>
    public int Scan(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes.Length - at >= Block)
        {
            var end = ScanBlock(Vector512.Create(bytes.Slice(at, Block)));
            if (end >= 0)
            {
                return at + end;
            }

            at += Block;
        }

        for (; at < bytes.Length; at++)
        {
            if (ScanByte(bytes[at]))
            {
                return at + 1;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ScanBlock(Vector512<byte> block)
    {
        var quotes = Vector512.Equals(block, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        var backslashes = Vector512.Equals(block, Vector512.Create((byte)'\\')).ExtractMostSignificantBits();
        quotes &= ~TakeEscaped(backslashes);
        var inside = PrefixXor(quotes) ^ _inString;
        _inString = (inside >> 63) == 0 ? 0UL : ulong.MaxValue;

        // Bit 5 turns '[' into '{' and ']' into '}'.
        var folded = block | Vector512.Create((byte)0x20);
        var opens = Vector512.Equals(folded, Vector512.Create((byte)'{')).ExtractMostSignificantBits() & ~inside;
        var closes = Vector512.Equals(folded, Vector512.Create((byte)'}')).ExtractMostSignificantBits() & ~inside;
        if (BitOperations.PopCount(closes) < Depth && Depth + BitOperations.PopCount(opens) <= mostDepth)
        {
            Depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
            return -1;
        }

        return WalkBrackets(opens, opens | closes);
    }

    private int WalkBrackets(ulong opens, ulong brackets)
    {
        while (brackets != 0)
        {
            var bit = BitOperations.TrailingZeroCount(brackets);
            if ((opens >> bit & 1) != 0)
            {
                Open();
            }
            else if (--Depth <= 0)
            {
                return bit + 1;
            }

            brackets &= brackets - 1;
        }

        return -1;
    }

    /// <summary>Bits of the characters that a backslash before them escapes.</summary>
    private ulong TakeEscaped(ulong backslashes)
    {
        if (backslashes == 0)
        {
            var carried = _escaped;
            _escaped = 0;
            return carried;
        }

        unchecked
        {
            // Every second backslash of a run escapes; the subtraction finds the runs that begin on an even bit.
            var escaping = backslashes & ~_escaped;
            var codes = ((escaping << 1) | OddBits) - escaping ^ OddBits;
            var escaped = codes ^ (backslashes | _escaped);
            _escaped = (codes & backslashes) >> 63;
            return escaped;
        }
    }

    /// <summary>Bit n of the result is the XOR of the bits 0 to n: with quotes as bits, what lies behind an opening quote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong PrefixXor(ulong bits) =>
        Pclmulqdq.IsSupported
            ? Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar()
            : PrefixXorPlain(bits);

    internal static ulong PrefixXorPlain(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ bits << 32;
    }

    private bool ScanByte(byte value)
    {
        if (_escaped != 0)
        {
            _escaped = 0;
            return false;
        }

        switch (value)
        {
            case (byte)'\\':
                _escaped = 1;
                return false;
            case (byte)'"':
                _inString = ~_inString;
                return false;
            case (byte)'{' or (byte)'[' when _inString == 0:
                Open();
                return false;
            case (byte)'}' or (byte)']' when _inString == 0:
                return --Depth <= 0;
            default:
                return false;
        }
    }

    private void Open() => TooDeep |= ++Depth > mostDepth;
}
