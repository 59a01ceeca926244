namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Looks at the first bytes and says in plain words when the file is something else.</summary>
internal static class ExportStart
{
    public static async ValueTask CheckAsync(ExportBytes bytes, ExportTokens tokens, CancellationToken cancel)
    {
        while (bytes.Unread.Length < 4 && await bytes.FillAsync(cancel))
        {
            // A stream may give fewer bytes than asked for.
        }

        if (bytes.Unread.IsEmpty)
        {
            throw new BrokenExportException("empty-file", "it is empty", 0);
        }

        if (What(bytes.Unread) is { } what)
        {
            throw new BrokenExportException("not-an-export", what, 0);
        }

        if (bytes.Unread.StartsWith("\uFEFF"u8))
        {
            bytes.Advance(3);
        }

        var first = await tokens.PeekAsync(cancel);
        if (first != '{')
        {
            throw new BrokenExportException(
                "not-an-export",
                first == '[' ? "its root is a list, and an export of Telegram Desktop begins with an object" : "it does not begin with '{' and is no JSON object",
                bytes.Position);
        }

        bytes.Advance(1);
    }

    private static string? What(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3 or 5, ..] => "it is a zip archive; unpack it and give the result.json inside",
        [0x1F, 0x8B, ..] => "it is compressed with gzip; unpack it first",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, (byte)'{', ..] or [(byte)'{', 0, ..] => "it is UTF-16 and not UTF-8",
        [(byte)'<', ..] => "it is a web page; export again in the machine-readable JSON format",
        _ => null,
    };
}
