using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.Ingest.Sources;
using Tarazy.Server.Commands.Scan;
using Tarazy.TestKit;
using Tarazy.Tests.Detect;

namespace Tarazy.Tests.Server.Scan;

public class RealScanTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_export_is_scanned_as_json_and_as_a_page()
    {
        var path = SharedData.Path("ingest-telegram/tdesktop-json/result_2025.json", out var why);
        Assert.SkipWhen(path is null, why);
        var folder = Directory.CreateTempSubdirectory("tarazy-scan-");
        var page = new FileInfo(Path.Combine(folder.FullName, "report.html"));
        using var output = new ScanCapture();
        var code = await ScanCommand.RunAsync(new ScanArguments(path!, Json: true, Html: page), output.Output, Cancel);
        Assert.Contains(code, new[] { ScanCommand.Done, ScanCommand.InputRefused });
        var json = output.Json();
        Assert.True(json["posts"]!.GetValue<long>() > 0);
        Assert.Equal(json["posts"]!.GetValue<long>(), json["languages"]!.AsObject().Sum(l => l.Value!.GetValue<long>()));
        Assert.Contains("What a desk would look at", await File.ReadAllTextAsync(page.FullName, Cancel), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task News_of_fourteen_channels_are_scanned_and_brands_that_copy_each_other_show_as_stories()
    {
        var path = SharedData.Path("coordination-telegram-news-ru/posts.jsonl.gz", out var why);
        Assert.SkipWhen(path is null, why);
        var folder = Directory.CreateTempSubdirectory("tarazy-scan-");
        var posts = await ConvertAsync(path!, Path.Combine(folder.FullName, "result.json"));
        var request = new ScanRequest(folder.FullName, new IngestOptions(), TimeZoneInfo.Utc, 20);
        var result = await new ScanPosts(TestEngine.Data, TimeProvider.System)
            .RunAsync(request, new PostSources(TimeProvider.System), progress: null, told: null, Cancel);
        folder.Delete(recursive: true);

        Assert.Equal(posts, result.Posts);
        Assert.Equal(14, result.Channels.Count);
        Assert.True(result.Languages[0] is { Code: "ru" } russian && russian.Posts > posts * 0.9);
        Assert.True(result.Stories[0].Channels > 1);
        Assert.True(result.PostsWithFinding < posts * 0.02, $"{result.PostsWithFinding} of {posts} posts of news have a live finding");
    }

    [Fact]
    public async Task The_same_input_gives_the_same_stories_and_findings()
    {
        var path = SharedData.Path("ingest-telegram/tdesktop-json/result_2025.json", out var why);
        Assert.SkipWhen(path is null, why);
        string[] runs = ["", ""];
        for (var i = 0; i < runs.Length; i++)
        {
            using var output = new ScanCapture();
            await ScanCommand.RunAsync(new ScanArguments(path!, Json: true, Most: 1_000), output.Output, Cancel);
            var json = output.Json();
            runs[i] = json["stories"]!.ToJsonString() + json["findings"]!.ToJsonString();
        }

        Assert.Equal(runs[0], runs[1]);
    }

    /// <summary>Writes the set as an account's export with one public channel each.</summary>
    internal static async Task<long> ConvertAsync(string from, string to)
    {
        var chats = new Dictionary<string, JsonObject>();
        var count = 0L;
        using var lines = new StreamReader(new GZipStream(File.OpenRead(from), CompressionMode.Decompress));
        while (await lines.ReadLineAsync(Cancel) is { } line)
        {
            var row = JsonNode.Parse(line)!;
            var id = row["channel_id"]!.GetValue<string>();
            if (!chats.TryGetValue(id, out var chat))
            {
                chats[id] = chat = new JsonObject
                {
                    ["name"] = row["channel"]!.GetValue<string>(),
                    ["type"] = "public_channel",
                    ["id"] = long.Parse(id, CultureInfo.InvariantCulture),
                    ["messages"] = new JsonArray(),
                };
            }

            var date = DateTimeOffset.Parse(row["date"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            chat["messages"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["id"] = long.Parse(row["id"]!.GetValue<string>().Split('/')[1], CultureInfo.InvariantCulture),
                ["type"] = "message",
                ["date"] = date.ToString("s", CultureInfo.InvariantCulture),
                ["date_unixtime"] = date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["text"] = row["text"]!.GetValue<string>(),
            });
            count++;
        }

        var export = new JsonObject { ["chats"] = new JsonObject { ["list"] = new JsonArray([.. chats.Values]) } };
        await File.WriteAllTextAsync(to, export.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), Cancel);
        return count;
    }
}
