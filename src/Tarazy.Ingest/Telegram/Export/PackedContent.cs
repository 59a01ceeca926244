using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>Writes ids and links into a block, in the very bytes that <see cref="PostId"/> and the store's JSON have.</summary>
internal static class PackedContent
{
    private const int HashBytes = 6;

    /// <summary>Sign and nineteen digits, a slash, a number sign and the hash in hex.</summary>
    private const int MostBesideChannel = 22 + (HashBytes * 2);

    /// <summary>ASCII that stands in a JSON string as itself.</summary>
    private static readonly SearchValues<byte> PlainInJson =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(i => (byte)i).Except("\"\\"u8.ToArray())]);

    /// <summary><see cref="PostId.Of"/> in UTF-8.</summary>
    public static BlockSlice PutId(PostBlock block, BlockSlice channel, long message, BlockSlice content)
    {
        var room = block.Room(channel.Length + MostBesideChannel);
        block[channel].CopyTo(room);
        var at = channel.Length;
        room[at++] = (byte)'/';
        Utf8Formatter.TryFormat(message, room[at..], out var digits);
        at += digits;
        room[at++] = (byte)'#';
        Convert.TryToHexStringLower(block[content][..HashBytes], room[at..], out var hex);
        return block.Take(at + hex);
    }

    public static BlockSlice PutLinks(PostBlock block, ExportMessage message)
    {
        if (message.LinkCount == 0)
        {
            return BlockSlice.Null;
        }

        var bytes = 2;
        for (var i = 0; i < message.LinkCount; i++)
        {
            var link = message.Link(i);
            if (link.ContainsAnyExcept(PlainInJson))
            {
                return PutUnusual(block, message);
            }

            bytes += link.Length + 3;
        }

        var room = block.Room(bytes);
        var at = 0;
        for (var i = 0; i < message.LinkCount; i++)
        {
            room[at++] = i == 0 ? (byte)'[' : (byte)',';
            room[at++] = (byte)'"';
            message.Link(i).CopyTo(room[at..]);
            at += message.Link(i).Length;
            room[at++] = (byte)'"';
        }

        room[at++] = (byte)']';
        return block.Take(at);
    }

    /// <summary>A link with an escape or a letter beyond ASCII; how these are written is the serializer's knowledge.</summary>
    private static BlockSlice PutUnusual(PostBlock block, ExportMessage message)
    {
        var links = new string[message.LinkCount];
        for (var i = 0; i < links.Length; i++)
        {
            links[i] = Encoding.UTF8.GetString(message.Link(i));
        }

        return block.Put(JsonSerializer.SerializeToUtf8Bytes(links, DeskJson.Options));
    }
}
