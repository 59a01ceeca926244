using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;

namespace Tarazy.Tests.Server.Web;

/// <summary>The pages of the desk, each in every state, beside the policies that the desk's own routes demand.</summary>
public sealed partial class OfferedFormsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-offered-forms-");
    private PagesHost _pages = null!;
    private WebApplication _desk = null!;
    private List<(RouteEndpoint Route, TemplateMatcher Matcher)> _routes = [];

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        _routes =
        [
            .. ((IEndpointRouteBuilder)_desk).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Select(e => (e, new TemplateMatcher(new RouteTemplate(e.RoutePattern), []))),
        ];
        _pages = await PagesHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.DisposeAsync();
        await _desk.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Ombudsperson)]
    public async Task Nobody_is_offered_a_form_whose_action_they_are_refused(string role)
    {
        var wrong = new List<string>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in PagesTests.Addresses.Select(a => a.Data).Where(a => a.StartsWith("/desk", StringComparison.Ordinal) && !a.Contains("role=", StringComparison.Ordinal)))
        {
            if (!await MayAsync("GET", address, role))
            {
                continue;
            }

            var offered = await ActionsAsync(address, role);
            foreach (var action in (await ActionsAsync(address, Roles.Reviewer)).Concat(offered).Distinct())
            {
                if (!await MayAsync("POST", action, role))
                {
                    (offered.Contains(action) ? wrong : (ICollection<string>)kept).Add($"{address}: {action}");
                }
            }
        }

        Assert.Empty(wrong);
        string[] acts = ["/decide", "/undo", "/note", "/sign", "/withdraw", "/send", "/mark-sent", "/verify", "/give"];
        Assert.All(acts, act => Assert.Contains(kept, k => k.EndsWith(act, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/desk/notices/N-2026-0101", Roles.Auditor, "A reviewer signs and sends it.")]
    [InlineData("/desk/appeals/N-2026-0098", Roles.Auditor, "An ombudsperson decides it.")]
    [InlineData("/desk/appeals/N-2026-0098", Roles.Reviewer, "An ombudsperson decides it.")]
    [InlineData("/desk/demands/D-2026-0001", Roles.Auditor, "A reviewer works on it.")]
    [InlineData("/desk/cases/C-2026-1184?state=undo", Roles.Auditor, "A reviewer can take it back.")]
    public async Task Where_a_form_is_left_out_it_is_said_whose_it_is(string address, string role, string says) =>
        Assert.Contains(says, await HtmlAsync(address, role), StringComparison.Ordinal);

    [Fact]
    public async Task An_ombudsperson_decides_appeals_and_objections()
    {
        Assert.Contains("/desk/appeals/N-2026-0101/decide", await ActionsAsync("/desk/appeals/N-2026-0098", Roles.Ombudsperson));
        Assert.Equal(
            ["/desk/demands/D-2026-0001/decide-objection", "/sign-out"],
            (await ActionsAsync("/desk/demands/D-2026-0001", Roles.Ombudsperson)).Order(StringComparer.Ordinal));
    }

    private async Task<bool> MayAsync(string method, string address, string role)
    {
        var path = address.Split('?', '#')[0];
        var route = _routes
            .Where(r => r.Route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true && r.Matcher.TryMatch(path, []))
            .Select(r => r.Route).MinBy(r => r.RoutePattern.InboundPrecedence);
        Assert.True(route is not null, $"The desk has no {method} {path}.");
        var policy = await AuthorizationPolicy.CombineAsync(
            _desk.Services.GetRequiredService<IAuthorizationPolicyProvider>(), route.Metadata.GetOrderedMetadata<IAuthorizeData>());
        var person = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "R-07"), new(ClaimTypes.Role, role)], "test"));
        return policy is null || (await _desk.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(person, null, policy)).Succeeded;
    }

    private async Task<IReadOnlyList<string>> ActionsAsync(string address, string role)
    {
        var html = await HtmlAsync(address, role);
        var actions = PostForm().Matches(html).Select(f => Action().Match(f.Value)).Concat(OtherAction().Matches(html));
        return [.. actions.Select(a => a.Groups["to"].Value.Split('?', '#')[0]).Distinct()];
    }

    private async Task<string> HtmlAsync(string address, string role)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "role=" + role);
        asked.Headers.Add("Cookie", "tarazy.lang=en");
        using var answer = await _pages.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<form[^>]*method="post"[^>]*>""")]
    private static partial Regex PostForm();

    [GeneratedRegex("""\saction="(?<to>[^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""\sformaction="(?<to>[^"]+)""")]
    private static partial Regex OtherAction();
}
