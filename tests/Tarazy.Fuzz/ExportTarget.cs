using Tarazy.Ingest.Channels;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Fuzz;

/// <summary>A Telegram Desktop export: whatever stands in the file, reading it ends, and a post follows its channel.</summary>
internal static class ExportTarget
{
    public static void Try(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var blocks = new PostBlocks();
        using var reader = new ExportReader("result.json", stream, new IngestOptions(), ChannelList.None, DateTimeOffset.UnixEpoch, blocks);
        var items = reader.ReadAsync(CancellationToken.None).ToBlockingEnumerable();
        var seen = new HashSet<ChannelId>();
        foreach (var item in items)
        {
            switch (item)
            {
                case IngestItem.ChannelSeen channel:
                    seen.Add(channel.Channel.Id);
                    break;
                case IngestItem.PostsSeen { Posts: var posts }:
                    for (var i = 0; i < posts.Count; i++)
                    {
                        BrokenPromiseException.Unless(seen.Contains(posts.ToPost(i).Channel), "a post came before its channel");
                    }

                    break;
                case IngestItem.Refused refused:
                    BrokenPromiseException.Unless(!string.IsNullOrWhiteSpace(refused.Refusal.ToString()), "a refusal said nothing");
                    break;
            }
        }
    }
}
