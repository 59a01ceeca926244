using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
using Tarazy.TestKit;

namespace Tarazy.Tests.Ingest.Telegram.Export;

/// <summary>Real posts in the shapes of four years of Telegram Desktop, against what must come out of them.</summary>
public class RealExportTests
{
    [Theory]
    [InlineData("result_2025.json")]
    [InlineData("result_2023.json")]
    [InlineData("result_2021_old.json")]
    public async Task Every_expected_field_of_a_channel_is_read(string file)
    {
        var expected = Expected(file);
        var messages = (expected as JsonArray ?? expected["messages"]!.AsArray()).Select(m => m!.AsObject()).ToList();
        var read = await ReadAsync(file, file.Contains("old", StringComparison.Ordinal) ? "+05:00" : null);

        EveryFieldHolds(messages, read.Posts, SaysOrigins(file));
        Assert.Equal(messages.Count(m => (string)m["kind"]! == "service"), read.Refusals.Where(r => r.Code == "service-message").Sum(r => r.Count));
        Assert.All(read.Refusals, r => Assert.Equal("service-message", r.Code));
    }

    /// <summary>The parser reads the origin of a forward as it is written; what the desk keeps of it is decided behind the parser.</summary>
    [Theory]
    [InlineData("result_2025.json")]
    [InlineData("result_2023.json")]
    [InlineData("result_2021_old.json")]
    public void Every_expected_origin_of_a_forward_is_read(string file)
    {
        var expected = Expected(file);
        var origins = (expected as JsonArray ?? expected["messages"]!.AsArray())
            .Where(m => (string)m!["kind"]! == "message")
            .ToDictionary(m => (long)m!["id"]!, m => (string?)m!["forwarded_from"]);
        var parser = new ExportMessageParser(new ExportOptions());
        var message = new ExportMessage();
        using var export = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        foreach (var raw in export.RootElement.GetProperty("messages").EnumerateArray())
        {
            message.Clear();
            parser.Parse(System.Text.Encoding.UTF8.GetBytes(raw.GetRawText()), message);
            Assert.Equal(origins.GetValueOrDefault(raw.GetProperty("id").GetInt64()), message.ForwardedFrom);
        }
    }

    [Fact]
    public async Task Of_a_whole_account_the_public_channels_are_read_and_the_others_refused()
    {
        var expected = Expected("result_full_account.json");
        var read = await ReadAsync("result_full_account.json");

        Assert.Equal(expected["must_import"]!.AsArray().Select(n => (string)n!), read.Channels.Select(c => c.Title));
        foreach (var channel in read.Channels)
        {
            EveryFieldHolds(
                [.. expected["messages"]![channel.Title]!.AsArray().Select(m => m!.AsObject())],
                [.. read.Posts.Where(p => p.Channel == channel.Id)],
                SaysOrigins("result_full_account.json"));
        }

        Assert.Equal(2, read.Refusals.Where(r => r.Code == "private-chat").Sum(r => r.Count));
        var everything = JsonSerializer.Serialize(read, DeskJson.Options);
        Assert.DoesNotContain(expected["must_refuse"]!.AsArray(), n => everything.Contains((string)n!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_edge_cases_of_the_format_hold()
    {
        var expected = Expected("result_edge_cases.json").AsArray().Select(m => m!.AsObject()).ToList();
        var read = await ReadAsync("result_edge_cases.json");

        var words = expected.Where(m => (string?)m["kind"] != "unsupported").ToList();
        Assert.Equal(words.Select(m => (long)m["id"]!), read.Posts.Select(p => p.Message));
        foreach (var (message, post) in words.Zip(read.Posts))
        {
            if (message["text"] is { } text)
            {
                Assert.Equal((string)text!, post.Text);
            }

            if (message["links"] is { } links)
            {
                Assert.Equal(links.AsArray().Select(l => (string)l!), post.Links);
            }
        }

        Assert.Equal(MediaKind.Photo, read.Posts.Single(p => p.Message == 12).Media);
        Assert.Null(read.Posts.Single(p => p.Message == 17).EditedAt);
        var everything = JsonSerializer.Serialize(read, DeskJson.Options);
        Assert.DoesNotContain("123456", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("+0 000", everything, StringComparison.Ordinal);
        Assert.Equal(["unsupported-message"], read.Codes);
    }

    [Fact]
    public async Task Of_a_truncated_file_every_whole_message_is_kept_and_the_break_is_named()
    {
        var path = PathOf("result_truncated.json");
        var whole = await ReadAsync("result_2023.json");
        var read = await ReadAsync("result_truncated.json");

        // The file breaks inside message 59660; it is the beginning of result_2023.json.
        Assert.Equal(whole.Posts.TakeWhile(p => p.Message < 59660).Select(p => p.Id), read.Posts.Select(p => p.Id));
        var broken = read.Refusals.Single(r => r.Code == "truncated");
        Assert.Equal(new FileInfo(path).Length, broken.Byte);
        Assert.Contains($"{read.Posts.Count} whole posts", broken.Says, StringComparison.Ordinal);
    }

    private static bool SaysOrigins(string file) => File.ReadAllText(PathOf(file)).Contains("\"forwarded_from_id\"", StringComparison.Ordinal);

    private static void EveryFieldHolds(List<JsonObject> expected, IReadOnlyList<Post> posts, bool originIsSaid)
    {
        var messages = expected.Where(m => (string)m["kind"]! == "message").ToList();
        Assert.Equal(messages.Select(m => (long)m["id"]!), posts.Select(p => p.Message));
        foreach (var (message, post) in messages.Zip(posts))
        {
            Assert.Equal((long)message["unix"]!, post.PostedAt.ToUnixTimeSeconds());
            Assert.Equal((string)message["text"]!, post.Text);
            Assert.Equal((long?)message["edited_unix"], post.EditedAt?.ToUnixTimeSeconds());
            Assert.Equal((long?)message["reply_to"], post.ReplyTo);

            // The name stays in the parser where the export does not say that it is a channel's: it may be a person's.
            Assert.Equal(originIsSaid ? (string?)message["forwarded_from"] : null, post.ForwardedFrom);
            Assert.Equal((int?)message["reactions"] ?? 0, post.Reactions);
            Assert.Equal(Media((string?)message["media"]), post.Media);
            Assert.Equal(message["links"]?.AsArray().Select(l => (string)l!).Distinct() ?? [], post.Links);

            // The signature is expected by others and never kept by this desk.
            Assert.DoesNotContain((string?)message["author"] ?? "\0", JsonSerializer.Serialize(post with { Text = "" }, DeskJson.Options), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("result_2025.json")]
    [InlineData("result_2021_old.json")]
    public void Hashtags_and_mentions_are_found_where_telegram_marked_them(string file)
    {
        var expected = Expected(file);
        var byId = (expected as JsonArray ?? expected["messages"]!.AsArray()).Where(m => m!["hashtags"] is not null).ToDictionary(m => (long)m!["id"]!);
        using var export = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        var parser = new ExportMessageParser(new ExportOptions());
        var message = new ExportMessage();
        var compared = 0;
        foreach (var element in export.RootElement.GetProperty("messages").EnumerateArray())
        {
            parser.Parse(System.Text.Encoding.UTF8.GetBytes(element.GetRawText()), message);
            if (byId.TryGetValue(message.Id!.Value, out var one))
            {
                compared++;
                Assert.Equal(one!["hashtags"]!.AsArray().Select(t => (string)t!), Marked(message, ExportEntityKind.Hashtag));
                Assert.Equal(one["mentions"]!.AsArray().Select(t => (string)t!), Marked(message, ExportEntityKind.Mention));
            }
        }

        Assert.Equal(byId.Count, compared);
    }

    private static IEnumerable<string> Marked(ExportMessage message, ExportEntityKind kind)
    {
        var text = message.Text.ToArray();
        return message.Entities.Where(e => e.Kind == kind).Select(e => System.Text.Encoding.UTF8.GetString(text, e.Start, e.Length));
    }

    private static MediaKind Media(string? expected) => expected switch
    {
        null => MediaKind.None,
        "photo" => MediaKind.Photo,
        "video_file" => MediaKind.Video,
        "poll" => MediaKind.Poll,
        _ => throw new ArgumentOutOfRangeException(nameof(expected), expected, "new in the data"),
    };

    private static JsonNode Expected(string file) => JsonNode.Parse(File.ReadAllText(PathOf("expected.json")))![file]!;

    private static async Task<ReadExport> ReadAsync(string file, string? zone = null)
    {
        var options = new ExportOptions();
        if (zone is not null)
        {
            Assert.True(ExportTimeZone.TryParse(zone, out var found));
            options.TimeZone = found;
        }

        await using var stream = File.OpenRead(PathOf(file));
        return await Exports.ReadAsync(stream, options);
    }

    private static string PathOf(string file)
    {
        var path = SharedData.Path($"ingest-telegram/tdesktop-json/{file}", out var why);
        Assert.SkipWhen(path is null, why);
        return path!;
    }
}
