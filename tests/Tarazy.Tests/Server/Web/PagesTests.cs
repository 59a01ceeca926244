using System.Net;
using System.Text.RegularExpressions;

namespace Tarazy.Tests.Server.Web;

/// <summary>Every page in every language and state, as a browser gets it.</summary>
public sealed partial class PagesTests : IAsyncLifetime
{
    private PagesHost _host = null!;

    public static TheoryData<string> Addresses =>
    [
        "/", "/appeal", "/register", "/register?state=empty", "/register?state=none", "/register/N-2026-0098", "/register/N-2026-0100?state=sealed",
        "/register/N-2026-0102?state=new", "/log", "/log?state=empty", "/appeal/x", "/appeal/x?state=waiting", "/appeal/x?state=reversed",
        "/appeal/x?state=late", "/appeal/x?state=unknown", "/sign-in", "/sign-in?state=refused", "/welcome/x", "/welcome/used", "/desk", "/desk?state=empty",
        "/desk/cases/C-2026-1184", "/desk/cases/C-2026-1184?state=second", "/desk/cases/C-2026-1184?state=refused", "/desk/cases/C-2026-1184?state=moved",
        "/desk/cases/C-2026-1184?state=closed", "/desk/cases/C-2026-1184?state=waits", "/desk/cases/C-2026-1184?state=decided", "/desk/cases/C-2026-1184?role=auditor", "/desk/cases/C-2026-1184?state=undo", "/desk/cases/C-2026-1184?state=incitement", "/desk/notices",
        "/desk/notices?state=empty", "/desk/notices/N-2026-0101", "/desk/notices/N-2026-0101?state=logged", "/desk/notices/N-2026-0101?state=sent",
        "/desk/notices/N-2026-0101?state=withdrawn", "/desk/notices/N-2026-0101?state=sealed", "/desk/appeals", "/desk/appeals/N-2026-0098", "/desk/demands/D-2026-0001",
        "/desk/people", "/desk/people?state=link", "/desk/people?state=refused", "/desk/rules", "/desk/rules?state=empty", "/desk/labels", "/desk/labels?state=empty", "/desk/labels?state=refused",
        "/desk/labels?state=lost", "/desk/labels/second", "/desk/labels/second?state=empty", "/desk/imports", "/desk/imports?state=empty",
        "/desk/channels/telegram:1", "/desk/channels/telegram:1?state=none", "/desk/channels/telegram:1?state=few", "/desk/channels/telegram:1?state=weak",
    ];

    public async ValueTask InitializeAsync() => _host = await PagesHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_holds_under_the_strict_policy_and_says_its_language(string address)
    {
        foreach (var language in (string[])["kk", "ru", "en"])
        {
            var (answer, html) = await GetAsync(address, language);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("default-src 'self'; base-uri 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(Inline(), html);
            Assert.DoesNotMatch(BareKey(), html);
            Assert.Single(Heading().Matches(html));
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_form_that_changes_something_carries_its_token(string address)
    {
        var (_, html) = await GetAsync(address, "en");

        Assert.All(PostForm().Matches(html), form => Assert.Contains("name=\"form-token\"", form.Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_id_stands_once_on_a_page_and_every_label_finds_its_field(string address)
    {
        var (_, html) = await GetAsync(address, "en");
        var ids = Id().Matches(html).Select(m => m.Groups["id"].Value).ToList();

        Assert.Empty(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(For().Matches(html), label => Assert.Contains(label.Groups["id"].Value, ids));
    }

    [Fact]
    public async Task A_second_reader_sees_nothing_of_the_first_answer()
    {
        var (_, html) = await GetAsync("/desk/cases/C-2026-1184?state=second", "en");

        Assert.DoesNotContain("names a sum and a contact", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<option[^>]* selected|<input[^>]* checked", html);
        Assert.DoesNotContain("was in last week", html, StringComparison.Ordinal);
        Assert.Contains("/second-reading\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_stands_above_its_field_in_the_readers_language_and_keeps_what_was_typed()
    {
        var (_, html) = await GetAsync("/desk/cases/C-2026-1184?state=refused", "ru");

        var clause = html.IndexOf("Для меры выше пометки нужна норма закона.", StringComparison.Ordinal);
        Assert.InRange(clause, html.IndexOf("class=\"ladder-end\"", StringComparison.Ordinal), html.IndexOf("id=\"clause\"", StringComparison.Ordinal));
        Assert.Contains(">War.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("A refusal that no page knows is shown in its own words.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?role=second-reader", false)]
    [InlineData("?role=auditor", false)]
    [InlineData("?state=second&role=second-reader", true)]
    [InlineData("?state=second&role=ombudsperson", false)]
    [InlineData("?state=decided", false)]
    public async Task A_case_has_the_form_of_a_decision_for_those_alone_who_may_send_it(string query, bool form)
    {
        var (_, html) = await GetAsync("/desk/cases/C-2026-1184" + query, "en");

        Assert.Equal(form, html.Contains("id=\"decision\"", StringComparison.Ordinal));
        Assert.Equal(!form && !query.Contains("decided", StringComparison.Ordinal), html.Contains("A reviewer decides it.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_only_read_is_offered_nothing_that_changes_a_case()
    {
        var (_, reviewer) = await GetAsync("/desk/cases/C-2026-1184", "en");
        var (_, auditor) = await GetAsync("/desk/cases/C-2026-1184?role=auditor", "en");

        Assert.Contains("/desk/cases/C-2026-1184/note", reviewer, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/desk/cases/C-2026-1184/", auditor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_parts_a_channel_and_its_handle() =>
        Assert.Contains("</b> <span class=\"mono\">@", (await GetAsync("/desk/cases/C-2026-1184", "en")).Html, StringComparison.Ordinal);

    [Fact]
    public async Task Only_a_decided_case_can_be_opened_again_and_only_by_who_may_decide()
    {
        const string Reopen = "/desk/cases/C-2026-1184/reopen";
        Assert.Contains(Reopen, (await GetAsync("/desk/cases/C-2026-1184?state=decided", "en")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Reopen, (await GetAsync("/desk/cases/C-2026-1184", "en")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Reopen, (await GetAsync("/desk/cases/C-2026-1184?state=decided&role=ombudsperson", "en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decided_is_not_offered_the_case_again_and_is_told_why()
    {
        var (_, html) = await GetAsync("/desk/cases/C-2026-1184?state=waits", "en");

        Assert.DoesNotContain("/desk/cases/C-2026-1184/claim", html, StringComparison.Ordinal);
        Assert.Contains("With second reader: somebody else, you decided it", html, StringComparison.Ordinal);
        var (_, second) = await GetAsync("/desk/cases/C-2026-1184?state=unread", "en");
        Assert.Contains("/desk/cases/C-2026-1184/claim", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_here_gets_from_an_error_back_to_the_queue()
    {
        var (_, desk) = await GetAsync("/desk/nothing", "en");
        var (_, open) = await GetAsync("/nothing", "en");

        Assert.Contains("<a href=\"/desk\">To the queue</a>", desk, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">To the first page</a>", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decided_case_has_no_clock_and_leads_to_how_it_was_decided()
    {
        var (_, html) = await GetAsync("/desk/cases/C-2026-1184?state=decided", "en");
        var head = html[html.IndexOf("class=\"case-head\"", StringComparison.Ordinal)..html.IndexOf("class=\"case-tabs\"", StringComparison.Ordinal)];

        Assert.Contains("Decided", head, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d+ h( \d+ min)? (left|past due)|\d+ days? (left|past due)", head);
        Assert.Contains("href=\"#history\">How it was decided", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ladder_ends_at_one_channel()
    {
        var (_, html) = await GetAsync("/desk/cases/C-2026-1184", "en");

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], Rung().Matches(html).Select(m => m.Groups["rung"].Value));
    }

    [Fact]
    public async Task A_sealed_notice_shows_its_opening_day_and_nothing_else()
    {
        var (_, html) = await GetAsync("/register/N-2026-0100?state=sealed", "en");

        Assert.Contains("Opens on 22 May 2027", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blockquote", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_public_page_names_a_reviewer()
    {
        foreach (var address in (string[])["/register", "/register/N-2026-0098", "/log", "/appeal/x?state=reversed"])
        {
            Assert.DoesNotMatch(@"\bR-\d\d\b", (await GetAsync(address, "en")).Html);
        }
    }

    [Fact]
    public async Task What_is_missing_and_what_failed_is_said_in_the_same_look()
    {
        var (missing, missed) = await GetAsync("/nowhere", "kk");
        var (fault, failed) = await GetAsync("/fault", "ru");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.InternalServerError), (missing.StatusCode, fault.StatusCode));
        Assert.Contains("Мұнда ештеңе жоқ", missed, StringComparison.Ordinal);
        Assert.Contains("Это наша ошибка", failed, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", failed, StringComparison.Ordinal);
        Assert.True(fault.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_language_of_the_browser_is_taken_until_one_is_chosen()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/");
        asked.Headers.AcceptLanguage.ParseAdd("kk-KZ,ru;q=0.5");
        using var answer = await _host.Client.SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.Contains("<html lang=\"kk\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_language_and_theme_are_kept_in_cookies()
    {
        using var answer = await _host.Client.GetAsync("/?lang=ru&theme=dark", TestContext.Current.CancellationToken);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, c => c.StartsWith("tarazy.lang=ru", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("tarazy.theme=dark", StringComparison.Ordinal));
        var (_, missing) = await GetAsync("/nowhere?theme=light", "en");
        Assert.Contains("data-theme=\"light\"", missing, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheets_are_served()
    {
        foreach (var sheet in (string[])["tokens", "shared", "workbench", "public", "small", "pages"])
        {
            using var answer = await _host.Client.GetAsync($"/css/{sheet}.css", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<(HttpResponseMessage Answer, string Html)> GetAsync(string address, string language)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.Add("Cookie", $"tarazy.lang={language}");
        var answer = await _host.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("""\sstyle="|<style|\son[a-z]+="|<script(?![^>]*\ssrc=)|javascript:""")]
    private static partial Regex Inline();

    // A text that nobody wrote comes out as its key.
    [GeneratedRegex(""">\s*[a-z]+(-[a-z]+)*(\.[a-z0-9-]+)+\s*<""")]
    private static partial Regex BareKey();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("""<form[^>]*method="post".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex PostForm();

    [GeneratedRegex("""\sid="(?<id>[^"]+)""")]
    private static partial Regex Id();

    [GeneratedRegex("""<label[^>]*\sfor="(?<id>[^"]+)""")]
    private static partial Regex For();

    [GeneratedRegex("""name="measure" value="(?<rung>\d)""")]
    private static partial Regex Rung();
}
