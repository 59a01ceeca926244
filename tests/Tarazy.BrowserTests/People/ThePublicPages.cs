using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.People;

/// <summary>What anybody sees: the register, one notice in it, the log, the appeal behind its link.</summary>
internal sealed class ThePublicPages(APerson person)
{
    private IPage Page => person.Page;

    public ILocator Chain => Page.Locator("ol.chain > li");

    /// <summary>Loads the notice's page until its chain has this many steps, each of them in the log.</summary>
    public async Task SeesTheChainAsync(string number, params string[] steps)
    {
        await Patience.UntilAsync($"the chain of {number} has {steps.Length} steps in the log", async () =>
        {
            await person.GoToAsync($"/register/{number}");
            return await Chain.CountAsync() == steps.Length && await Page.GetByText("On its way to the log").CountAsync() == 0;
        });
        for (var at = 0; at < steps.Length; at++)
        {
            await Expect(Chain.Nth(at).GetByRole(AriaRole.Heading, new() { Level = 3 })).ToContainTextAsync(steps[at]);
        }
    }

    /// <summary>Presses the button of the box that checks a receipt in the browser.</summary>
    public async Task VerifiesAsync(string button, string verdict)
    {
        await person.Button(button).ClickAsync();
        await Expect(Page.Locator("verify-box .state .st")).ToHaveTextAsync(verdict);
    }

    /// <returns>Where the receipt was saved.</returns>
    public async Task<string> DownloadsTheReceiptAsync(string folder)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => person.Link("Receipt").ClickAsync());
        var file = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    /// <summary>The key as it stands on the page of the log.</summary>
    public async Task<string> KeyOfTheLogAsync()
    {
        await person.GoToAsync("/log");
        return (await Page.Locator("#log-key").InnerTextAsync()).Trim();
    }

    /// <summary>What the page of the log lists, oldest first: the kind of each entry and its notice.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync()
    {
        await person.GoToAsync("/log");
        var entries = await Page.Locator("ol.latest > li > span:nth-child(2)").AllInnerTextsAsync();
        return [.. entries.Reverse()];
    }

    public async Task AppealsAsync(string link, string words)
    {
        await person.GoToAsync(link);
        await person.SeesHeadingAsync("Appeal");
        await Page.GetByLabel("What did the desk get wrong?").FillAsync(words);
        await person.Button("Send the appeal").ClickAsync();
        await person.SeesHeadingAsync("Your appeal");
        await person.SeesAsync(words);
    }
}
