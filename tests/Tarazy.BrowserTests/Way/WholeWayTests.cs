using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;

namespace Tarazy.BrowserTests.Way;

public sealed class WholeWayTests(TheBrowser browser, ITestOutputHelper output)
{
    private static readonly string[] Entries = ["Notice", "Sent", "Answer", "Appeal", "Appeal decided", "Withdrawal", "Correction sent"];

    [Fact]
    public async Task A_post_goes_from_the_queue_to_the_corrected_notice_and_everybody_can_check_it()
    {
        TheBrowser.OrSkip();
        await using var desk = await TheDesk.OpensAsync(browser);
        var way = await GoesAsync(new TheWay(desk), before: _ => Task.CompletedTask);
        await NothingIsLostOrTwiceAsync(way);
        desk.NobodysBrowserComplained();
    }

    [Fact]
    public async Task It_goes_the_same_way_when_the_desk_is_killed_before_every_step()
    {
        TheBrowser.OrSkip();
        await using var desk = await TheDesk.OpensAsync(browser);
        var way = await GoesAsync(new TheWay(desk), before: d => d.IsKilledAndStartsAgainAsync());
        await desk.IsKilledAndStartsAgainAsync();
        await NothingIsLostOrTwiceAsync(way);
    }

    private async Task<TheWay> GoesAsync(TheWay way, Func<TheDesk, Task> before)
    {
        foreach (var step in Steps.All)
        {
            await before(way.Desk);
            output.WriteLine(step.Name);
            await step.DoAsync(way);
        }

        return way;
    }

    private static async Task NothingIsLostOrTwiceAsync(TheWay way)
    {
        Assert.Equal(way.Notice, await ANotice.OnlyOneAsync(way.First));
        await TheCaseRemembersAsync(way);
        await TheNoticeRemembersAsync(way);

        var pages = new ThePublicPages(way.Public);

        // The sample's demands are in the log before.
        Assert.Equal(Entries.Select(e => $"{e} {way.Notice}"), (await pages.EntriesAsync()).Where(e => e.EndsWith(way.Notice, StringComparison.Ordinal)));
        var (code, printed) = await CommandLine.RunAsync("verify", way.Desk.LogFolder, "--key", await pages.KeyOfTheLogAsync());
        Assert.True(code == 0, printed);
    }

    private static async Task TheCaseRemembersAsync(TheWay way)
    {
        var read = way.CaseBefore(way.Admin);
        await read.OpensAsync();
        var history = (await read.HistoryAsync()).Reverse().ToList();
        var said = history.SkipWhile(h => !h.Contains("claimed", StringComparison.Ordinal)).ToList();
        Assert.Collection(
            said,
            h => Assert.StartsWith("R-02 claimed the case until", h, StringComparison.Ordinal),
            h => Assert.Equal("R-02 decided: Remove the post.", h),
            h => Assert.StartsWith("R-03 came to the same", h, StringComparison.Ordinal));
    }

    private static async Task TheNoticeRemembersAsync(TheWay way)
    {
        await way.NoticeBefore(way.Admin).OpensAsync();
        var history = (await way.NoticeBefore(way.Admin).HistoryAsync()).Reverse().ToList();
        Assert.Equal(
            [
                "Drafted: R-02 and R-03 came to the same.",
                "Signed by R-02.",
                $"Sent by R-02: {Steps.Proof}",
                $"Answer: Removed. {Steps.Answer}",
                "The channel appealed.",
                $"Reversed by R-04: {Steps.Reversal}",
                $"Withdrawn by R-04: {Steps.Reversal}",
                $"The addressee was told: {Steps.Correction}",
            ],
            history);
    }
}
