using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.People;

/// <summary>Somebody in front of a browser of their own. What the browser complains of is kept.</summary>
internal sealed class APerson : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private APerson(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.SetDefaultTimeout(20_000);
        page.PageError += (_, error) => Complain($"script: {error}");
        page.Console += (_, message) =>
        {
            // A refused form is an answer of 4xx, which the browser prints as an error; parts of a page are watched below.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Complain($"console: {message.Text}");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && answer.Request.ResourceType is not ("document" or "fetch"))
            {
                Complain($"{answer.Status} {answer.Url}");
            }
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>What appears beside this person's decisions; empty for the public.</summary>
    public string Alias { get; set; } = "";

    /// <summary>Errors of scripts, breaches of the content policy, parts of pages that were not there.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    public static async Task<APerson> OfAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    public async Task<IResponse> GoToAsync(string path) => (await Page.GotoAsync(path))!;

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public Task SeesHeadingAsync(string name) =>
        Expect(Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }).First).ToBeVisibleAsync();

    public Task SeesAsync(string text) => Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>The value of the form token on the page, for a request that the page itself does not offer.</summary>
    public async Task<string> FormTokenAsync() => await Page.Locator("input[name='form-token']").First.GetAttributeAsync("value") ?? "";

    /// <summary>Posts a form that no button of the page sends, as somebody would who writes the request by hand.</summary>
    public async Task<IAPIResponse> PostsByHandAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = _context.APIRequest.CreateFormData().Set("form-token", await FormTokenAsync());
        foreach (var (name, value) in fields)
        {
            form.Set(name, value);
        }

        return await _context.APIRequest.PostAsync(new Uri(new Uri(Page.Url), path).ToString(), new() { Form = form, MaxRedirects = 0 });
    }

    private void Complain(string what)
    {
        lock (_complaints)
        {
            _complaints.Add($"{Page.Url}: {what}");
        }
    }
}
