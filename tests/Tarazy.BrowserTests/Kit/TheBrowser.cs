using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Tarazy.BrowserTests.Kit.TheBrowser))]

namespace Tarazy.BrowserTests.Kit;

/// <summary>The Chromium of the machine, started once for all tests; a test without one is skipped and says so.</summary>
public sealed class TheBrowser : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool Here => File.Exists(Path);

    public static void OrSkip() => Assert.SkipUnless(Here, $"There is no {Path} on this machine.");

    public async ValueTask InitializeAsync()
    {
        if (Here)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags, Headless = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A browser of its own for one person: its own cookies, its own storage.</summary>
    internal Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);
}
