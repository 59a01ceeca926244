using System.Text;
using Tarazy.Ingest.Channels;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Tests.Ingest.Telegram.Export;

/// <summary>What came out of one export.</summary>
internal sealed record ReadExport(IReadOnlyList<Channel> Channels, IReadOnlyList<Post> Posts, IReadOnlyList<IngestRefusal> Refusals)
{
    public IEnumerable<string> Codes => Refusals.Select(r => r.Code);
}

internal static class Exports
{
    public static readonly DateTimeOffset SeenAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static Task<ReadExport> ReadAsync(string json, ExportOptions? options = null) => ReadAsync(Encoding.UTF8.GetBytes(json), options);

    public static async Task<ReadExport> ReadAsync(byte[] json, ExportOptions? options = null, int mostTold = 100)
    {
        using var stream = new MemoryStream(json);
        return await ReadAsync(stream, options, mostTold);
    }

    public static async Task<ReadExport> ReadAsync(Stream stream, ExportOptions? options = null, int mostTold = 100)
    {
        var ingest = new IngestOptions { Export = options ?? new ExportOptions(), MostToldRefusals = mostTold };
        using var blocks = new PostBlocks();
        using var reader = new ExportReader("result.json", stream, ingest, ChannelList.None, SeenAt, blocks);
        var items = await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return new ReadExport(
            [.. items.OfType<IngestItem.ChannelSeen>().Select(i => i.Channel)],
            [.. items.OfType<IngestItem.PostsSeen>().SelectMany(i => Enumerable.Range(0, i.Posts.Count).Select(i.Posts.ToPost))],
            [.. items.OfType<IngestItem.Refused>().Select(i => i.Refusal)]);
    }

    /// <summary>One message as a whole export of an invented channel.</summary>
    public static string Channel(params string[] messages) =>
        $$"""{"name":"Дала жаңалықтары","type":"public_channel","id":1500000001,"messages":[{{string.Join(",\n", messages)}}]}""";

    public static string Message(long id, string rest) =>
        $$"""{"id":{{id}},"type":"message","date":"2024-12-01T15:00:00","date_unixtime":"1733047200","from":"Дала жаңалықтары","from_id":"channel1500000001",{{rest}}}""";

    public static string Words(long id, string text) => Message(id, $$"""  "text":"{{text}}","text_entities":[{"type":"plain","text":"{{text}}"}]""");
}
