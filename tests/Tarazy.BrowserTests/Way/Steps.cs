using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.Way;

/// <summary>The way of a post from the queue to the corrected notice. Every step starts from an address, as after a restart.</summary>
internal static class Steps
{
    public const string Proof = "In the app, report 4711";
    public const string Answer = "The post was removed in the whole world.";
    public const string Appeal = "It was a warning against such offers, quoted in full.";
    public const string Reversal = "The channel quoted the offer to warn of it; the desk read it out of its context.";
    public const string Correction = "Told in the app under report 4711";

    public static IReadOnlyList<Step> All { get; } =
    [
        new("The first administrator comes in by the link on the screen", AdminComesAsync),
        new("Three people are added, each with a link", PeopleAreAddedAsync),
        new("Each of them chooses a password", PeopleComeInAsync),
        new("The queue shows the recruitment case", QueueShowsAsync),
        new("The first reader opens and claims it", FirstClaimsAsync),
        new("The first reader asks to remove the post", FirstDecidesAsync),
        new("The second reader reads it blind and agrees", SecondAgreesAsync),
        new("A notice is drafted", NoticeIsDraftedAsync),
        new("The first reader signs it", NoticeIsSignedAsync),
        new("Its entry is in the log", EntryIsInTheLogAsync),
        new("It is marked as sent, with proof", NoticeIsSentAsync),
        new("The answer of the platform is recorded", AnswerComesAsync),
        new("The channel appeals through its link", ChannelAppealsAsync),
        new("A third person decides that the desk was wrong", AppealIsDecidedAsync),
        new("The register shows the whole chain", RegisterShowsAsync),
        new("The receipt verifies in the browser and on another machine", ReceiptVerifiesAsync),
        new("The addressee is told of the correction", CorrectionIsSentAsync),
        new("The correction stands in the register too", CorrectionIsPublicAsync),
    ];

    /// <summary>The steps up to and with the one of this name.</summary>
    public static IEnumerable<Step> UpTo(string name) => All.Take(All.Select(s => s.Name).ToList().IndexOf(name) + 1);

    private static async Task AdminComesAsync(TheWay way)
    {
        way.Admin = await way.Desk.SomebodyComesAsync();
        await TheDesk.ComesInByAsync(way.Admin, way.Desk.FirstLink());
        Assert.Equal("R-01", way.Admin.Alias);
    }

    private static async Task PeopleAreAddedAsync(TheWay way)
    {
        way.Links.Add(await TheDesk.AddsAsync(way.Admin, "First reader", "reviewer"));
        way.Links.Add(await TheDesk.AddsAsync(way.Admin, "Second reader", "reviewer"));
        way.Links.Add(await TheDesk.AddsAsync(way.Admin, "Ombudsperson", "ombudsperson"));
        Assert.Equal(3, way.Links.Distinct().Count());
        await Expect(way.Admin.Page.Locator("tbody tr")).ToHaveCountAsync(4);
    }

    private static async Task PeopleComeInAsync(TheWay way)
    {
        way.First = await way.Desk.SomebodyComesAsync();
        way.Second = await way.Desk.SomebodyComesAsync();
        way.Ombudsperson = await way.Desk.SomebodyComesAsync();
        way.Channel = await way.Desk.SomebodyComesAsync();
        way.Public = await way.Desk.SomebodyComesAsync(o => o.AcceptDownloads = true);
        APerson[] colleagues = [way.First, way.Second, way.Ombudsperson];
        foreach (var (person, link) in colleagues.Zip(way.Links))
        {
            await TheDesk.ComesInByAsync(person, link);
        }

        Assert.Equal(["R-02", "R-03", "R-04"], colleagues.Select(p => p.Alias));
    }

    private static async Task QueueShowsAsync(TheWay way)
    {
        await Patience.UntilAsync("the recruitment post is in the queue", async () =>
        {
            way.Case = await ACase.NumbersOfAsync(way.First, "Recruitment to war") is [var first, ..] ? first : "";
            return way.Case.Length > 0;
        });
        await Expect(way.First.Page.Locator($"#queue [data-case='{way.Case}']")).ToContainTextAsync("free");
    }

    private static async Task FirstClaimsAsync(TheWay way)
    {
        var found = way.CaseBefore(way.First);
        await way.First.GoToAsync("/desk");
        await way.First.Page.Locator($"#queue [data-case='{way.Case}'] h3 a").ClickAsync();
        await Expect(found.Zone.Locator(".case-head .mono").First).ToHaveTextAsync(way.Case);
        await Expect(found.Zone.Locator("mark").First).ToBeVisibleAsync();
        await found.ClaimsAsync();
        await way.CaseBefore(way.Second).OpensAsync();
        await Expect(way.Second.Page.Locator("#case .case-head")).ToContainTextAsync($"Claimed by {way.First.Alias}");
    }

    private static async Task FirstDecidesAsync(TheWay way)
    {
        var read = way.CaseBefore(way.First);
        await read.OpensAsync();
        await read.AsksToRemoveThePostAsync("kz/crim-170", way.Addressee, TheWay.Reasons);
        await read.SubmitsAsync();
        await Expect(read.Zone).ToContainTextAsync("You decided: Remove the post.");
        await Expect(read.Zone.GetByRole(AriaRole.Button, new() { Name = "Claim", Exact = true })).ToHaveCountAsync(0);
        await Expect(way.First.Page.Locator("#decide")).ToContainTextAsync("the second reader must be somebody else");
    }

    private static async Task SecondAgreesAsync(TheWay way)
    {
        var read = way.CaseBefore(way.Second);
        Assert.Equal([way.Case], await ACase.NumbersOfAsync(way.Second, "Recruitment to war", "second-reading"));
        await way.Second.Page.Locator($"#queue [data-case='{way.Case}'] h3 a").ClickAsync();
        await Expect(way.Second.Page.Locator("#decide h2")).ToHaveTextAsync("Second reading");
        await Expect(read.Zone).ToContainTextAsync("A first reader has answered. You will see the answer after yours.");
        await Expect(way.Second.Page.GetByText(TheWay.Reasons)).ToHaveCountAsync(0);
        await Expect(read.Form.Locator("input[name='measure']:checked")).ToHaveCountAsync(0);
        await read.AgreesToRemoveThePostAsync("kz/crim-170");
    }

    private static async Task NoticeIsDraftedAsync(TheWay way)
    {
        way.Notice = await ANotice.OnlyOneAsync(way.First);
        await way.NoticeBefore(way.First).OpensAsync();
        await way.NoticeBefore(way.First).StandsAsync("Waits for a signature");
        await way.NoticeBefore(way.First).MayNotAsync("Mark as sent");
    }

    private static async Task NoticeIsSignedAsync(TheWay way)
    {
        await way.NoticeBefore(way.First).OpensAsync();
        await way.NoticeBefore(way.First).SignsAsync();
    }

    private static Task EntryIsInTheLogAsync(TheWay way) => way.NoticeBefore(way.First).WaitsForItsEntryAsync();

    private static async Task NoticeIsSentAsync(TheWay way)
    {
        await way.NoticeBefore(way.First).OpensAsync();
        await way.NoticeBefore(way.First).MarksAsSentAsync(Proof);
        await way.NoticeBefore(way.First).StandsAsync("Sent, waiting");
        way.AppealLink = await way.NoticeBefore(way.First).AppealLinkAsync();
        Assert.StartsWith($"{way.Desk.Url}/appeal/", way.AppealLink, StringComparison.Ordinal);
    }

    private static async Task AnswerComesAsync(TheWay way)
    {
        await way.NoticeBefore(way.Second).OpensAsync();
        await way.NoticeBefore(way.Second).RecordsTheAnswerAsync("removed", Answer);
        await way.NoticeBefore(way.Second).StandsAsync("Removed");
    }

    private static async Task ChannelAppealsAsync(TheWay way)
    {
        await new ThePublicPages(way.Channel).AppealsAsync(way.AppealLink, Appeal);
        await way.Channel.SeesAsync("Waits for a decision");
    }

    private static async Task AppealIsDecidedAsync(TheWay way)
    {
        await way.First.GoToAsync($"/desk/appeals/{way.Notice}");
        await Expect(way.First.Page.GetByText($"{way.First.Alias} had a part in this notice")).ToBeVisibleAsync();
        var third = way.Ombudsperson;
        await third.GoToAsync("/desk/appeals");
        await third.Page.Locator("ol.lines a").ClickAsync();
        await third.SeesAsync(Appeal);
        await third.Page.GetByLabel("Yes, withdraw the notice").CheckAsync();
        await third.Page.GetByLabel("Reasons", new() { Exact = false }).Last.FillAsync(Reversal);
        await third.Button("Decide the appeal").ClickAsync();
        await way.NoticeBefore(third).StandsAsync("Reversed on appeal");
        await way.Channel.GoToAsync(way.AppealLink);
        await way.Channel.SeesAsync("You were right: the notice was withdrawn on");
    }

    private static async Task RegisterShowsAsync(TheWay way)
    {
        var pages = new ThePublicPages(way.Public);
        await pages.SeesTheChainAsync(way.Notice, "Notice", "Answer", "Appeal", "Reversal", "Withdrawal");
        await way.Public.SeesAsync(Reversal);
        await Expect(way.Public.Page.GetByText("R-0")).ToHaveCountAsync(0);
        await way.Public.GoToAsync("/register");
        await Expect(way.Public.Page.Locator("li", new() { HasText = way.Notice })).ToContainTextAsync("Reversed on appeal");
    }

    private static async Task ReceiptVerifiesAsync(TheWay way)
    {
        var pages = new ThePublicPages(way.Public);
        var folder = Directory.CreateTempSubdirectory("tarazy-receipt-");
        try
        {
            await way.Public.GoToAsync($"/register/{way.Notice}");
            await pages.VerifiesAsync("Verify", "Verified, signer seen for the first time");
            await pages.VerifiesAsync("Check again", "Verified");
            var receipt = await pages.DownloadsTheReceiptAsync(folder.FullName);
            var key = await pages.KeyOfTheLogAsync();
            var (code, printed) = await CommandLine.RunAsync("verify", receipt, "--key", key);
            Assert.True(code == 0, printed);

            // A receipt in which one letter differs must not pass.
            var text = await File.ReadAllTextAsync(receipt, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(receipt, text.Replace(Answer, Answer.Replace("whole", "wide", StringComparison.Ordinal), StringComparison.Ordinal), TestContext.Current.CancellationToken);
            Assert.Equal(1, (await CommandLine.RunAsync("verify", receipt, "--key", key)).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CorrectionIsSentAsync(TheWay way)
    {
        await way.NoticeBefore(way.First).OpensAsync();
        await way.NoticeBefore(way.First).TellsTheAddresseeAsync(Correction);
        await way.NoticeBefore(way.First).MayNotAsync("Tell the addressee");
    }

    private static Task CorrectionIsPublicAsync(TheWay way) => new ThePublicPages(way.Public)
        .SeesTheChainAsync(way.Notice, "Notice", "Answer", "Appeal", "Reversal", "Withdrawal", "Correction sent");
}
