using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// Walks the JSON of one message from value to value, looking at each byte at most once and copying none. It is strict: what it
/// has passed is JSON. Where it meets what Telegram Desktop seldom writes (a fraction, an escaped name, a broken value) it says
/// false, and the caller reads the message in the ordinary way instead.
/// </summary>
internal ref struct JsonWalk(ReadOnlySpan<byte> json)
{
    /// <summary>
    /// Of a value that is passed over. The deepest that is stands in an entity, three levels down, and so never deeper than the least
    /// that <see cref="ExportOptions.MostDepth"/> may be.
    /// </summary>
    private const int MostDepth = 5;

    /// <summary>Longest whole number that cannot overflow.</summary>
    private const int MostDigits = 18;

    private readonly ReadOnlySpan<byte> _json = json;

    public int At { get; set; }

    /// <summary>The next byte that is no blank, without taking it; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek()
    {
        var at = At;
        if ((uint)at < (uint)_json.Length && _json[at] > ' ')
        {
            return _json[at];
        }

        // One blank stands behind every colon.
        if ((uint)(at + 1) < (uint)_json.Length && _json[at] == ' ' && _json[at + 1] > ' ')
        {
            At = at + 1;
            return _json[at + 1];
        }

        return PeekBehindBlanks();
    }

    public bool Take(byte expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Takes the name of the next member with its colon, or the end of the object.</summary>
    /// <param name="first">True before the first member; false afterwards.</param>
    /// <param name="name">Empty at the end of the object.</param>
    public bool Member(ref bool first, out ReadOnlySpan<byte> name)
    {
        name = default;
        var next = Peek();
        if (next == '}')
        {
            At++;
            return true;
        }

        if (!first)
        {
            if (next != ',')
            {
                return false;
            }

            At++;
            next = Peek();
        }

        first = false;
        return next == '"' && String(out name, out var escaped) && !escaped && !name.IsEmpty && Take((byte)':');
    }

    /// <summary>Takes what parts two items of an array, or the end of the array.</summary>
    public bool Item(ref bool first, out bool end)
    {
        end = Peek() == ']';
        if (end)
        {
            At++;
            return true;
        }

        var parted = first || Take((byte)',');
        first = false;
        return parted && Peek() != ']';
    }

    /// <summary>Takes a string.</summary>
    /// <param name="raw">What stands between the quotes.</param>
    public bool String(out ReadOnlySpan<byte> raw, out bool escaped)
    {
        var start = At + 1;
        escaped = false;
        raw = default;
        for (var at = start; (uint)at < (uint)_json.Length;)
        {
            at = EndOfRun(at);
            if (at < 0)
            {
                return false;
            }

            if (_json[at] == '"')
            {
                raw = _json[start..at];
                At = at + 1;
                return true;
            }

            escaped = true;
            var length = EscapeLength(_json[at..]);
            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return false;
    }

    /// <summary>Takes a whole number.</summary>
    public bool Number(out long number)
    {
        var at = At;
        var negative = (uint)at < (uint)_json.Length && _json[at] == '-';
        at += negative ? 1 : 0;
        var start = at;
        number = 0;
        for (; (uint)at < (uint)_json.Length && _json[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            if (at - start == MostDigits)
            {
                return false;
            }

            number = (number * 10) + (_json[at] - '0');
        }

        number = negative ? -number : number;
        At = at;
        var plain = at > start && (_json[start] != '0' || at == start + 1);
        return plain && (uint)at < (uint)_json.Length && _json[at] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    /// <summary>Passes over a value of any kind.</summary>
    public bool Skip(int depth = 0) => Peek() switch
    {
        (byte)'"' => String(out _, out _),
        (byte)'{' => depth < MostDepth && SkipObject(depth + 1),
        (byte)'[' => depth < MostDepth && SkipArray(depth + 1),
        (byte)'t' => Literal("true"u8),
        (byte)'f' => Literal("false"u8),
        (byte)'n' => Literal("null"u8),
        0 => false,
        _ => Number(out _),
    };

    private byte PeekBehindBlanks()
    {
        while (_json.Length - At >= Vector128<byte>.Count)
        {
            var next = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_json), (nuint)At);
            var blank = Vector128.Equals(next, Vector128.Create((byte)' ')) | Vector128.Equals(next, Vector128.Create((byte)'\n'))
                | Vector128.Equals(next, Vector128.Create((byte)'\r')) | Vector128.Equals(next, Vector128.Create((byte)'\t'));
            var other = ~blank.ExtractMostSignificantBits() & 0xFFFF;
            if (other != 0)
            {
                At += BitOperations.TrailingZeroCount(other);
                return _json[At] > ' ' ? _json[At] : (byte)0;
            }

            At += Vector128<byte>.Count;
        }

        while ((uint)At < (uint)_json.Length && _json[At] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            At++;
        }

        return (uint)At < (uint)_json.Length && _json[At] > ' ' ? _json[At] : (byte)0;
    }

    /// <summary>Where a run of plain bytes in a string ends: a quote, a backslash, or a control character, which JSON forbids.</summary>
    /// <returns>-1 when it does not end.</returns>
    private readonly int EndOfRun(int at)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            for (; _json.Length - at >= Vector512<byte>.Count; at += Vector512<byte>.Count)
            {
                var next = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(_json), (nuint)at);
                var ends = (Vector512.Equals(next, Vector512.Create((byte)'"')) | Vector512.Equals(next, Vector512.Create((byte)'\\'))
                    | Vector512.LessThan(next, Vector512.Create((byte)' '))).ExtractMostSignificantBits();
                if (ends != 0)
                {
                    return at + BitOperations.TrailingZeroCount(ends);
                }
            }
        }

        for (; _json.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var next = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_json), (nuint)at);
            var ends = Vector256.Equals(next, Vector256.Create((byte)'"')) | Vector256.Equals(next, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(next, Vector256.Create((byte)' '));
            if (ends != Vector256<byte>.Zero)
            {
                return at + BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            }
        }

        for (; at < _json.Length; at++)
        {
            if (_json[at] is (byte)'"' or (byte)'\\' or < (byte)' ')
            {
                return at;
            }
        }

        return -1;
    }

    private bool SkipObject(int depth)
    {
        At++;
        for (var first = true; Member(ref first, out var name);)
        {
            if (name.IsEmpty)
            {
                return true;
            }

            if (!Skip(depth))
            {
                return false;
            }
        }

        return false;
    }

    private bool SkipArray(int depth)
    {
        At++;
        for (var first = true; Item(ref first, out var end);)
        {
            if (end)
            {
                return true;
            }

            if (!Skip(depth))
            {
                return false;
            }
        }

        return false;
    }

    private bool Literal(ReadOnlySpan<byte> word)
    {
        var found = _json[At..].StartsWith(word);
        At += word.Length;
        return found && (uint)At < (uint)_json.Length && _json[At] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    /// <returns>Bytes of the escape that stands at the beginning; 0 when it is none.</returns>
    private static int EscapeLength(ReadOnlySpan<byte> at)
    {
        if (at.Length < 2 || at[0] != '\\')
        {
            return 0;
        }

        return at[1] switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => 2,
            (byte)'u' when at.Length >= 6 && JsonEscapes.IsHex(at.Slice(2, 4)) => 6,
            _ => 0,
        };
    }
}
