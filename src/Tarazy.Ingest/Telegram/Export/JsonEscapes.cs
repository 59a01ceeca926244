using System.Globalization;
using System.Text;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Turns the escapes of a JSON string into what they stand for, UTF-8 to UTF-8.</summary>
internal static class JsonEscapes
{
    public static bool IsHex(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="raw">A string that <see cref="JsonWalk"/> has passed.</param>
    /// <param name="into">At least as long as <paramref name="raw"/>.</param>
    /// <returns>Bytes written, or -1 for half of a surrogate pair.</returns>
    public static int Undo(ReadOnlySpan<byte> raw, Span<byte> into)
    {
        var written = 0;
        while (raw.IndexOf((byte)'\\') is var at and >= 0)
        {
            raw[..at].CopyTo(into[written..]);
            written += at;
            var taken = 2;
            if (raw[at + 1] == 'u')
            {
                if (!Decode(raw[at..], out var rune, out taken))
                {
                    return -1;
                }

                written += rune.EncodeToUtf8(into[written..]);
            }
            else
            {
                into[written++] = Short(raw[at + 1]);
            }

            raw = raw[(at + taken)..];
        }

        raw.CopyTo(into[written..]);
        return written + raw.Length;
    }

    private static byte Short(byte escape) => escape switch
    {
        (byte)'b' => 8,
        (byte)'f' => 12,
        (byte)'n' => 10,
        (byte)'r' => 13,
        (byte)'t' => 9,
        _ => escape,
    };

    private static bool Decode(ReadOnlySpan<byte> escape, out Rune rune, out int taken)
    {
        taken = 6;
        var first = Unit(escape);
        if (!char.IsSurrogate(first))
        {
            rune = new Rune(first);
            return true;
        }

        taken = 12;
        rune = default;
        return escape.Length >= 12 && escape[6] == '\\' && escape[7] == 'u' && Rune.TryCreate(first, Unit(escape[6..]), out rune);
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
