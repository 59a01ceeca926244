using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.Refusals;

public sealed class UndoTests(TheBrowser browser)
{
    [Fact]
    public async Task A_decision_can_be_taken_back_for_a_while_and_nobody_reads_it_a_second_time_before()
    {
        TheBrowser.OrSkip();
        await using var desk = await TheDesk.OpensAsync(browser, ("TARAZY_Review__UndoFor", "00:05:00"));
        var admin = await desk.AdminComesInAsync();
        var first = await desk.ColleagueComesInAsync(admin, "First reader", ["reviewer"]);
        IReadOnlyList<string> numbers = [];
        await Patience.UntilAsync("the queue is filled", async () =>
            (numbers = await ACase.NumbersOfAsync(first, "Recruitment to war")).Count > 0);
        var read = new ACase(first, numbers[0]);
        await read.OpensAsync();
        await read.AsksToRemoveThePostAsync("kz/crim-170", "telegram-report", "The post offers money for fighting abroad.");
        await read.SubmitsAndGoesOnAsync();

        var bar = first.Page.Locator("form.undo");
        await Expect(bar).ToContainTextAsync($"{read.Number} is decided.");
        var early = new ACase(admin, read.Number);
        await early.OpensAsync();
        await Expect(admin.Page.Locator("#refused-still-undoable")).ToBeVisibleAsync();
        await Expect(early.Form).ToHaveCountAsync(0);

        await first.Page.Keyboard.PressAsync("u");
        await Expect(read.Zone.Locator(".case-head .mono").First).ToHaveTextAsync(read.Number);
        await Expect(read.Zone).ToContainTextAsync("You took the decision back.");
        await Expect(read.Form).ToHaveCountAsync(1);
        desk.NobodysBrowserComplained();
    }
}
