using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tarazy.Server.Commands.Scan;
using Tarazy.Server.Commands.Scan.Report;

namespace Tarazy.Tests.Server.Scan;

public class ScanReportTests
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'</title></style>";

    [Fact]
    public async Task The_page_names_its_one_style_block_by_hash_and_forbids_everything_else()
    {
        var (page, _) = await PageAsync(SampleScan.Result());
        var style = Assert.Single(page.QuerySelectorAll("style"));
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.TextContent)));
        Assert.StartsWith($"default-src 'none'; style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_loads_nothing_and_has_no_inline_style_or_script()
    {
        var (page, html) = await PageAsync(Full());
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form, [style], [src], [href], [onerror], [onclick]"));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Hostile_titles_and_posts_are_text_and_nothing_more()
    {
        var found = SampleScan.Found($"{Hostile} [offer:{Hostile}={Hostile}] {Hostile}", title: Hostile);
        var result = SampleScan.Result(SampleScan.Rule(Hostile, Hostile, shadow: false, found)) with
        {
            Source = Hostile,
            Channels = [new ScannedChannel(SampleScan.Channel(Hostile), 1)],
            Stories = [SampleScan.Result().Stories[0] with { Text = Hostile, FirstChannel = SampleScan.Channel(Hostile) }],
            Refused = [new ScanRefusal("not-json", Hostile, 1)],
        };
        var (page, _) = await PageAsync(result);
        Assert.Empty(page.QuerySelectorAll("script, img, [onerror]"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Equal($"Scan of {Hostile}", page.Title);
        Assert.Contains(Hostile, page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_is_marked_and_carries_the_number_that_the_reason_names()
    {
        var rule = SampleScan.Rule("r", "Says", shadow: false, SampleScan.Found("Есть [offer:контракт], платят [pay:2 000 000 тенге]."));
        var (page, _) = await PageAsync(SampleScan.Result(rule));
        var marks = page.QuerySelectorAll("blockquote mark");
        Assert.Equal(["контракт1", "2 000 000 тенге2"], marks.Select(m => m.TextContent));
        Assert.Equal("Offer (1) and pay (2).", page.QuerySelector(".because")!.TextContent);
    }

    [Fact]
    public async Task A_disguised_word_keeps_its_spelling_and_shows_the_plain_one_above()
    {
        var rule = SampleScan.Rule("r", "Says", shadow: false, SampleScan.Found("Есть [offer:к0нтр@кт=контракт]."));
        var (page, _) = await PageAsync(SampleScan.Result(rule));
        Assert.Equal("к0нтр@кт", page.QuerySelector("mark ruby .raw")!.TextContent);
        Assert.Equal("контракт", page.QuerySelector("mark ruby rt")!.TextContent);
    }

    [Fact]
    public async Task Every_quoted_text_says_its_language_and_an_unknown_one_says_none()
    {
        var rule = SampleScan.Rule(
            "r", "Says", shadow: false, SampleScan.Found("[offer:жұмыс]", language: "kk"), SampleScan.Found("[offer:ok]", language: "und"));
        var (page, _) = await PageAsync(SampleScan.Result(rule));
        Assert.Equal(["kk", null], page.QuerySelectorAll("blockquote").Select(q => q.GetAttribute("lang")));
    }

    [Fact]
    public async Task Findings_of_shadow_rules_stand_in_a_section_of_their_own()
    {
        var (page, _) = await PageAsync(Full());
        Assert.Contains("mercenary-recruitment", Section(page, "s3").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("investment-scam", Section(page, "s3").TextContent, StringComparison.Ordinal);
        Assert.Contains("investment-scam", Section(page, "s3b").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_chart_has_a_sentence_and_a_table_that_holds_the_same_numbers()
    {
        var (page, _) = await PageAsync(Full());
        Assert.All(page.QuerySelectorAll("svg:not([aria-hidden])"), s => Assert.False(string.IsNullOrWhiteSpace(s.GetAttribute("aria-label"))));
        var cells = Section(page, "s1").QuerySelectorAll("tbody tr").Select(r => long.Parse(r.QuerySelector("td")!.TextContent, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Full().Posts, cells.Sum());
    }

    [Fact]
    public async Task An_empty_scan_still_makes_a_page_that_says_so()
    {
        var nothing = new ScanResult
        {
            Source = "empty",
            ScannedAt = SampleScan.Start,
            TimeZone = TimeZoneInfo.Utc,
            Took = TimeSpan.Zero,
            Posts = 0,
            Channels = [],
            Languages = [],
            Days = new DayCounts(),
            StoryCount = 0,
            Stories = [],
            Rules = [],
            PostsWithFinding = 0,
            Refused = [],
            RefusedCount = 0,
        };
        var (page, _) = await PageAsync(nothing);
        Assert.Contains("0 posts", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Everything was read.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kazakh_letters_are_written_as_they_are()
    {
        var (_, html) = await PageAsync(Full());
        Assert.Contains("Сапар · жұмыс", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("&#x4[0-9A-F]{2};", RegexOptions.None, TimeSpan.FromSeconds(1)), html);
    }

    private static ScanResult Full() => SampleScan.Result(
        SampleScan.Rule("mercenary-recruitment", "Pay for fighting abroad", shadow: false, SampleScan.Found("[offer:контракт] [pay:1 тенге]", "Сапар · жұмыс")),
        SampleScan.Rule("investment-scam", "Fixed return promised", shadow: true, SampleScan.Found("[offer:вложите]")));

    private static IElement Section(AngleSharp.Dom.IDocument page, string id) => page.QuerySelector($"section[aria-labelledby={id}]")!;

    private static async Task<(IDocument Page, string Html)> PageAsync(ScanResult result)
    {
        await using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        await ReportPage.WriteAsync(result, text);
        var html = text.ToString();
        return (await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken), html);
    }
}
