using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using Tarazy.BrowserTests.Way;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.Refusals;

public sealed class SendingTests(TheBrowser browser)
{
    [Fact]
    public async Task Before_its_entry_is_in_the_log_no_button_sends_a_notice_and_no_request_does()
    {
        TheBrowser.OrSkip();
        await using var desk = await TheDesk.OpensAsync(browser);
        var way = new TheWay(desk);
        foreach (var step in Steps.UpTo("A notice is drafted"))
        {
            await step.DoAsync(way);
        }

        // Another writer holds the log, so the entry cannot come; the desk waits and sends nothing.
        var notice = way.NoticeBefore(way.First);
        await desk.IsKilledAsync();
        await using (desk.HoldsTheLog())
        {
            await desk.StartsAgainAsync();
            await notice.OpensAsync();
            await notice.SignsAsync();
            await notice.OpensAsync();
            await notice.StandsAsync("Signed, on its way to the log");
            await way.First.SeesAsync("Not in the log yet");
            await notice.MayNotAsync("Mark as sent");
            var refused = await way.First.PostsByHandAsync(
                $"/desk/notices/{way.Notice}/mark-sent", ("version", await notice.VersionAsync()), ("proof", "Sent in secret"));
            Assert.Equal(409, refused.Status);
            Assert.Contains("refused-not-in-log", await refused.TextAsync(), StringComparison.Ordinal);
        }

        await notice.WaitsForItsEntryAsync();
        await Expect(way.First.Page.GetByText("Sent in secret")).ToHaveCountAsync(0);
        await notice.MayAsync("Mark as sent");
    }
}
