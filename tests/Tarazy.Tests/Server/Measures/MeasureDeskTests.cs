using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Workbench.Measures;
using Tarazy.TestKit;
using static Tarazy.Tests.Server.DeskVisits;

namespace Tarazy.Tests.Server.Measures;

/// <summary>The register over HTTP: what an admin does to a record, and what the public then reads.</summary>
public sealed class MeasureDeskTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-measure-desk-");
    private WebApplication _desk = null!;
    private HttpClient _public = null!;
    private HttpClient _admin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        await _desk.StartAsync(Cancel);
        _public = Client(_desk);
        _admin = await SignedInAsync(_desk, Roles.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        _public.Dispose();
        _admin.Dispose();
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Only_an_admin_comes_to_the_pages_that_change_the_register()
    {
        using var reviewer = await SignedInAsync(_desk, Roles.Reviewer);
        foreach (var address in new[] { MeasureForm.List, MeasureForm.Add, "/desk/measures/CN-2015" })
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(_admin, address)).Status);
            Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(_public, address)).Status);
            Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(reviewer, address)).Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(reviewer, "/desk/measures/CN-2015/withdraw", ("version", "1"), ("reason", "x"))).Status);
        Assert.Null(Assert.Single(await HistoryAsync("CN-2015")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_record_is_shown_first_and_saved_then_and_the_public_reads_what_changed_and_why()
    {
        var fields = Fields("CN-2015").With("confidence", "medium").With("reason", "Nobody measured it.");
        var preview = await PostAsync(_admin, "/desk/measures/CN-2015", fields.With("act", "preview").All);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("<del>high</del>", preview.Body, StringComparison.Ordinal);
        Assert.Contains("<ins>medium</ins>", preview.Body, StringComparison.Ordinal);
        Assert.Contains("Nobody measured it.", preview.Body, StringComparison.Ordinal);
        Assert.Single(await HistoryAsync("CN-2015"));

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_admin, "/desk/measures/CN-2015", fields.With("act", "save").All)).Status);
        var page = (await GetAsync(_public, "/measures/CN-2015")).Body;
        Assert.Contains("Nobody measured it.", page, StringComparison.Ordinal);
        Assert.Contains("<ins>medium</ins>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("R-01", page, StringComparison.Ordinal);
        Assert.Contains("Edition 1", page, StringComparison.Ordinal);
        Assert.Contains("does not stand any more", (await GetAsync(_public, "/measures/CN-2015?at=1")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(_public, "/measures/CN-2015?at=7")).Status);

        var history = await HistoryAsync("CN-2015");
        Assert.Equal(["entered", "revised"], history.Select(edition => edition.GetProperty("what").GetString()));
        Assert.Equal(["shipped", "desk"], history.Select(edition => edition.GetProperty("by").GetString()));
        Assert.DoesNotContain("R-01", (await GetAsync(_public, "/measures.json")).Body, StringComparison.Ordinal);
        Assert.Contains("Nobody measured it.", (await GetAsync(_public, "/measures.atom?country=CN")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_on_a_version_that_has_passed_sees_what_changed_and_loses_no_word()
    {
        var fields = Fields("CN-2015");
        await PostAsync(_admin, "/desk/measures/CN-2015", fields.With("confidence", "low").With("reason", "First.").With("act", "save").All);
        var late = await PostAsync(_admin, "/desk/measures/CN-2015", fields.With("outcome", "My own long words.").With("reason", "Second.").With("act", "save").All);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("moved on from version 1 to 2", late.Body, StringComparison.Ordinal);
        Assert.Contains("First.", late.Body, StringComparison.Ordinal);
        Assert.Contains("<ins>low</ins>", late.Body, StringComparison.Ordinal);
        Assert.Contains("My own long words.", late.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await HistoryAsync("CN-2015")).Count);
    }

    [Fact]
    public async Task A_new_record_is_added_with_its_sources_and_stands_in_page_table_and_feed()
    {
        var fields = New("KG-2026-01").With("reason", "Reported this week.").With("act", "save");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_admin, MeasureForm.Add, fields.All)).Status);
        Assert.Contains("https://news.example/kg", (await GetAsync(_public, "/measures/KG-2026-01")).Body, StringComparison.Ordinal);
        Assert.Contains("KG-2026-01", (await GetAsync(_public, "/measures?ground=criticism")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("KG-2026-01", (await GetAsync(_public, "/measures?ground=copyright")).Body, StringComparison.Ordinal);
        Assert.Contains("KG-2026-01", (await GetAsync(_public, "/measures.csv")).Body, StringComparison.Ordinal);
        Assert.Contains("Entered: KG-2026-01", (await GetAsync(_public, "/measures.atom")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources", "", "none is named")]
    [InlineData("sources", "javascript:alert(1)", "whole addresses")]
    [InlineData("date", "yesterday", "2026-04-15")]
    [InlineData("country", "Kyrgyzstan", "two capital letters")]
    [InlineData("kind", "block_everything", "choose one of the list")]
    [InlineData("amount", "1e9", "whole number")]
    [InlineData("outcome", "", "it is empty")]
    [InlineData("reason", "", "Say why")]
    [InlineData("id", "XX-2026-01", "no id of this register")]
    [InlineData("confidence", "high", "needs two sources")]
    public async Task What_cannot_stand_is_refused_and_the_form_keeps_every_word(string field, string value, string says)
    {
        var refused = await PostAsync(
            _admin, MeasureForm.Add, New("KG-2026-02").With("kind", "block").With("reason", "Kept words.").With(field, value).With("act", "save").All);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal);
        Assert.Contains(field == "outcome" ? "Aimed at the service" : "What came of it in words", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(_public, "/measures/KG-2026-02")).Status);
    }

    [Fact]
    public async Task Markup_and_formulas_in_a_record_stay_words()
    {
        const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var fields = New("KG-2026-03").With("outcome", Hostile).With("authority", "=HYPERLINK(\"https://evil.example\")").With("target", "+7").With("stated_reason", "-1").With("legal_basis", "@SUM(A1)")
            .With("reason", Hostile).With("act", "save");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_admin, MeasureForm.Add, fields.All)).Status);
        foreach (var address in new[] { "/measures", "/measures/KG-2026-03", "/measures.atom" })
        {
            var body = (await GetAsync(_public, address)).Body;
            Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", body, StringComparison.Ordinal);
        }

        foreach (var address in new[] { "/desk/measures/KG-2026-03", MeasureForm.List })
        {
            Assert.DoesNotContain("<script>alert", (await GetAsync(_admin, address)).Body, StringComparison.Ordinal);
        }

        var row = (await GetAsync(_public, "/measures.csv?country=KG")).Body;
        Assert.All(MeasureTable.Rows(row).SelectMany(cells => cells), cell => Assert.DoesNotContain(cell.FirstOrDefault(), "=+-@"));
    }

    [Fact]
    public async Task A_withdrawn_record_is_readable_with_its_reason_and_counts_no_more()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_admin, "/desk/measures/SO-2023-08/withdraw", ("version", "1"), ("reason", "No page was ever read for it."))).Status);
        Assert.Contains("No page was ever read for it.", (await GetAsync(_public, "/measures/SO-2023-08")).Body, StringComparison.Ordinal);
        Assert.Contains("45 records", (await GetAsync(_public, "/measures")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("SO-2023-08", (await GetAsync(_public, "/measures.csv")).Body, StringComparison.Ordinal);
        Assert.Contains("Withdrawn: SO-2023-08", (await GetAsync(_public, "/measures.atom")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_and_the_json_read_back_as_the_same_records()
    {
        var shipped = StateMeasureRegister.Load(Repository.Path("policies", "state-measures")).Register;
        var rows = MeasureTable.Rows((await GetAsync(_public, "/measures.csv")).Body);
        Assert.Equal(MeasureFields.Names, rows[0]);
        Assert.Equal(shipped.All.Count + 1, rows.Count);
        foreach (var row in rows.Skip(1))
        {
            var read = ReadMeasureForm.Read(new MeasureDraft(rows[0].Zip(row, (name, cell) => (name, MeasureTable.Plain(cell))).ToDictionary(p => p.name, p => p.Item2)));
            Assert.Empty(MeasureFields.Between(shipped.Find(row[0])!, read.Value!));
        }

        using var json = JsonDocument.Parse((await GetAsync(_public, "/measures.json")).Body);
        Assert.Equal(shipped.All.Count, json.RootElement.GetArrayLength());
        Assert.All(json.RootElement.EnumerateArray(), record =>
        {
            var read = record.Deserialize<StateMeasure>(Tarazy.Policy.Law.RecordJson.Options)!;
            Assert.Empty(MeasureFields.Between(shipped.Find(read.Id)!, read));
        });
    }

    [Theory]
    [InlineData("?harm=incitement&rung=remove-post&law=kz", "Where they meet")]
    [InlineData("?harm=%3Cscript%3E&rung=block-service&law=zz&territory=%00", "Where they meet")]
    public async Task The_competing_demands_can_be_asked_for_by_anybody(string query, string says)
    {
        var page = await GetAsync(_public, "/measures/competing" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(_public, "/measures/competing?notice=N-2026-9999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(_public, "/measures/competing?channel=telegram:nobody")).Status);
    }

    private MeasureTable Fields(string id)
    {
        var measure = _desk.Services.GetRequiredService<Tarazy.Policy.Law.LawRecords>().Measures.Find(id)!;
        return MeasureTable.Of(measure).With("version", "1");
    }

    private static MeasureTable New(string id) => new([
        ("id", id), ("country", "KG"), ("date", "2026-10"), ("kind", "channel_removal_demand"), ("status", "pending"), ("authority", "A ministry"),
        ("authority_type", "ministry"), ("target", "Aimed at the service"), ("grounds", "criticism"), ("outcome", "What came of it in words"),
        ("sources", "https://news.example/kg"), ("confidence", "medium"), ("verified", "read")]);

    private async Task<List<JsonElement>> HistoryAsync(string id)
    {
        using var json = JsonDocument.Parse((await GetAsync(_public, "/measures.json")).Body);
        return [.. json.RootElement.EnumerateArray().Single(one => one.GetProperty("id").GetString() == id).GetProperty("history").Clone().EnumerateArray()];
    }
}
