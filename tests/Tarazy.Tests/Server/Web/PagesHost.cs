using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Records.Cases;
using Tarazy.Server.Public.Appeals;
using Tarazy.Server.Public.LogPages;
using Tarazy.Server.Public.Notices;
using Tarazy.Server.Public.Register;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Forms;
using Tarazy.Server.Workbench.Appeals;
using Tarazy.Server.Workbench.Channels;
using Tarazy.Server.Workbench.Demands;
using Tarazy.Server.Workbench.Desk;
using Tarazy.Server.Workbench.Imports;
using Tarazy.Server.Workbench.Labels;
using Tarazy.Server.Workbench.Notices;
using Tarazy.Server.Workbench.People;
using Tarazy.Server.Workbench.Rules;
using Tarazy.Server.Workbench.SignIn;
using Tarazy.Tests.Server.Web.Invented;

namespace Tarazy.Tests.Server.Web;

/// <summary>Every page on loopback, fed by invented views, with the real shell around it. <c>?state=</c> chooses among the states.</summary>
public sealed class PagesHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 32, 0, TimeSpan.Zero);

    private const string Key = "desk.example/log+c3a8594e+AdLWhYvV0R3ZkW7sY0WmC8m0cVWkqYxM2m0kC6l3QJ1e";

    private readonly WebApplication _app;

    private PagesHost(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<PagesHost> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebSetup).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(url).UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddTarazyWeb();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        var app = builder.Build();
        app.UseTarazyWeb();
        app.Use(SignedIn);
        app.UseFormTokens();
        app.UseAntiforgery();
        app.MapTarazyPages();
        MapDesk(app);
        MapPublic(app);
        app.MapGet("/fault", IResult () => throw new InvalidOperationException("A fault that a test asked for."));
        await app.StartAsync();
        return new PagesHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static Task SignedIn(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal))
        {
            string[] roles = http.Request.Query["role"] is [{ } one] ? [one] : ["admin", "reviewer"];
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "R-07"), .. roles.Select(r => new Claim(ClaimTypes.Role, r))], "test"));
        }

        return next(http);
    }

    private static void MapDesk(WebApplication app)
    {
        var desk = new InventedDesk(Now);
        var notices = new InventedNotices(Now);
        var rest = new InventedRest(Now);
        app.MapGet("/desk", (string? state) => Page.Of<DeskPage>(desk.In(state ?? "none")));
        app.MapGet("/desk/cases/{number}", (string number, string? state) => Page.Of<DeskPage>(desk.In(state)));
        app.MapGet(NoticeForms.List, (string? state) => Page.Of<NoticeListPage>(notices.List(state)));
        app.MapGet(NoticeForms.Show, (string number, string? state) => Page.Of<NoticePage>(notices.Of(state)));
        app.MapGet(AppealForm.List, () => Page.Of<AppealListPage>(notices.Appeals));
        app.MapGet(AppealForm.Show, (string number) => Page.Of<AppealPage>(notices.Appeal));
        app.MapGet(DemandForms.Show, (string number) => Page.Of<DemandPage>(InventedDemands.Open));
        app.MapGet(PeopleForm.People, (string? state) => Page.Of<PeoplePage>(rest.People(state)));
        app.MapGet("/desk/rules", (string? state) => Page.Of<RulesPage>(InventedRest.Rules(state)));
        app.MapGet(LabelForms.List, (string? state) => Page.Of<LabelsPage>(InventedLabels.Labels(state)));
        app.MapGet(ChannelForms.Show, (string id, string? state) => Page.Of<ChannelPage>(InventedChannel.In(state)));
        app.MapGet(LabelForms.Second, (string? state) => Page.Of<SecondPage>(InventedLabels.Second(state)));
        app.MapGet("/desk/imports", (string? state) => Page.Of<ImportsPage>(rest.Imports(state)));
        app.MapGet(SignInForm.SignIn, (string? state) => Page.Of<SignInPage>(
            new SignInView(Refusals: state is null ? null : [new InventedRefusal("wrong-sign-in", "That alias and password do not go together.")])));
        app.MapGet(SignInForm.Welcome, (string token) => Page.Of<WelcomePage>(new WelcomeView(token, token == "used" ? null : new ReviewerId("R-13"))));
    }

    private static void MapPublic(WebApplication app)
    {
        var open = new InventedPublic(Now, Key);
        app.MapGet(RegisterQuery.Register, (string? state) => Page.Of<RegisterPage>(open.Register(state)));
        app.MapGet(RegisterQuery.Notice, (string number, string? state) => Page.Of<PublicNoticePage>(open.Notice(state)));
        app.MapGet("/log", (string? state) => Page.Of<LogPage>(open.Log(state)));
        app.MapGet(PublicAppealForm.Appeal, (string token, string? state) => Page.Of<PublicAppealPage>(open.Appeal(state)));
    }
}
