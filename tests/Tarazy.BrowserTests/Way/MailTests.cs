using System.Globalization;
using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using Tarazy.TestKit.Mail;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.Way;

public sealed class MailTests(TheBrowser browser)
{
    [Fact]
    public async Task A_mail_that_was_under_way_when_the_desk_was_killed_is_settled_by_a_person_and_never_sent_again()
    {
        TheBrowser.OrSkip();
        await using var server = new SmtpSink(SinkManner.StaySilentAfterContent);
        await using var desk = await TheDesk.OpensAsync(
            browser,
            ("TARAZY_Mail__Host", "127.0.0.1"),
            ("TARAZY_Mail__Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("TARAZY_Mail__Security", "None"),
            ("TARAZY_Mail__From", "desk@tarazy.example"));
        var way = new TheWay(desk, TheWay.ByMail);
        foreach (var step in Steps.UpTo("Its entry is in the log"))
        {
            await step.DoAsync(way);
        }

        // The whole letter went out and the answer of the mail server never comes: nobody can tell whether it was taken.
        var notice = way.NoticeBefore(way.First);
        var sending = way.First.Button("Send").ClickAsync();
        await server.Received.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await desk.IsKilledAndStartsAgainAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        await notice.OpensAsync();
        await notice.StandsAsync("Being sent");
        await notice.MayNotAsync("Send by e-mail");
        await notice.MayNotAsync("Mark as sent");
        var refused = await way.First.PostsByHandAsync($"/desk/notices/{way.Notice}/send", ("version", await notice.VersionAsync()));
        Assert.Equal(409, refused.Status);

        // The stages run on, and still no second mail goes.
        await TheStagesWorkOnAsync(way);
        Assert.Single(server.Letters);

        await way.Second.GoToAsync($"/desk/notices/{way.Notice}");
        await way.Second.Page.GetByLabel("It was sent", new() { Exact = true }).CheckAsync();
        await way.Second.Page.GetByLabel("What shows it").FillAsync("It stands in the folder of sent mail, 22:14");
        await way.Second.Button("Record").ClickAsync();
        await way.NoticeBefore(way.Second).StandsAsync("Sent, waiting");
        Assert.Single(server.Letters);
        Assert.Single(server.Recipients);
        await new ThePublicPages(way.Public).SeesTheChainAsync(way.Notice, "Notice");
    }

    /// <summary>Another notice is signed and gets its entry: every stage took everything that waited.</summary>
    private static async Task TheStagesWorkOnAsync(TheWay way)
    {
        var other = (await ACase.NumbersOfAsync(way.First, "Recruitment to war")).First(n => n != way.Case);
        var read = new ACase(way.First, other);
        await read.OpensAsync();
        await read.AsksToRemoveThePostAsync("kz/crim-170", TheWay.ByForm, TheWay.Reasons);
        await read.SubmitsAsync();
        await Expect(read.Zone).ToContainTextAsync("You decided: Remove the post.");
        var second = new ACase(way.Second, other);
        await second.OpensAsync();
        await second.AgreesToRemoveThePostAsync("kz/crim-170");
        var numbers = new List<string>();
        await Patience.UntilAsync("the second notice is drafted", async () =>
        {
            numbers = [.. (await ANotice.AllAsync(way.First)).Except([way.Notice])];
            return numbers.Count == 1;
        });
        var next = new ANotice(way.First, numbers[0]);
        await next.OpensAsync();
        await next.SignsAsync();
        await next.WaitsForItsEntryAsync();
    }
}
