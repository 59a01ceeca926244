using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.People;

/// <summary>One notice at the desk in front of one person.</summary>
internal sealed class ANotice(APerson person, string number)
{
    public string Number => number;

    private IPage Page => person.Page;

    /// <summary>The numbers of all notices at the desk.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(APerson person)
    {
        await person.GoToAsync("/desk/notices");
        return [.. (await person.Page.Locator("ol.lines > li .mono").AllInnerTextsAsync()).Select(n => n.Trim())];
    }

    /// <summary>Waits until the desk has drafted its only notice.</summary>
    public static async Task<string> OnlyOneAsync(APerson person)
    {
        IReadOnlyList<string> all = [];
        await Patience.UntilAsync("a notice is drafted", async () => (all = await AllAsync(person)).Count > 0);
        return Assert.Single(all);
    }

    public async Task OpensAsync()
    {
        await person.GoToAsync($"/desk/notices/{number}");
        await Expect(Page.Locator(".page-head .mono").First).ToHaveTextAsync(number);
    }

    public Task StandsAsync(string state) => Expect(Page.Locator(".page-head .st").First).ToHaveTextAsync(state);

    public ILocator Act(string heading) =>
        Page.Locator("form.act-form", new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }) });

    public Task MayAsync(string act) => Expect(Act(act)).ToHaveCountAsync(1);

    public Task MayNotAsync(string act) => Expect(Act(act)).ToHaveCountAsync(0);

    public async Task SignsAsync()
    {
        await Page.GetByLabel("I make this statement in good faith").CheckAsync();
        await person.Button("Sign").ClickAsync();
        await Expect(Page.Locator(".rail")).ToContainTextAsync($"Signed by {person.Alias}.");
    }

    /// <summary>Loads the page again until the entry of the signing stands in the log.</summary>
    public async Task WaitsForItsEntryAsync()
    {
        await Patience.UntilAsync("the entry is in the log", async () =>
        {
            await OpensAsync();
            return await Page.GetByText("In the log, entry").CountAsync() > 0;
        });
        await StandsAsync("In the log, may be sent");
    }

    public async Task MarksAsSentAsync(string proof)
    {
        await Act("Mark as sent").GetByLabel("Number or words the platform gave back").FillAsync(proof);
        await person.Button("It is sent").ClickAsync();
        await Expect(Page.Locator(".rail")).ToContainTextAsync($"Sent by {person.Alias}: {proof}");
    }

    public async Task RecordsTheAnswerAsync(string outcome, string words)
    {
        await Act("Answer came").GetByLabel("What came of it").SelectOptionAsync(outcome);
        await Act("Answer came").GetByLabel("In the platform’s words").FillAsync(words);
        await person.Button("Record the answer").ClickAsync();
        await Expect(Page.Locator(".rail")).ToContainTextAsync(words);
    }

    public async Task TellsTheAddresseeAsync(string proof)
    {
        await Act("Tell the addressee").GetByLabel("How it was told").FillAsync(proof);
        await person.Button("The addressee was told").ClickAsync();
        await Expect(Page.Locator(".rail")).ToContainTextAsync($"The addressee was told: {proof}");
    }

    public Task<string> AppealLinkAsync() => Page.Locator("#appeal-link").InputValueAsync();

    public Task<string> VersionAsync() => Page.Locator("form.act-form input[name='version']").First.InputValueAsync();

    /// <summary>What the history of the notice says, newest first.</summary>
    public Task<IReadOnlyList<string>> HistoryAsync() => Page.Locator(".rail li > span").AllInnerTextsAsync();
}
