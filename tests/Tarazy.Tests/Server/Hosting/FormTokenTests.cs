using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;

namespace Tarazy.Tests.Server.Hosting;

/// <summary>Another site may make a person's browser send a form; without the desk's own token nothing follows.</summary>
public sealed class FormTokenTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-tokens-");
    private WebApplication _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        await _desk.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_address_that_changes_something_refuses_a_form_without_the_desks_token()
    {
        using var admin = await DeskVisits.SignedInAsync(_desk, Roles.Admin);
        var asked = 0;
        foreach (var route in Posts().Where(route => !SpeaksToPrograms(route)))
        {
            var address = RoutePatternWithValues(route.RoutePattern.RawText!);
            var answer = await DeskVisits.PostAsync(admin, address, token: "", ("version", "1"), ("words", "From another site."));

            // Who may not come at all is sent away before the token is looked at, and public forms run out of turns.
            Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Redirect or HttpStatusCode.TooManyRequests, $"{address}: {answer.Status}");
            asked += answer.Status == HttpStatusCode.BadRequest ? 1 : 0;
        }

        Assert.True(asked > 10, $"Only {asked} addresses were asked for a token.");
    }

    [Fact]
    public void Only_the_interfaces_for_programs_go_without_a_token() =>
        Assert.All(Posts().Where(SpeaksToPrograms), route => Assert.StartsWith("/api/", route.RoutePattern.RawText!, StringComparison.Ordinal));

    private static bool SpeaksToPrograms(RouteEndpoint route) => route.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    private static string RoutePatternWithValues(string pattern) =>
        string.Join('/', pattern.Split('/').Select(part => part.StartsWith('{') ? "x-1" : part));

    private IEnumerable<RouteEndpoint> Posts() => _desk.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true);
}
