using System.Text.Json.Nodes;
using Tarazy.Ingest.Telegram.Preview;
using Tarazy.Records.Posts;
using Tarazy.TestKit;

namespace Tarazy.Tests.Ingest.Telegram.Preview;

/// <summary>Real pages against what others read out of them.</summary>
public class RealPreviewTests
{
    [Fact]
    public async Task Every_expected_field_of_every_message_is_read()
    {
        foreach (var expected in JsonNode.Parse(await File.ReadAllTextAsync(PathOf("expected.json"), TestContext.Current.CancellationToken))!.AsArray())
        {
            var file = (string)expected!["file"]!;
            var page = await ParseAsync(file);
            var messages = expected["expected"]!.AsArray().Select(m => m!.AsObject()).ToList();
            Assert.Equal(messages.Select(m => (long)m["id"]!), page.Messages.Select(m => m.Id));
            foreach (var (wanted, message) in messages.Zip(page.Messages))
            {
                EveryFieldHolds(wanted, message);
            }

            Assert.Equal((long?)expected["before_cursor"], page.Before);
        }
    }

    [Fact]
    public async Task The_channel_of_a_real_page_is_known_by_its_number()
    {
        var page = await ParseAsync("page_tchantest.html");

        Assert.Equal(new Channel(ChannelId.From("telegram:1591537674"), "tchan's test channel 👍", "tchantest", 1), page.ToChannel());
    }

    [Fact]
    public async Task Four_real_posts_of_a_public_office_are_read()
    {
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(PathOf("real_mchs_bryansk_4posts.expected.json"), TestContext.Current.CancellationToken))!;
        var page = await ParseAsync((string)expected["file"]!);

        var messages = expected["messages"]!.AsArray().Select(m => m!.AsObject()).ToList();
        Assert.Equal(messages.Select(m => (long)m["id"]!), page.Messages.Select(m => m.Id));
        foreach (var (wanted, message) in messages.Zip(page.Messages))
        {
            Assert.Equal((string)expected["channel"]!, message.Handle);
            Assert.Equal(wanted["date"]!.GetValue<DateTimeOffset>(), message.PostedAt);
            Assert.Equal(PreviewNumbers.Count((string)wanted["views"]!), message.Views);
            Assert.Equal(wanted["album_ids"]?.AsArray().Select(i => (long)i!) ?? [], message.Album);
            Assert.Equal((string?)wanted["forwarded_from"], message.ForwardedFrom);
            Assert.Equal((string?)wanted["forwarded_from_url"], message.ForwardedFromUrl);
            Assert.Equal((string?)wanted["forwarded_from"], PreviewPosts.Make(message, ChannelId.From("telegram:1"), DateTimeOffset.UnixEpoch)!.ForwardedFrom);
            Assert.Contains((string?)wanted["text_contains"] ?? "", message.Text, StringComparison.Ordinal);
            Assert.Equal(wanted["hashtags"]?.AsArray().Select(t => (string)t!) ?? message.Hashtags, message.Hashtags);
            Assert.True(wanted["photo"] is null || message.Kind == PreviewKind.Photo);
            Assert.True(wanted["video_too_big"] is null || message.Kind == PreviewKind.Video);
        }

        Assert.Equal("telegram:1769674427", page.ToChannel()!.Id.Value);
    }

    private static void EveryFieldHolds(JsonObject wanted, PreviewMessage message)
    {
        Assert.Equal((string)wanted["channel"]!, message.Handle);
        Assert.Equal(wanted["created_at"]!.GetValue<DateTimeOffset>(), message.PostedAt);
        Assert.Equal((string)wanted["type"]!, Kind(message.Kind));
        Assert.Equal((string?)wanted["author"], message.Signature);
        Assert.Equal((bool)wanted["edited"]!, message.Edited);
        Assert.Equal((long?)wanted["views"], message.Views);
        Assert.Equal(wanted["urls"]!.AsArray().Select(u => ((string)u![0]!, (string)u[1]!)), Urls(message));
        Assert.Equal((string?)wanted["forwarded_author"], message.ForwardedFrom);
        Assert.Equal((string?)wanted["forwarded_author_url"], message.ForwardedFromUrl);
        Assert.Equal((string?)wanted["preview_url"], message.Card?.Url);
        Assert.Equal((string?)wanted["preview_image_url"], message.Card?.ImageUrl);
        Assert.Equal((string?)wanted["preview_site_name"], message.Card?.SiteName);
        Assert.Equal((string?)wanted["preview_title"], message.Card?.Title);
        Assert.Equal((string?)wanted["preview_description"], message.Card?.Description);

        // The expectation joins the pieces of a text with a new line, in a service message with nothing, where the page has blanks.
        var isPieced = message.Id is 81 or 92;
        Assert.Equal(
            isPieced ? Blankless((string?)wanted["text"]) : (string?)wanted["text"],
            isPieced ? Blankless(message.Text) : message.Text);
    }

    private static IEnumerable<(string Role, string Url)> Urls(PreviewMessage message)
    {
        var files = message.Files.Select(f => (f.Role, f.Url)).ToList();
        return files.Where(f => !f.Role.StartsWith("thumbnail", StringComparison.Ordinal))
            .Concat(message.Links.Select(l => ("link", l)))
            .Concat(files.Where(f => f.Role.StartsWith("thumbnail", StringComparison.Ordinal)));
    }

    private static string Kind(PreviewKind kind) => kind switch
    {
        PreviewKind.RoundVideo => "round-video",
        PreviewKind.Voice => "audio",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Blankless(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));

    private static async Task<PreviewPage> ParseAsync(string file)
    {
        await using var stream = File.OpenRead(PathOf(file));
        return await new PreviewParser(new PreviewOptions()).ParseAsync(stream, TestContext.Current.CancellationToken);
    }

    private static string PathOf(string file)
    {
        var path = SharedData.Path($"ingest-telegram/tme-html/{file}", out var why);
        Assert.SkipWhen(path is null, why);
        return path!;
    }
}
