using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using Tarazy.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.People;

/// <summary>A real desk on a spare port with the invented sample in it, and the people who come to it.</summary>
internal sealed partial class TheDesk : IAsyncDisposable
{
    public const string Password = "four quiet words here";
    private readonly TheBrowser _browser;
    private readonly DeskProcess _process;
    private readonly List<APerson> _people = [];
    private int _starts = 1;

    private TheDesk(TheBrowser browser, DeskProcess process)
    {
        _browser = browser;
        _process = process;
    }

    public string Url => _process.Url;

    public string LogFolder => Path.Combine(_process.Folder, "log");

    public static async Task<TheDesk> OpensAsync(TheBrowser browser, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["TARAZY_Review__UndoFor"] = "00:00:00" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var desk = new TheDesk(browser, await DeskProcess.StartAsync(["--sample"], all, TestContext.Current.CancellationToken));
        await desk.PrintsItsAddressAsync();
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        await _process.DisposeAsync();
    }

    /// <summary>A power cut, and the desk again on the same folder.</summary>
    public async Task IsKilledAndStartsAgainAsync()
    {
        await IsKilledAsync();
        await StartsAgainAsync();
    }

    public Task IsKilledAsync() => _process.KillAsync();

    public async Task StartsAgainAsync()
    {
        _starts++;
        await _process.StartAgainAsync(TestContext.Current.CancellationToken);
        await PrintsItsAddressAsync();
    }

    /// <summary>Takes the place of the log's only writer until it is disposed of.</summary>
    public FileStream HoldsTheLog()
    {
        Directory.CreateDirectory(LogFolder);
        return new FileStream(Path.Combine(LogFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public async Task<APerson> SomebodyComesAsync(Action<BrowserNewContextOptions>? with = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Url, Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 900 } };
        with?.Invoke(options);
        var person = await APerson.OfAsync(await _browser.ContextAsync(options));
        _people.Add(person);
        return person;
    }

    /// <summary>The link that the desk prints as long as nobody has an account; the newest one alone is good.</summary>
    public string FirstLink() => LinkPrinted().Matches(_process.Output)[^1].Value;

    /// <summary>A one-time link is opened, a password chosen, and the person is at the desk.</summary>
    public static async Task ComesInByAsync(APerson person, string link)
    {
        await person.GoToAsync(link);
        await person.SeesHeadingAsync("Welcome to the desk");
        await person.Page.GetByLabel("Password").FillAsync(Password);
        await person.Page.GetByLabel("Once more").FillAsync(Password);
        await person.Button("Begin").ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(QueueAddress());
        person.Alias = (await person.Page.Locator("details.me > summary").InnerTextAsync()).Trim();
    }

    /// <summary>Adds a person on the page of people.</summary>
    /// <returns>The one-time link, which is shown this once.</returns>
    public static async Task<string> AddsAsync(APerson admin, string name, params string[] roles)
    {
        await admin.GoToAsync("/desk/people");
        await admin.Page.GetByLabel("Name", new() { Exact = false }).FillAsync(name);
        foreach (var role in roles)
        {
            await admin.Page.Locator($"input[name='role'][value='{role}']").CheckAsync();
        }

        await admin.Button("Add and make the link").ClickAsync();
        await admin.SeesAsync("Hand it on now: it is shown this once");
        return await admin.Page.Locator("#link").InputValueAsync();
    }

    /// <summary>Comes in as the first administrator, who may do everything.</summary>
    public async Task<APerson> AdminComesInAsync()
    {
        var admin = await SomebodyComesAsync();
        await ComesInByAsync(admin, FirstLink());
        return admin;
    }

    /// <summary>Somebody new with these roles, signed in.</summary>
    public async Task<APerson> ColleagueComesInAsync(APerson admin, string name, string[] roles, Action<BrowserNewContextOptions>? with = null)
    {
        var link = await AddsAsync(admin, name, roles);
        var colleague = await SomebodyComesAsync(with);
        await ComesInByAsync(colleague, link);
        return colleague;
    }

    /// <summary>Nothing that any person's browser had to complain of.</summary>
    public void NobodysBrowserComplained() => Assert.Empty(_people.SelectMany(p => p.Complaints));

    /// <summary>It answers before it has printed everything; the address comes last.</summary>
    private Task PrintsItsAddressAsync() =>
        Patience.UntilAsync("the desk prints its address", () => Task.FromResult(AddressLine().Count(_process.Output) >= _starts));

    [GeneratedRegex("http://127[^ ]*/welcome/[0-9a-f]+")]
    private static partial Regex LinkPrinted();

    [GeneratedRegex("^Tarazy is at ", RegexOptions.Multiline)]
    private static partial Regex AddressLine();

    [GeneratedRegex("/desk$")]
    private static partial Regex QueueAddress();
}
