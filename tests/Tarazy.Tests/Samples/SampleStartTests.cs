using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Demand;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Shelf;
using Tarazy.Demand.Verifying;
using Tarazy.Detect.FactChecks;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Cases;
using Tarazy.Server.Hosting;
using Tarazy.TestKit;

namespace Tarazy.Tests.Samples;

/// <summary>What a start with the sample brings, by what the desk holds already.</summary>
public sealed class SampleStartTests : IAsyncLifetime
{
    private static readonly string Steppe = Repository.Path("samples", "steppe");

    /// <summary>How many the sample holds.</summary>
    private const int Demands = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-sample-start-");
    private WebApplication _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0", Sample.Settings);
        await Migrations.ApplyAsync(_desk.Services, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_a_start_that_was_broken_off_left_out_comes_with_the_next()
    {
        await ImportAsync(Path.Combine(Steppe, "result.json"), Path.Combine(Steppe, "channels.csv"));
        var posts = (await CountAsync()).Posts;

        await Sample.ImportMissingAsync(_desk.Services, Cancel);

        var (now, checks, demands) = await CountAsync();
        Assert.Equal((posts, Demands), (now, demands));
        Assert.True(checks > 0);
    }

    [Fact]
    public async Task Demands_that_came_before_do_not_come_again()
    {
        await BringFirstAsync(acts: int.MaxValue);

        Assert.Equal(1, (await CountAsync()).Demands);
        await Sample.ImportMissingAsync(_desk.Services, Cancel);
        await Sample.ImportMissingAsync(_desk.Services, Cancel);

        Assert.Equal(Demands, (await CountAsync()).Demands);
        var lines = await _desk.Services.GetRequiredService<DemandShelf>().ListAsync(DemandPile.All, 10, Cancel);
        Assert.Equal(Demands, lines.Select(l => l.Issuer).Distinct().Count());
    }

    [Fact]
    public async Task A_demand_that_was_broken_off_between_two_acts_goes_on_where_it_stopped()
    {
        await BringFirstAsync(acts: 2);
        Assert.Equal(3, (await FirstAsync()).Version);

        await Sample.ImportMissingAsync(_desk.Services, Cancel);

        var whole = await FirstAsync();
        Assert.Equal((6, DemandStatus.Given), (whole.Version, whole.Status));
        Assert.Equal(Demands, (await CountAsync()).Demands);
    }

    [Fact]
    public async Task A_demand_that_somebody_else_worked_on_is_left_as_it_stands()
    {
        await BringFirstAsync(acts: 2);
        var first = await FirstAsync();
        await using (var scope = _desk.Services.CreateAsyncScope())
        {
            var asked = await scope.ServiceProvider.GetRequiredService<DemandDesk>()
                .AskBackAsync(new AskBack(first.Id, first.Version, new ReviewerId("R-01"), "Which of the two posts is meant?"), Cancel);
            Assert.Empty(asked.Refusals);
        }

        await Sample.ImportMissingAsync(_desk.Services, Cancel);

        Assert.Equal(4, (await FirstAsync()).Version);
    }

    [Theory]
    [InlineData(9100000002)]
    [InlineData(1234567)]
    public async Task A_desk_with_posts_of_its_own_gets_nothing(long channel)
    {
        var own = Path.Combine(_folder.FullName, "own.json");
        await File.WriteAllTextAsync(
            own,
            $$"""
            {"name": "A channel of this desk", "type": "public_channel", "id": {{channel}}, "messages": [
              {"id": 1, "type": "message", "date": "2026-11-14T10:00:00", "date_unixtime": "1794650400", "from": "A channel of this desk", "text": "The bridge is closed until noon."}]}
            """,
            Cancel);
        await ImportAsync(own, channels: null);

        await Sample.ImportMissingAsync(_desk.Services, Cancel);

        Assert.Equal((1L, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task A_desk_that_holds_the_sample_and_posts_of_its_own_gets_no_entries_in_its_log()
    {
        await ImportAsync(Path.Combine(Steppe, "result.json"), Path.Combine(Steppe, "channels.csv"));
        var own = Path.Combine(_folder.FullName, "own.json");
        await File.WriteAllTextAsync(
            own,
            """{"name": "Own", "type": "public_channel", "id": 77, "messages": [{"id": 1, "type": "message", "date": "2026-11-14T10:00:00", "date_unixtime": "1794650400", "text": "The bridge is closed."}]}""",
            Cancel);
        await ImportAsync(own, channels: null);

        await Sample.ImportMissingAsync(_desk.Services, Cancel);

        Assert.Equal(0, (await CountAsync()).Demands);
    }

    /// <summary>What a start left behind that brought the first demand and got no further than so many acts.</summary>
    private async Task BringFirstAsync(int acts)
    {
        var all = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Steppe, "demands.json"), Cancel))!.AsArray();
        Assert.Equal(Demands, all.Count);
        var first = all[0]!.DeepClone();
        first["then"] = new JsonArray([.. first["then"]!.AsArray().Take(acts).Select(a => a!.DeepClone())]);
        var file = Path.Combine(_folder.FullName, "first.json");
        await File.WriteAllTextAsync(file, new JsonArray(first).ToJsonString(), Cancel);
        await using var scope = _desk.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SampleDemands>(scope.ServiceProvider).ImportMissingAsync(file, Cancel);
    }

    private async Task<DemandState> FirstAsync()
    {
        var shelf = _desk.Services.GetRequiredService<DemandShelf>();
        var first = (await shelf.ListAsync(DemandPile.All, 10, Cancel)).MinBy(d => d.Number, StringComparer.Ordinal)!;
        return DemandState.Fold(await shelf.HistoryAsync(first.Id, Cancel))!;
    }

    private Task<ImportSummary> ImportAsync(string file, string? channels) => _desk.Services.GetRequiredService<ImportPostsHandler>()
        .HandleAsync(new ImportPosts(file, new IngestOptions { ChannelList = channels }), progress: null, Cancel);

    private async Task<(long Posts, int Checks, int Demands)> CountAsync() => (
        (await _desk.Services.GetRequiredService<PostArchive>().CountAsync(Cancel)).Posts,
        await _desk.Services.GetRequiredService<FactCheckStore>().CountAsync(Cancel),
        await _desk.Services.GetRequiredService<DemandShelf>().CountAsync(DemandPile.All, Cancel));
}
