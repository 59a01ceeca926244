using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Walks the frame of an export, member by member, and passes over values without reading them.</summary>
internal sealed class ExportTokens(ExportBytes bytes)
{
    /// <summary>Longest name or number in the frame.</summary>
    private const int MostFrameBytes = 64 << 10;

    private static readonly SearchValues<byte> AfterPlain = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>The next byte that isn't white space, without taking it.</summary>
    public async ValueTask<byte> PeekAsync(CancellationToken cancel)
    {
        while (true)
        {
            var at = bytes.Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                bytes.Advance(at);
                return bytes.Unread[0];
            }

            bytes.Advance(bytes.Unread.Length);
            if (!await bytes.FillAsync(cancel))
            {
                throw new BrokenExportException("truncated", "the file ends", bytes.Position);
            }
        }
    }

    /// <summary>Takes the next byte that isn't white space, which must be <paramref name="expected"/>.</summary>
    public async ValueTask TakeAsync(char expected, CancellationToken cancel)
    {
        var found = await PeekAsync(cancel);
        if (found != expected)
        {
            throw new BrokenExportException("not-json", $"'{expected}' is missing", bytes.Position);
        }

        bytes.Advance(1);
    }

    /// <summary>Stands before a member or an item; takes the comma that parts it from the one before.</summary>
    /// <returns>False when the object or array has ended; its closing bracket is taken.</returns>
    public async ValueTask<bool> NextAsync(char close, bool first, CancellationToken cancel)
    {
        var found = await PeekAsync(cancel);
        if (found == close)
        {
            bytes.Advance(1);
            return false;
        }

        if (!first)
        {
            await TakeAsync(',', cancel);
            await PeekAsync(cancel);
        }

        return true;
    }

    /// <summary>The name of the member that follows; its colon is taken.</summary>
    public async ValueTask<string> NameAsync(CancellationToken cancel)
    {
        var name = DecodeString(await RawStringAsync(cancel));
        await TakeAsync(':', cancel);
        return name;
    }

    /// <summary>The string that follows, still as it stands in the file with its quotes; null when it is another kind of value.</summary>
    public async ValueTask<byte[]?> StringOrSkipAsync(CancellationToken cancel)
    {
        if (await PeekAsync(cancel) == '"')
        {
            return await RawStringAsync(cancel);
        }

        await SkipAsync(cancel);
        return null;
    }

    /// <summary>The whole number that follows; null when it is another kind of value.</summary>
    public async ValueTask<long?> NumberOrSkipAsync(CancellationToken cancel)
    {
        if (await PeekAsync(cancel) is not ((>= (byte)'0' and <= (byte)'9') or (byte)'-'))
        {
            await SkipAsync(cancel);
            return null;
        }

        var length = await PlainLengthAsync(cancel);
        var found = Utf8Parser.TryParse(bytes.Unread[..length], out long number, out var used) && used == length;
        bytes.Advance(length);
        return found ? number : null;
    }

    /// <summary>Passes over the value that follows in constant memory.</summary>
    public async ValueTask SkipAsync(CancellationToken cancel)
    {
        switch (await PeekAsync(cancel))
        {
            case (byte)'{' or (byte)'[':
                await SkipNestedAsync(new NestingScanner(int.MaxValue), cancel);
                break;
            case (byte)'"':
                await SkipStringAsync(cancel);
                break;
            default:
                var length = await PlainLengthAsync(cancel);
                if (length == 0)
                {
                    throw new BrokenExportException("not-json", "a value is missing", bytes.Position);
                }

                bytes.Advance(length);
                break;
        }
    }

    /// <summary>Passes over the rest of an object or array that <paramref name="scanner"/> has begun.</summary>
    public async ValueTask SkipNestedAsync(NestingScanner scanner, CancellationToken cancel)
    {
        while (true)
        {
            var length = scanner.Scan(bytes.Unread);
            if (length >= 0)
            {
                bytes.Advance(length);
                return;
            }

            bytes.Advance(bytes.Unread.Length);
            await MoreAsync(cancel);
        }
    }

    public async ValueTask MoreAsync(CancellationToken cancel)
    {
        var at = bytes.Position + bytes.Unread.Length;
        if (!await bytes.FillAsync(cancel))
        {
            throw new BrokenExportException("truncated", "the file ends", at);
        }
    }

    /// <summary>Text of a raw string, control characters repaired.</summary>
    public static string DecodeString(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(ControlEscapes.Find(raw) >= 0 ? ControlEscapes.Repair(raw) : raw);
        return reader.Read() ? (reader.GetString() ?? "").Replace('\0', ExportWords.NoCharacter) : "";
    }

    private async ValueTask SkipStringAsync(CancellationToken cancel)
    {
        bytes.Advance(1);
        while (true)
        {
            var at = bytes.Unread.IndexOfAny((byte)'"', (byte)'\\');
            if (at < 0)
            {
                bytes.Advance(bytes.Unread.Length);
                await MoreAsync(cancel);
            }
            else if (bytes.Unread[at] == '"')
            {
                bytes.Advance(at + 1);
                return;
            }
            else if (bytes.Unread.Length > at + 1)
            {
                bytes.Advance(at + 2);
            }
            else
            {
                bytes.Advance(at);
                await MoreAsync(cancel);
            }
        }
    }

    private async ValueTask<byte[]> RawStringAsync(CancellationToken cancel)
    {
        if (await PeekAsync(cancel) != '"')
        {
            throw new BrokenExportException("not-json", "a string is missing", bytes.Position);
        }

        for (var at = 1; ;)
        {
            var found = bytes.Unread[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found >= 0 && bytes.Unread[at + found] == '"')
            {
                var raw = bytes.Unread[..(at + found + 1)].ToArray();
                bytes.Advance(raw.Length);
                return raw;
            }

            if (found >= 0 && bytes.Unread.Length > at + found + 1)
            {
                at += found + 2;
                continue;
            }

            if (bytes.Unread.Length > MostFrameBytes)
            {
                throw new BrokenExportException("long-name", "a name is longer than the limit", bytes.Position);
            }

            await MoreAsync(cancel);
        }
    }

    private async ValueTask<int> PlainLengthAsync(CancellationToken cancel)
    {
        while (true)
        {
            var length = bytes.Unread.IndexOfAny(AfterPlain);
            if (length >= 0)
            {
                return length;
            }

            if (bytes.Unread.Length > MostFrameBytes)
            {
                throw new BrokenExportException("not-json", "a number is longer than the limit", bytes.Position);
            }

            await MoreAsync(cancel);
        }
    }
}
