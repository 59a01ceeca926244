using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.Server.Hosting;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;
using Tarazy.Tests.Notice;

namespace Tarazy.Tests.Server.Public;

/// <summary>The pages over HTTP, on a desk with one open and one sealed notice in its log.</summary>
public sealed partial class PublicPagesTests : IAsyncLifetime
{
    private const string Open = "N-2026-0001";
    private const string Sealed = "N-2026-0002";
    private const string OpenChannel = "telegram:7001";
    private const string SealedChannel = "telegram:7002";
    private const string Reasons = "It sells people to a war.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-public-");
    private WebApplication _desk = null!;
    private HttpClient _reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        await SendAsync(new NoticeId("notice:0a1b"), Open, null);
        await SendAsync(new NoticeId("notice:0c2d"), Sealed, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30));
        await LogAsync();
        await _desk.StartAsync(Cancel);
        _reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_desk.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_register_lists_both_and_opens_only_the_open_one()
    {
        var list = await PageAsync("/register");
        Assert.Contains(Open, list, StringComparison.Ordinal);
        Assert.Contains(Sealed, list, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(list, "Recruitment to war", RegexOptions.None, TimeSpan.FromSeconds(1)).Skip(OptionsWithHarm(list)));

        Assert.Contains(Reasons, await PageAsync($"/register/{Open}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Reasons, await PageAsync($"/register/{Sealed}"), StringComparison.Ordinal);
        foreach (var file in new[] { "/register.csv", "/register.json", "/register.atom" })
        {
            Assert.Contains(Sealed, await PageAsync(file), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Sealed, await PageAsync("/register.csv?harm=mercenary-recruitment"), StringComparison.Ordinal);
        Assert.Contains(Open, await PageAsync("/register.csv?harm=mercenary-recruitment"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_view_of_competing_laws_knows_the_open_notice_and_answers_of_a_sealed_one_as_of_none()
    {
        Assert.Contains(Open, await PageAsync($"/measures/competing?notice={Open}"), StringComparison.Ordinal);
        Assert.Contains(Open, await PageAsync($"/measures/competing?channel={Uri.EscapeDataString(OpenChannel)}"), StringComparison.Ordinal);

        // The same bytes as for what was never there, so that nothing follows from asking.
        Assert.Equal(await AnswerAsync("/measures/competing?notice=N-2026-9999"), await AnswerAsync($"/measures/competing?notice={Sealed}"));
        Assert.Equal(
            await AnswerAsync("/measures/competing?channel=telegram:404"), await AnswerAsync($"/measures/competing?channel={Uri.EscapeDataString(SealedChannel)}"));
    }

    [Fact]
    public async Task No_file_feed_tile_or_receipt_tells_what_a_sealed_notice_is_about()
    {
        foreach (var path in new[]
        {
            "/register.csv", "/register.json", "/register.atom", $"/register/{Sealed}", $"/register/{Sealed}/receipt.json", $"/receipts/{Sealed}.json", "/log",
            "/log/tile/entries/000.p/4", "/register?q=" + Uri.EscapeDataString(SealedChannel), "/register.json?q=" + Uri.EscapeDataString(SealedChannel), "/measures.json", "/demands.json",
        })
        {
            var told = await PageAsync(path);
            var asked = path.Contains("?q=", StringComparison.Ordinal);
            Assert.True(asked || !told.Contains(SealedChannel, StringComparison.Ordinal), path);
            Assert.True(!asked || !told.Contains(Sealed, StringComparison.Ordinal), path);
            Assert.DoesNotContain("notice:0c2d", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_decision_that_kept_no_text_of_its_clause_says_so()
    {
        Assert.Contains("kept no text of its clause", await PageAsync($"/register/{Open}?lang=en"), StringComparison.Ordinal);
        Assert.Contains("href=\"/law/kz#crim-170\"", await PageAsync($"/register/{Open}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_addresses_of_a_receipt_give_the_same_bytes() =>
        Assert.Equal(await PageAsync($"/receipts/{Open}.json"), await PageAsync($"/register/{Open}/receipt.json"));

    [Fact]
    public async Task The_log_shows_its_newest_entries_and_what_is_not_there_is_not_found()
    {
        var log = await PageAsync("/log");
        Assert.Contains($"/register/{Open}", log, StringComparison.Ordinal);
        Assert.DoesNotContain($"/register/{Sealed}", log, StringComparison.Ordinal);
        foreach (var path in new[] { "/register/N-1999-0001", "/register/%3Cb%3E", "/appeal/0c2d-00000000000000000000000000000000" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _reader.GetAsync(path, Cancel)).StatusCode);
        }
    }

    [Fact]
    public async Task The_link_opens_the_sealed_notice_takes_one_appeal_and_shows_how_it_stands()
    {
        var path = "/appeal/" + _desk.Services.GetRequiredService<AppealLinks>().TokenOf(new NoticeId("notice:0c2d"));
        var page = await PageAsync(path);
        Assert.Contains(Reasons, page, StringComparison.Ordinal);

        using var unsigned = await PostAsync(path, "x", token: "");
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);

        var token = FormToken().Match(page).Groups["token"].Value;
        using var empty = await PostAsync(path, "  ", token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("refused-words-missing", await empty.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        using var taken = await PostAsync(path, "We warned of it.", token);
        Assert.Equal((HttpStatusCode.SeeOther, path), (taken.StatusCode, taken.Headers.Location?.ToString()));
        Assert.Contains("We warned of it.", await PageAsync(path), StringComparison.Ordinal);

        using var again = await PostAsync(path, "Once more", token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var stands = await again.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("refused-appeal-is-open", stands, StringComparison.Ordinal);
        Assert.DoesNotContain("Once more", stands, StringComparison.Ordinal);
    }

    // The search form offers every harm of the packs too.
    private static int OptionsWithHarm(string page) =>
        Regex.Count(page, "<option[^>]*>Recruitment to war", RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<string> PageAsync(string path)
    {
        using var answer = await _reader.GetAsync(path, Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return body;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string words, string token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["words"] = words, ["form-token"] = token });
        return await _reader.PostAsync(path, form, Cancel);
    }

    private async Task<(HttpStatusCode Status, string Body)> AnswerAsync(string path)
    {
        using var answer = await _reader.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task SendAsync(NoticeId id, string number, DateOnly? sealedUntil)
    {
        var drafted = Notices.Draft().Drafted with { Notice = id, Number = number };
        drafted = drafted with { Channel = new ChannelId(sealedUntil is null ? OpenChannel : SealedChannel), Decision = drafted.Decision with { Reasons = Reasons, Clause = new ClauseRef("kz", "crim-170"), SealedUntil = sealedUntil } };
        NoticeEvent[] events =
        [
            drafted,
            new NoticeSigned(id, Notices.Signer, new Letter("email", "abuse@platform.example", "en", "Notice", "Body"), "1"),
            new NoticeSent(id, Notices.Signer, 0, "250 ok"),
        ];
        var table = _desk.Services.GetRequiredService<EventTable<NoticeEvent>>();
        await table.ActAsync(
            id.Value,
            "R-03",
            (_, _) => Task.FromResult<Tarazy.Records.Outcomes.Outcome<NoticeEvent[]>>(events),
            (db, history) => NoticeActions.ProjectAsync(db, NoticeState.Fold(history)!, Cancel),
            Cancel);
    }

    private async Task LogAsync()
    {
        var publish = _desk.Services.GetServices<IStageStep>().Single(s => s.Name == "publish");
        while (await publish.StepAsync(Cancel))
        {
        }
    }

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormToken();
}
