using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.People;

/// <summary>One case in front of one person.</summary>
internal sealed class ACase(APerson person, string number)
{
    public string Number => number;

    private IPage Page => person.Page;

    public ILocator Zone => Page.Locator("#case");

    public ILocator Form => Page.Locator("#decision");

    /// <summary>The numbers of the cases in the queue whose harm has this name, most urgent first.</summary>
    public static async Task<IReadOnlyList<string>> NumbersOfAsync(APerson person, string harm, string filter = "all")
    {
        await person.GoToAsync($"/desk?filter={filter}");
        var items = person.Page.Locator("#queue .q-item", new() { Has = person.Page.GetByRole(AriaRole.Link, new() { Name = harm }) });
        return [.. await items.EvaluateAllAsync<string[]>("items => items.map(i => i.dataset.case)")];
    }

    public async Task OpensAsync()
    {
        await person.GoToAsync($"/desk/cases/{number}");
        await Expect(Zone.Locator(".case-head .mono").First).ToHaveTextAsync(number);
    }

    public async Task ClaimsAsync()
    {
        await Zone.GetByRole(AriaRole.Button, new() { Name = "Claim", Exact = true }).ClickAsync();
        await Expect(Zone).ToContainTextAsync("Claimed by you");
    }

    /// <param name="rung">0 to 7.</param>
    public async Task ChoosesAsync(int rung)
    {
        var radio = Page.Locator($"input[name='measure'][value='{rung}']");
        await Form.Locator(".rung", new() { Has = radio }).ClickAsync();
        await Expect(radio).ToBeCheckedAsync();
    }

    public Task ClauseAsync(string clause) => Form.Locator("[name='clause']").SelectOptionAsync(clause);

    public Task WritesAsync(string field, string words) => Form.Locator($"textarea[name='{field}']").FillAsync(words);

    public Task EndsInAsync(int days) => Form.Locator("[name='ends-on']")
        .FillAsync(TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Task AsksAsync(string addressee) => Form.Locator("[name='addressee']").SelectOptionAsync(addressee);

    /// <summary>Opens what is folded and answers the three questions.</summary>
    public async Task AnswersTheThreePartTestAsync()
    {
        await UnfoldsAsync("Legality");
        await WritesAsync("legality", "The article is published and foreseeable, and it names recruitment in so many words.");
        await UnfoldsAsync("Legitimate aim");
        await Form.Locator("[name='aim']").SelectOptionAsync("rights-of-others");
        await WritesAsync("aim-reason", "The lives of the people whom the post calls to a front.");
        await UnfoldsAsync("Necessity and proportionality");
        await WritesAsync("necessity", "It names a sum, a place and a contact, so a reader can leave the same evening.");
        await WritesAsync("why-not-milder", "A label leaves the contact readable, and the author is nobody whom one could ask.");
        await Form.Locator("[name='harmful'][value='yes']").CheckAsync();
    }

    public async Task UnfoldsAsync(string part)
    {
        var details = Form.Locator(".test details", new() { Has = Page.GetByText(part, new() { Exact = true }) });
        if (await details.GetAttributeAsync("open") is null)
        {
            await details.Locator("summary").ClickAsync();
        }
    }

    /// <summary>Everything that removing a post owes.</summary>
    public async Task AsksToRemoveThePostAsync(string clause, string addressee, string reasons)
    {
        await ChoosesAsync(6);
        await ClauseAsync(clause);
        await AnswersTheThreePartTestAsync();
        await WritesAsync("reasons", reasons);
        await EndsInAsync(30);
        await AsksAsync(addressee);
    }

    /// <summary>The second reader's own answer, which comes to the same.</summary>
    public async Task AgreesToRemoveThePostAsync(string clause)
    {
        await ChoosesAsync(6);
        await ClauseAsync(clause);
        await WritesAsync("reasons", "An offer of money for what the article names, with a place and a contact.");
        await SubmitsAsync();
        await Expect(Page.Locator("#history")).ToContainTextAsync("You came to the same, not having seen the first answer.");
    }

    public Task SubmitsAsync() => person.Button("Submit").ClickAsync();

    public Task SubmitsAndGoesOnAsync() => Page.Locator("button[data-key='submit']").ClickAsync();

    /// <summary>What the history of the case says, newest first.</summary>
    public Task<IReadOnlyList<string>> HistoryAsync() => Page.Locator("#history .rail li > span").AllInnerTextsAsync();
}
