namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// Telegram Desktop writes a control character as <c>\x0B</c>, which is not JSON. It is mended to <c>\u000B</c> where the backslash
/// is itself not escaped; <c>\\x0B</c> are four characters of somebody's words and stay.
/// </summary>
internal static class ControlEscapes
{
    /// <returns>Place of the first such escape, or -1.</returns>
    public static int Find(ReadOnlySpan<byte> json)
    {
        var from = 0;
        while (json[from..].IndexOf("\\x"u8) is var at and >= 0)
        {
            at += from;
            if (BackslashesBefore(json, at) % 2 == 0)
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    public static byte[] Repair(ReadOnlySpan<byte> json)
    {
        var repaired = new List<byte>(json.Length + 64);
        while (Find(json) is var at and >= 0)
        {
            repaired.AddRange(json[..at]);
            repaired.AddRange("\\u00"u8);
            json = json[(at + 2)..];
        }

        repaired.AddRange(json);
        return [.. repaired];
    }

    private static int BackslashesBefore(ReadOnlySpan<byte> json, int at)
    {
        var before = json[..at];
        return at - 1 - before.LastIndexOfAnyExcept((byte)'\\');
    }
}
