using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Tarazy.Ingest.Channels;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// Reads a Telegram Desktop <c>result.json</c> of any size in constant memory: the export of one chat, or of a whole account. Only
/// public channels and public groups are read; every other chat is passed over unread.
/// </summary>
internal sealed class ExportReader : IDisposable
{
    /// <summary>A block of long posts is handed on before it has its number of posts.</summary>
    private const int MostBlockBytes = 8 << 20;

    private const string TooLarge = "is larger than the limit";

    private readonly ExportOptions _options;
    private readonly ChannelList _channels;
    private readonly ExportBytes _bytes;
    private readonly ExportTokens _tokens;
    private readonly ExportTally _tally;
    private readonly ExportPosts _posts;
    private readonly ExportMessageParser _parser;
    private readonly ExportMessageWalker _walker;
    private readonly ExportMessage _message = new();
    private readonly PostBlocks _blocks;
    private readonly BlockSizes _sizes;
    private PostBlock _block;

    public ExportReader(string name, Stream stream, IngestOptions options, ChannelList channels, DateTimeOffset seenAt, PostBlocks blocks)
    {
        _options = options.Export;
        _channels = channels;
        _bytes = new ExportBytes(stream, _options);
        _tokens = new ExportTokens(_bytes);
        _tally = new ExportTally(name, options.MostToldRefusals);
        _posts = new ExportPosts(_options.TimeZone, seenAt);
        _parser = new ExportMessageParser(_options);
        _walker = new ExportMessageWalker(_options);
        _blocks = blocks;
        _block = blocks.Rent();
        _sizes = new BlockSizes(options.BatchPosts);
    }

    private enum Level
    {
        Root,
        Chats,
        List,
        Chat,
    }

    public long BytesRead => _bytes.Position;

    /// <summary>Everything of the file, then in sentences what was not read. It never throws for what stands in the file.</summary>
    public async IAsyncEnumerable<IngestItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var items = WalkAsync(cancel).GetAsyncEnumerator(cancel);
        IngestRefusal? broken = null;
        while (broken is null)
        {
            try
            {
                if (!await items.MoveNextAsync())
                {
                    break;
                }
            }
            catch (BrokenExportException e)
            {
                broken = _tally.Broken(e.Code, e.Message, e.At);
                continue;
            }

            if (items.Current is not IngestItem.PostsSeen && TakeBlock() is { } before)
            {
                yield return before;
            }

            yield return items.Current;
        }

        if (TakeBlock() is { } last)
        {
            yield return last;
        }

        foreach (var sum in _tally.Sums())
        {
            yield return new IngestItem.Refused(sum);
        }

        if (broken is not null)
        {
            yield return new IngestItem.Refused(broken);
        }
    }

    public void Dispose()
    {
        _bytes.Dispose();
        _posts.Dispose();
        _blocks.Return(_block);
    }

    /// <summary>The posts that were read and not handed on yet; null when there are none.</summary>
    private IngestItem.PostsSeen? TakeBlock()
    {
        if (_block.Count == 0)
        {
            return null;
        }

        var full = new IngestItem.PostsSeen(_block);
        _sizes.Taken(_bytes.Left);
        _block = _blocks.Rent();
        return full;
    }

    private async IAsyncEnumerable<IngestItem> WalkAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await ExportStart.CheckAsync(_bytes, _tokens, cancel);
        var levels = new Stack<Level>([Level.Root]);
        var chat = new ExportChat();
        var first = true;
        var isExport = false;
        while (levels.TryPeek(out var level))
        {
            if (!await _tokens.NextAsync(level == Level.List ? ']' : '}', first, cancel))
            {
                levels.Pop();
                first = false;
                continue;
            }

            first = false;
            if (level == Level.List)
            {
                chat = new ExportChat();
                first = await EnterAsync('{', Level.Chat, levels, cancel);
                continue;
            }

            var member = await NameAsync(cancel);
            switch (level, member)
            {
                case (Level.Root or Level.Chat, "messages"):
                    isExport = chat.HasMessages = true;
                    await foreach (var item in ReadChatAsync(chat, cancel))
                    {
                        yield return item;
                    }

                    break;
                case (Level.Root or Level.Chat, "name" or "type" or "id"):
                    await ReadHeaderAsync(chat, member, cancel);
                    break;
                case (Level.Root, "chats" or "left_chats"):
                    isExport = true;
                    first = await EnterAsync('{', Level.Chats, levels, cancel);
                    break;
                case (Level.Chats, "list"):
                    first = await EnterAsync('[', Level.List, levels, cancel);
                    break;
                default:
                    await _tokens.SkipAsync(cancel);
                    break;
            }
        }

        if (!isExport)
        {
            throw new BrokenExportException("not-an-export", "it has neither \"messages\" nor \"chats\", so it is no export of Telegram Desktop", 0);
        }
    }

    private async ValueTask<string> NameAsync(CancellationToken cancel)
    {
        var at = _bytes.Position;
        try
        {
            return await _tokens.NameAsync(cancel);
        }
        catch (Exception e) when (IsBadJson(e))
        {
            throw new BrokenExportException("not-json", "a name is not a JSON string", at);
        }
    }

    /// <returns>True when the container was entered, false when another value stood there and was passed over.</returns>
    private async ValueTask<bool> EnterAsync(char open, Level level, Stack<Level> levels, CancellationToken cancel)
    {
        if (await _tokens.PeekAsync(cancel) != open)
        {
            await _tokens.SkipAsync(cancel);
            return false;
        }

        _bytes.Advance(1);
        levels.Push(level);
        return true;
    }

    private async ValueTask ReadHeaderAsync(ExportChat chat, string member, CancellationToken cancel)
    {
        switch (member)
        {
            case "name":
                chat.RawName = await _tokens.StringOrSkipAsync(cancel);
                break;
            case "id":
                chat.Id = await _tokens.NumberOrSkipAsync(cancel);
                break;
            default:
                chat.Type = await _tokens.StringOrSkipAsync(cancel) is { } raw ? Encoding.UTF8.GetString(raw.AsSpan(1..^1)) : null;
                break;
        }
    }

    private async IAsyncEnumerable<IngestItem> ReadChatAsync(ExportChat chat, [EnumeratorCancellation] CancellationToken cancel)
    {
        var at = _bytes.Position;
        if (!chat.IsPublic)
        {
            chat.RawName = null;
            _tally.OtherChat(chat.KindToTell);
            await _tokens.SkipAsync(cancel);
            yield break;
        }

        if (chat.Id is not > 0 || ChannelOf(chat) is not { } channel)
        {
            await _tokens.SkipAsync(cancel);
            yield return new IngestItem.Refused(_tally.Chat("bad-chat", "has no number or no readable name before its messages", at));
            yield break;
        }

        yield return new IngestItem.ChannelSeen(channel);
        await _tokens.TakeAsync('[', cancel);
        for (var first = true; await _tokens.NextAsync(']', first, cancel); first = false)
        {
            if (await NextMessageAsync(channel.Id, cancel) is { } refused)
            {
                yield return refused;
            }
            else if ((_block.Count >= _sizes.Next || _block.Bytes >= MostBlockBytes) && TakeBlock() is { } full)
            {
                yield return full;
            }
        }
    }

    private Channel? ChannelOf(ExportChat chat)
    {
        try
        {
            return chat.ToChannel(_channels);
        }
        catch (Exception e) when (IsBadJson(e))
        {
            return null;
        }
    }

    /// <summary>Reads one message into the block; gives its refusal, unless it is one of those that are only counted.</summary>
    private async ValueTask<IngestItem.Refused?> NextMessageAsync(ChannelId channel, CancellationToken cancel)
    {
        var at = _bytes.Position;
        if (_bytes.Unread[0] != '{')
        {
            await _tokens.SkipAsync(cancel);
            return Refused("bad-message", "is not an object", at, null);
        }

        var walked = Math.Min(_bytes.Unread.Length, _options.MostMessageBytes);
        if (_walker.TryWalk(_bytes.Unread[..walked], _message, out var whole))
        {
            var item = Kept(channel, at, whole);
            _bytes.Advance(whole);
            return item;
        }

        // What does not lie whole in the buffer, or is unusual: where it ends is found without reading it.
        var scanner = new NestingScanner(_options.MostDepth);
        var scanned = 0;
        while (true)
        {
            var end = scanner.Scan(_bytes.Unread[scanned..]);
            if (end >= 0)
            {
                var length = scanned + end;
                var item = length > _options.MostMessageBytes ? Refused("large-message", TooLarge, at, null)
                    : scanner.TooDeep ? Refused("deep-message", "is nested deeper than the limit", at, null)
                    : Parse(_bytes.Unread[..length], channel, at, isUnusual: length <= walked);
                _bytes.Advance(length);
                return item;
            }

            scanned = _bytes.Unread.Length;
            if (scanned > _options.MostMessageBytes)
            {
                _bytes.Advance(scanned);
                await _tokens.SkipNestedAsync(scanner, cancel);
                return Refused("large-message", TooLarge, at, null);
            }

            await _tokens.MoreAsync(cancel);
        }
    }

    /// <param name="isUnusual">It has been walked as a whole before, and was left to the ordinary parser.</param>
    private IngestItem.Refused? Parse(ReadOnlySpan<byte> json, ChannelId channel, long at, bool isUnusual)
    {
        try
        {
            if (isUnusual || !_walker.TryWalk(json, _message, out _))
            {
                _parser.Parse(json, _message);
            }
        }
        catch (Exception e) when (IsBadJson(e))
        {
            return e is JsonException
                ? Refused("bad-message", "is not JSON", at, _message.Id)
                : Refused("not-utf8", "is not UTF-8", at, _message.Id);
        }

        return Kept(channel, at, json.Length);
    }

    /// <summary>Takes the message that was read into the block, or counts or refuses it.</summary>
    private IngestItem.Refused? Kept(ChannelId channel, long at, int length)
    {
        if (_message.Id is not { } id)
        {
            return Refused("bad-message", "has no number", at, null);
        }

        _tally.LastMessage = id;
        switch (_message.Kind)
        {
            case ExportMessageKind.Service:
                _tally.Service();
                return null;
            case ExportMessageKind.Unsupported:
                _tally.Unsupported();
                return null;
            case ExportMessageKind.Message:
                return Post(channel, id, at, length);
            default:
                return Refused("bad-message", "is of an unknown type", at, id);
        }
    }

    private IngestItem.Refused? Post(ChannelId channel, long id, long at, int length)
    {
        if (_posts.TimeOf(_message) is { } postedAt)
        {
            _tally.Kept++;
            _sizes.Read(length);
            _posts.Add(_block, channel, _message, postedAt);
            return null;
        }

        return _message.Unix is null && _message.Local is not null && _options.TimeZone is null
            ? throw new BrokenExportException(
                "no-time-zone",
                "it is an old export with local times only; say where it was made with --time-zone, e.g. Asia/Almaty or +05:00",
                at)
            : Refused("bad-message", "has no date that can be read", at, id);
    }

    private IngestItem.Refused? Refused(string code, string what, long at, long? message) =>
        _tally.Message(code, what, at, message) is { } refusal ? new IngestItem.Refused(refusal) : null;

    /// <summary>What System.Text.Json throws for text from outside: InvalidOperationException is its word for a string that isn't UTF-8.</summary>
    private static bool IsBadJson(Exception e) => e is JsonException or InvalidOperationException;
}
