using System.Buffers;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// Walks the JSON of one message from value to value, looking at each byte at most once and copying none. It is strict: what it
/// has passed is JSON. Where it meets what Telegram Desktop seldom writes (a fraction, an escaped name, a broken value) it says
/// false, and the caller reads the message in the ordinary way instead.
/// </summary>
internal ref struct JsonWalk(ReadOnlySpan<byte> json)
{
    private const int MostDepth = 64;

    /// <summary>Longest whole number that cannot overflow.</summary>
    private const int MostDigits = 18;

    /// <summary>Where a run of plain bytes in a string ends: quote, backslash, and the control characters that JSON forbids.</summary>
    private static readonly SearchValues<byte> EndsRun =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(i => (byte)i)]);

    private readonly ReadOnlySpan<byte> _json = json;

    public int At { get; set; }

    public readonly bool AtEnd => At == _json.Length;

    /// <summary>The next byte that is no blank, without taking it; 0 at the end.</summary>
    public byte Peek()
    {
        while ((uint)At < (uint)_json.Length)
        {
            var found = _json[At];
            if (found > (byte)' ')
            {
                return found;
            }

            if (found is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return 0;
            }

            At++;
        }

        return 0;
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
            var run = _json[at..].IndexOfAny(EndsRun);
            if (run < 0)
            {
                return false;
            }

            at += run;
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
