using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tarazy.Server.Accounts;
using Tarazy.Server.Public;
using Tarazy.Server.Public.Log;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Forms;
using Tarazy.Server.Workbench;

namespace Tarazy.Server.Hosting;

/// <summary>The web host around the desk.</summary>
internal static class DeskHost
{
    private const long LargestRequest = 1 << 20;

    /// <summary>Settings come from <c>tarazy.json</c> in the desk's folder and from the environment as <c>TARAZY_Section__Name</c>.</summary>
    public static WebApplication Build(DeskFolder folder, string? database, string url, IReadOnlyDictionary<string, string?>? defaults = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(DeskHost).Assembly.GetName().Name,
        });

        // Until somebody says under which address the public reaches the desk, links lead to where it listens.
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Notice:PublicAddress", (string?)url.TrimEnd('/'))]);
        builder.Configuration.AddInMemoryCollection(defaults ?? new Dictionary<string, string?>());
        builder.Configuration.AddDeskSettings(folder);
        builder.WebHost.UseUrls(url);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Logging.ClearProviders().AddSimpleConsole(line => line.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // Both warn of what is meant: pages with forms are never cached, and the keys lie in the desk's own private folder.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // What it logs it also throws: at a start the command says it, later the stage or the page that asked.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);

        // What ends a start is said by the command; what ends a desk that runs is logged.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);

        builder.Services.AddDesk(folder, database, builder.Configuration);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder.Keys)).SetApplicationName("tarazy");
        builder.Services.AddTarazyWeb();
        builder.Services.AddAccounts();
        builder.Services.AddWorkbench();
        builder.Services.AddPublicPages();
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<WakeUp>();
        builder.Services.AddHostedService<StagePump>();

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.UseTarazyWeb();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFormTokens();
        app.UseAntiforgery();
        app.MapHealthChecks("/healthz").AllowAnonymous();
        app.MapTarazyPages();
        app.MapWorkbench();
        app.MapPublicPages();
        app.MapLog();
        return app;
    }

    private static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestRequest;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
