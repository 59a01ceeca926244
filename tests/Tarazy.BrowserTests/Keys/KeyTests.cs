using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using Tarazy.BrowserTests.Refusals;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.Keys;

/// <summary>The desk by keyboard alone, and without any script.</summary>
public sealed class KeyTests(StaffedDesk desk) : IClassFixture<StaffedDesk>
{
    [Fact]
    public async Task Keys_go_through_the_queue_choose_a_rung_and_submit_and_rest_while_somebody_types()
    {
        TheBrowser.OrSkip();
        var page = desk.First.Page;
        await desk.First.GoToAsync("/desk");
        var current = page.Locator("#queue .q-item[aria-current='true']");
        var numbers = await page.Locator("#queue .q-item").EvaluateAllAsync<string[]>("items => items.map(i => i.dataset.case)");
        await page.Keyboard.PressAsync("j");
        await Expect(current).ToHaveAttributeAsync("data-case", numbers[0]);
        await Expect(page.Locator("#case .case-head .mono").First).ToHaveTextAsync(numbers[0]);
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#case .case-head .mono").First).ToHaveTextAsync(numbers[1]);
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("#case .case-head .mono").First).ToHaveTextAsync(numbers[0]);

        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("input[name='measure'][value='1']")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("r");
        var reasons = page.Locator("textarea[name='reasons']");
        await Expect(reasons).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("jk 2 readers asked for more words ?");
        await Expect(reasons).ToHaveValueAsync("jk 2 readers asked for more words ?");
        await Expect(page.Locator("input[name='measure'][value='1']")).ToBeCheckedAsync();
        await Expect(page.Locator("#case .case-head .mono").First).ToHaveTextAsync(numbers[0]);
        await Expect(page.Locator("dialog#keys")).Not.ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#case .case-head .mono").First).Not.ToHaveTextAsync(numbers[0]);
        await new ACase(desk.First, numbers[0]).OpensAsync();
        await Expect(page.Locator("#history")).ToContainTextAsync("You decided: Context.");
        desk.Desk.NobodysBrowserComplained();
    }

    [Fact]
    public async Task Keys_count_by_their_place_where_the_keyboard_writes_kazakh_or_russian()
    {
        TheBrowser.OrSkip();
        var page = desk.Second.Page;
        await desk.Second.GoToAsync("/desk");
        var first = await page.Locator("#queue .q-item").First.GetAttributeAsync("data-case");
        await PressesAsync(page, "о", "KeyJ");
        await Expect(page.Locator("#case .case-head .mono").First).ToHaveTextAsync(first!);
        await PressesAsync(page, "ә", "Digit2");
        await Expect(page.Locator("input[name='measure'][value='2']")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task One_key_claims_a_case_and_gives_it_back()
    {
        TheBrowser.OrSkip();
        var read = new ACase(desk.Second, desk.FreshCase());
        await read.OpensAsync();
        await desk.Second.Page.Keyboard.PressAsync("t");
        await Expect(read.Zone).ToContainTextAsync("Claimed by you");
        await desk.Second.Page.Keyboard.PressAsync("t");
        await Expect(read.Zone.GetByRole(AriaRole.Button, new() { Name = "Claim", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_number_leads_to_what_it_names_or_to_a_word_that_nothing_was_found()
    {
        TheBrowser.OrSkip();
        await desk.Second.GoToAsync("/desk/go?to=d-2026-0001");
        await Expect(desk.Second.Page.Locator(".page-head .mono").First).ToHaveTextAsync("D-2026-0001");
        await desk.Second.GoToAsync("/desk/go?to=C-1");
        await Expect(desk.Second.Page.Locator("#queue")).ToContainTextAsync("No case, notice or demand here goes by “C-1”");
    }

    [Fact]
    public async Task The_question_mark_opens_the_list_of_keys()
    {
        TheBrowser.OrSkip();
        var page = desk.Second.Page;
        await desk.Second.GoToAsync("/desk");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog#keys")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_way_from_the_queue_to_a_decision_is_open()
    {
        TheBrowser.OrSkip();
        var plain = await desk.Desk.ColleagueComesInAsync(desk.Admin, "Plain", ["reviewer"], o => o.JavaScriptEnabled = false);
        var page = plain.Page;
        await plain.GoToAsync("/desk");
        var read = new ACase(plain, desk.FreshRecruitment());
        await page.Locator($"#queue [data-case='{read.Number}'] h3 a").ClickAsync();
        await Expect(read.Zone.Locator(".case-head .mono").First).ToHaveTextAsync(read.Number);
        await read.ClaimsAsync();
        await read.AsksToRemoveThePostAsync("kz/crim-170", "telegram-report", "The post offers money for fighting abroad.");
        await read.SubmitsAsync();
        await Expect(read.Zone).ToContainTextAsync("You decided: Remove the post.");
    }

    /// <summary>What a page hears of a key on a keyboard of another script.</summary>
    private static async Task PressesAsync(IPage page, string writes, string place) => await page.EvaluateAsync(
        "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))",
        new[] { writes, place });
}
