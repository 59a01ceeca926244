using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Server.Accounts;

namespace Tarazy.Tests.Server;

/// <summary>People who come to a desk over HTTP, with the cookies and form tokens of a browser.</summary>
internal static partial class DeskVisits
{
    private const string Password = "three words in a row";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static HttpClient Client(WebApplication desk) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(desk.Urls.First()),
    };

    public static async Task<HttpClient> SignedInAsync(WebApplication desk, params string[] roles)
    {
        var accounts = desk.Services.GetRequiredService<AccountBook>();
        var (alias, token) = await accounts.InviteAsync("an invented person", roles, ["en"], Cancel);
        Assert.True((await accounts.AcceptAsync(token, Password, Cancel)).Ok);
        var client = Client(desk);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(client, "/sign-in", ("alias", alias), ("password", Password))).Status);
        return client;
    }

    public static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        // Every page of the desk carries the token of its forms; the page for signing in is open to all.
        var page = (await GetAsync(client, "/sign-in")).Body;
        var token = FormToken().Match(page) is { Success: true } found ? found.Groups["token"].Value : "";
        return await PostAsync(client, address, token, fields);
    }

    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(
        HttpClient client, string address, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("form-token", token)]);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();
}
