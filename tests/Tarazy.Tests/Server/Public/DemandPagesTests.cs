using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Demand;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Receiving;
using Tarazy.Records.Demands;
using Tarazy.Server.Hosting;
using Tarazy.Storage.Feeds;
using Tarazy.Tests.Demand;
using Tarazy.Tests.Promises;

namespace Tarazy.Tests.Server.Public;

/// <summary>The pages of demands over HTTP, on a desk with one refused and one sealed demand in its log.</summary>
public sealed class DemandPagesTests : IAsyncLifetime
{
    private const string Refused = "D-2026-0001";
    private const string Sealed = "D-2026-0002";
    private const string Quote = "The platform considers the request within one day.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-demands-");
    private WebApplication _desk = null!;
    private HttpClient _reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        var demands = _desk.Services.GetRequiredService<DemandDesk>();
        var now = TimeProvider.System.GetUtcNow();
        var letter = Letters.Removal(new DemandScope([Letters.Post], Whole: "the whole messenger in the country")) with { ReceivedAt = now.AddHours(-1) };
        var first = WholeDesk.Done(await demands.ReceiveAsync(new ReceiveDemand(Letters.First, letter), Cancel));
        await LogAsync();
        WholeDesk.Done(await demands.AnswerAsync(
            new AnswerDemand(first.Id, first.Version, Letters.First, Letters.Refusal(DemandRefusalReason.Blanket)), Cancel));
        var until = DateOnly.FromDateTime(now.UtcDateTime).AddDays(30);
        WholeDesk.Done(await demands.ReceiveAsync(
            new ReceiveDemand(
                Letters.First, Letters.Removal() with { ReceivedAt = now.AddHours(-1) }, new DemandSeal(until, SealGround.Victim, "The child could be found.")),
            Cancel));
        await LogAsync();
        await _desk.StartAsync(Cancel);
        _reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_desk.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_list_shows_both_and_opens_only_the_open_one()
    {
        foreach (var path in new[] { "/demands", "/demands.csv", "/demands.json", "/demands.atom" })
        {
            var list = await TextAsync(path);
            Assert.Contains(Number(Refused), list, StringComparison.Ordinal);
            Assert.Contains(Number(Sealed), list, StringComparison.Ordinal);
            Assert.DoesNotContain("The child could be found.", list, StringComparison.Ordinal);
        }

        Assert.Contains(Quote, await TextAsync($"/demands/{Number(Refused)}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Quote, await TextAsync($"/demands/{Number(Sealed)}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Letters.Removal().Issuer.Name, await TextAsync($"/demands/{Number(Sealed)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_filter_opens_a_seal()
    {
        Assert.DoesNotContain(Number(Sealed), await TextAsync("/demands.csv?kind=removal"), StringComparison.Ordinal);
        Assert.DoesNotContain(Number(Sealed), await TextAsync("/demands.csv?country=kz"), StringComparison.Ordinal);
        Assert.Contains(Number(Sealed), await TextAsync("/demands.csv?standing=sealed"), StringComparison.Ordinal);
        Assert.Contains(Number(Refused), await TextAsync("/demands.csv?standing=refused&kind=removal&country=kz"), StringComparison.Ordinal);
        Assert.DoesNotContain(Number(Refused), await TextAsync("/demands.csv?standing=complied"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_file_tile_or_receipt_tells_who_made_a_sealed_demand_and_what_it_asks()
    {
        foreach (var path in new[] { $"/demands/{Number(Sealed)}", $"/demands/{Number(Sealed)}/receipt.json", $"/receipts/{Number(Sealed)}.json", "/log", "/log/tile/entries/000.p/4", "/demands.json?standing=sealed", "/demands.csv?standing=sealed", "/demands.atom?standing=sealed" })
        {
            var told = await TextAsync(path);
            Assert.All(
                [Letters.Removal().Issuer.Name, Letters.Post, Quote, "The child could be found.", "demand:", "R-01"],
                inside => Assert.DoesNotContain(inside, told, StringComparison.Ordinal));
        }

        Assert.Contains("<dt>sealed</dt><dd>1</dd>", await TextAsync("/demands?lang=en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "Посттар мен бір арнадан асып кетеді")]
    [InlineData("ru", "Выходит за пределы постов и одного канала")]
    [InlineData("en", "It reaches beyond posts and one channel")]
    public async Task The_chain_of_one_demand_reads_in_three_languages(string language, string reason) =>
        Assert.Contains(reason, WebUtility.HtmlDecode(await TextAsync($"/demands/{Number(Refused)}?lang={language}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_receipt_of_a_demand_stands_at_both_addresses_and_the_log_leads_to_it()
    {
        var receipt = await TextAsync($"/receipts/{Number(Refused)}.json");
        Assert.Equal(receipt, await TextAsync($"/demands/{Number(Refused)}/receipt.json"));
        Assert.Equal(2, JsonNode.Parse(receipt)!["entries"]!.AsArray().Count);
        Assert.Contains($"/demands/{Number(Refused)}", await TextAsync("/log"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.GetAsync("/demands/D-1999-0001", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/desk/demands")]
    [InlineData("/desk/demands/new")]
    public async Task The_desks_own_pages_need_a_sign_in(string path) =>
        Assert.Equal(HttpStatusCode.Redirect, (await _reader.GetAsync(path, Cancel)).StatusCode);

    private static string Number(string number) =>
        number.Replace("2026", TimeProvider.System.GetUtcNow().Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private async Task LogAsync()
    {
        foreach (var step in _desk.Services.GetServices<IStageStep>().Where(s => s.Name.StartsWith("publish", StringComparison.Ordinal)))
        {
            while (await step.StepAsync(Cancel))
            {
            }
        }
    }

    private async Task<string> TextAsync(string path)
    {
        using var answer = await _reader.GetAsync(path, Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
