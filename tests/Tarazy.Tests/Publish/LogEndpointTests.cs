using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tarazy.Publish.Logs;
using Tarazy.Server.Public.Log;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Publish;

public sealed class LogEndpointTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private PublishDesk _desk = null!;
    private WebApplication _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await PublishDesk.StartAsync();
        PublishTests.WholeLife(_desk, 1);
        await _desk.RunAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IPublicLog>(_desk.Log);
        builder.Services.AddSingleton(_desk.Receipts);
        _app = builder.Build();
        _app.MapLog();
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData("/log/checkpoint", "public, max-age=5")]
    [InlineData("/log/vkey", "public, max-age=5")]
    [InlineData("/log/tile/0/000.p/8", "public, max-age=31536000, immutable")]
    [InlineData("/log/tile/entries/000.p/8", "public, max-age=31536000, immutable")]
    [InlineData("/receipts/N-2026-0001.json", "no-cache")]
    public async Task What_never_changes_is_cached_for_ever_and_the_checkpoint_for_seconds(string path, string caching)
    {
        using var response = await _client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var header = Assert.Single(response.Headers.GetValues("Cache-Control"));
        Assert.Equal(caching.Split(", ").Order(), header.Split(", ").Order());
    }

    [Theory]
    [InlineData("/log/tile/0/000")] // not whole yet
    [InlineData("/log/tile/0/000.p/9")] // not signed yet
    [InlineData("/log/tile/0/001")]
    [InlineData("/log/tile/00/000.p/8")]
    [InlineData("/log/tile/0/000.p/08")]
    [InlineData("/log/tile/0/%2e%2e/%2e%2e/lock")]
    [InlineData("/log/tile/..%2f..%2flock")]
    [InlineData("/log/lock")]
    [InlineData("/receipts/N-2026-0002.json")]
    [InlineData("/receipts/N-2026-0001")]
    [InlineData("/receipts/..%2fx.json")]
    public async Task Nothing_else_is_served(string path)
    {
        using var response = await _client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_receipt_from_the_wire_is_verified_with_the_key_from_the_wire()
    {
        var file = await _client.GetByteArrayAsync("/receipts/N-2026-0001.json", Cancel);
        var key = TarazyKey(await _client.GetStringAsync("/log/vkey", Cancel));
        Assert.Equal(Verdict.Verified, Check.Receipt(ReceiptFile.Parse(file).Required(), key).Verdict);
    }

    private static Tarazy.TransparencyLog.Checkpoints.VerifierKey TarazyKey(string text) =>
        Tarazy.TransparencyLog.Checkpoints.VerifierKey.Parse(text).Required();
}
