using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.Refusals;

/// <summary>What the desk refuses to a reader of cases, as the reader sees it.</summary>
public sealed partial class ReadingTests(StaffedDesk desk) : IClassFixture<StaffedDesk>
{
    private const string Reasons = "The post offers money for fighting abroad and names a person to write to.";

    [Fact]
    public async Task The_same_person_cannot_read_a_case_twice()
    {
        TheBrowser.OrSkip();
        var read = new ACase(desk.First, desk.FreshRecruitment());
        await read.OpensAsync();
        await read.AsksToRemoveThePostAsync("kz/crim-170", "telegram-report", Reasons);
        await read.SubmitsAsync();
        await Expect(desk.First.Page.Locator("#refused-same-reader")).ToBeVisibleAsync();
        await Expect(read.Form).ToHaveCountAsync(0);

        // Nor by writing the request by hand.
        var version = await desk.First.Page.Locator("#case input[name='version']").First.InputValueAsync();
        var answer = await desk.First.PostsByHandAsync(
            $"/desk/cases/{read.Number}/second-reading", ("version", version), ("measure", "6"), ("clause", "kz/crim-170"), ("reasons", Reasons));
        Assert.Equal(422, answer.Status);
        Assert.Contains("refused-same-reader", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restriction_without_clause_and_answers_is_refused_beside_each_field_and_keeps_what_was_typed()
    {
        TheBrowser.OrSkip();
        var read = new ACase(desk.First, desk.FreshCase());
        await read.OpensAsync();
        await read.ChoosesAsync(6);
        await read.UnfoldsAsync("Legitimate aim");
        await read.WritesAsync("aim-reason", "The lives of the people whom it calls.");
        await read.WritesAsync("reasons", "Typed and not to be lost.");
        await read.SubmitsAsync();

        var form = read.Form;
        await Expect(form.Locator(".form-sec:has([name='clause']) #refused-no-clause")).ToBeVisibleAsync();
        await Expect(form.Locator(".form-sec:has([name='legality']) #refused-answer-empty").First).ToBeVisibleAsync();
        await Expect(form.Locator(".form-sec:has([name='aim']) #refused-no-aim")).ToBeVisibleAsync();
        await Expect(form.Locator(".form-sec:has([name='ends-on']) #refused-no-end-date")).ToBeVisibleAsync();
        await Expect(form.Locator(".form-sec:has([name='addressee']) #refused-no-addressee")).ToBeVisibleAsync();
        await Expect(form.Locator("[name='measure'][value='6']")).ToBeCheckedAsync();
        await Expect(form.Locator("[name='aim-reason']")).ToHaveValueAsync("The lives of the people whom it calls.");
        await Expect(form.Locator("[name='reasons']")).ToHaveValueAsync("Typed and not to be lost.");
        await Expect(read.Zone.Locator("#history")).Not.ToContainTextAsync("decided");
    }

    [Fact]
    public async Task An_answer_to_a_case_that_moved_on_is_not_taken_and_the_change_is_shown()
    {
        TheBrowser.OrSkip();
        var number = desk.FreshCase();
        var mine = new ACase(desk.First, number);
        await mine.OpensAsync();
        await mine.ChoosesAsync(0);
        await mine.WritesAsync("reasons", "Typed before the colleague wrote.");

        await new ACase(desk.Second, number).OpensAsync();
        await desk.Second.Page.GetByLabel("Note for colleagues").FillAsync("Look at the second paragraph.");
        await desk.Second.Button("Add the note").ClickAsync();
        await Expect(desk.Second.Page.Locator("#history")).ToContainTextAsync("You noted: Look at the second paragraph.");

        await mine.SubmitsAsync();
        var note = desk.First.Page.Locator("#moved-on");
        await Expect(note).ToContainTextAsync("The case has moved on while you were writing.");
        await Expect(note).ToContainTextAsync("Look at the second paragraph.");
        await Expect(mine.Form.Locator("[name='reasons']")).ToHaveValueAsync("Typed before the colleague wrote.");

        // The form now carries what was read, so the same answer is taken.
        await mine.SubmitsAsync();
        await Expect(mine.Zone).ToContainTextAsync("You decided: Leave alone.");
    }

    [Fact]
    public async Task A_one_time_link_that_was_used_says_so()
    {
        TheBrowser.OrSkip();
        var link = await TheDesk.AddsAsync(desk.Admin, "Once", "reviewer");
        await TheDesk.ComesInByAsync(await desk.Desk.SomebodyComesAsync(), link);
        var late = await desk.Desk.SomebodyComesAsync();
        Assert.Equal(404, (await late.GoToAsync(link)).Status);
        await late.SeesAsync("This link was used or is too old.");
        await Expect(late.Page.Locator("input[type='password']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_under_the_desk_opens_without_a_sign_in()
    {
        TheBrowser.OrSkip();
        var stranger = await desk.Desk.SomebodyComesAsync();
        string[] addresses =
        [
            "/desk", "/desk/cases/C-1", "/desk/notices", "/desk/notices/N-1", "/desk/appeals", "/desk/appeals/N-1", "/desk/people",
            "/desk/rules", "/desk/imports", "/desk/go?to=C-1",
        ];
        foreach (var address in addresses)
        {
            await stranger.GoToAsync(address);
            await Expect(stranger.Page).ToHaveURLAsync(SignInAddress());
            await stranger.SeesHeadingAsync("Sign in");
        }
    }

    [Fact]
    public async Task An_auditor_reads_everything_and_changes_nothing()
    {
        TheBrowser.OrSkip();
        var auditor = await desk.Desk.ColleagueComesInAsync(desk.Admin, "Auditor", ["auditor"]);
        var number = desk.FreshCase();
        var read = new ACase(auditor, number);
        await read.OpensAsync();
        Assert.Equal(200, (await auditor.GoToAsync("/desk/notices")).Status);
        Assert.Equal(200, (await auditor.GoToAsync("/desk/appeals")).Status);
        await read.OpensAsync();

        (string, string)[] fields = [("version", "1"), ("measure", "0"), ("words", "x"), ("reasons", "x")];
        foreach (var act in new[] { "claim", "release", "skip", "note", "decide", "second-reading", "undo" })
        {
            var answer = await auditor.PostsByHandAsync($"/desk/cases/{number}/{act}", fields);
            Assert.True(Refused(answer), $"{act} answered {answer.Status} to an auditor");
        }

        await read.OpensAsync();
        Assert.DoesNotContain(await read.HistoryAsync(), h => h.Contains(auditor.Alias, StringComparison.Ordinal) || h.StartsWith("You ", StringComparison.Ordinal));
        Assert.Equal(403, (await auditor.GoToAsync("/desk/people")).Status);
    }

    /// <summary>Sent to the page that says it is not for them; nothing else may follow from the request.</summary>
    private static bool Refused(IAPIResponse answer) =>
        answer.Status == 403 || (answer.Status == 302 && answer.Headers.GetValueOrDefault("location")?.Contains("/error/403", StringComparison.Ordinal) == true);

    [GeneratedRegex("/sign-in\\?back=")]
    private static partial Regex SignInAddress();
}
