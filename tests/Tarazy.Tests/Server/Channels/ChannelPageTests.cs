using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Tests.Detect.Labels.Sentiment;

namespace Tarazy.Tests.Server.Channels;

/// <summary>The page of a channel over HTTP, on a desk with one invented channel, before and after it has made a model.</summary>
public sealed class ChannelPageTests : IAsyncLifetime
{
    private const string Address = "/desk/channels/telegram%3A9100000777";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-channel-");
    private WebApplication? _desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_is_shown_without_a_model_and_a_line_with_its_band_and_its_table_with_one()
    {
        var desk = await StartAsync();
        await ImportAsync(desk);
        using (var auditor = await DeskVisits.SignedInAsync(desk, Roles.Auditor))
        {
            var (status, page) = await DeskVisits.GetAsync(auditor, Address);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("tarazy train sentiment --from FOLDER", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"band\"", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await DeskVisits.GetAsync(auditor, "/desk/channels/telegram%3A1")).Status);
        }

        await StopAsync();
        Assert.Equal(0, InventedSentiment.Train(InventedSentiment.Rows(_folder.FullName).FullName, Path.Combine(_folder.FullName, "desk")).Exit);
        desk = await StartAsync();
        using (var reader = await DeskVisits.SignedInAsync(desk, Roles.Reviewer))
        {
            var page = (await DeskVisits.GetAsync(reader, Address + "?by=week")).Body;
            Assert.Contains("class=\"band\"", page, StringComparison.Ordinal);
            Assert.Contains("never a reason for a finding or a decision", page, StringComparison.Ordinal);
            Assert.Contains("60 posts", page, StringComparison.Ordinal);
            Assert.Contains("No day has 20 posts", (await DeskVisits.GetAsync(reader, Address + "?by=day")).Body, StringComparison.Ordinal);
        }

        using var nobody = DeskVisits.Client(desk);
        Assert.Equal(HttpStatusCode.Redirect, (await DeskVisits.GetAsync(nobody, Address)).Status);
    }

    [Fact]
    public async Task A_message_that_was_edited_counts_once_and_as_it_was_seen_last()
    {
        var desk = await StartAsync();
        await ImportAsync(desk);
        await ImportAsync(desk, edited: true);
        var archive = desk.Services.GetRequiredService<PostArchive>();
        var texts = await archive.TextsOfChannelAsync(new("telegram:9100000777"), 1_000, Cancel);
        Assert.Equal(60, texts.Count);
        Assert.Equal(1, texts.Count(post => post.Text == "Исправлено."));

        // Ten versions are nine messages.
        Assert.Equal(9, (await archive.TextsOfChannelAsync(new("telegram:9100000777"), 10, Cancel)).Count);
    }

    private async Task<WebApplication> StartAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(Path.Combine(_folder.FullName, "desk")), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        await _desk.StartAsync(Cancel);
        return _desk;
    }

    private async Task StopAsync()
    {
        if (_desk is not null)
        {
            await _desk.StopAsync(CancellationToken.None);
            await _desk.DisposeAsync();
            _desk = null;
        }
    }

    /// <summary>Two weeks of 30 posts, and the last of 60 once more, edited, if that is asked.</summary>
    private async Task ImportAsync(WebApplication desk, bool edited = false)
    {
        var start = new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);
        object Message(int i, string text, bool again) => new
        {
            id = i + 1,
            type = "message",
            date = start.AddHours(i * 5).ToString("yyyy-MM-ddTHH:mm:ss", null),
            date_unixtime = start.AddHours(i * 5).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            edited_unixtime = again ? start.AddHours((i * 5) + 2).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            text,
            text_entities = new[] { new { type = "plain", text } },
        };
        var messages = Enumerable.Range(0, 60).Select(i => edited && i == 59
            ? Message(i, "Исправлено.", true)
            : Message(i, i % 3 == 0 ? InventedSentiment.Negative(700 + i) : InventedSentiment.Neutral(700 + i), false));
        var path = Path.Combine(_folder.FullName, "result.json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(new { name = "Придуманный канал", type = "public_channel", id = 9100000777, messages }), Cancel);
        await desk.Services.GetRequiredService<ImportPostsHandler>().HandleAsync(new ImportPosts(path, new IngestOptions()), progress: null, Cancel);
    }
}
