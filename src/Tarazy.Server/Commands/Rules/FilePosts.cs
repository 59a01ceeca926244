using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;
using Tarazy.Server.Commands.Scan;

namespace Tarazy.Server.Commands.Rules;

/// <summary>Posts from a file that no desk has stored: an export, or lines of JSON with a text in each.</summary>
internal static class FilePosts
{
    private const int LongestLine = 1 << 20;

    /// <param name="fault">Something was wrong with the input; false for what is left out as it should be.</param>
    public delegate void Warn(string says, bool fault);

    public static async IAsyncEnumerable<Post> ReadAsync(string path, Warn warn, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (File.Exists(path) && path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            await foreach (var post in LinesAsync(path, warn, cancel))
            {
                yield return post;
            }

            yield break;
        }

        await foreach (var item in new PostSources(TimeProvider.System).Open(path, new IngestOptions(), progress: null, cancel))
        {
            switch (item)
            {
                case IngestItem.PostSeen { Post: var post }:
                    yield return post;
                    break;
                case IngestItem.Refused { Refusal: var refusal }:
                    warn(refusal.Says, RefusalKinds.Of(refusal.Code) == RefusalKind.Fault);
                    break;
            }
        }
    }

    private static async IAsyncEnumerable<Post> LinesAsync(string path, Warn warn, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (number, refused) = (0, 0);
        await foreach (var line in File.ReadLinesAsync(path, cancel))
        {
            number++;
            if (Read(line, number) is { } post)
            {
                yield return post;
            }
            else
            {
                refused++;
            }
        }

        if (refused > 0)
        {
            warn($"{refused} of {number} lines hold no JSON object with a \"text\"; they were left out.", fault: true);
        }
    }

    private static Post? Read(string line, int number)
    {
        try
        {
            if (line.Length > LongestLine || JsonDocument.Parse(line) is not { RootElement: { ValueKind: JsonValueKind.Object } row } || Text(row, "text") is not { } text)
            {
                return null;
            }

            var channel = new ChannelId(Text(row, "channel_id") is { } id ? "telegram:" + id : Text(row, "channel") ?? "file:lines");
            var at = DateTimeOffset.TryParse(Text(row, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : DateTimeOffset.UnixEpoch;
            var content = PostId.ContentHash(text, []);
            var views = row.TryGetProperty("views", out var seen) && seen.ValueKind == JsonValueKind.Number && seen.TryGetInt64(out var many) ? many : (long?)null;
            return new Post { Id = PostId.Of(channel, number, content), Channel = channel, Message = number, PostedAt = at, SeenAt = at, Text = text, Views = views, Content = content };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
