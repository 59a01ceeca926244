using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Detect.FactChecks;
using Tarazy.Server.Hosting;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.FactChecks;

/// <summary>"Has this been checked?" over HTTP, on a desk with the fact-checks of the sample.</summary>
public sealed partial class CheckedPageTests : IAsyncLifetime
{
    private const string Question = "Правда что с завтрашнего дня пособия и пенсии платят только через новое приложение ÓtemPlus? zebra-finch-7741";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-checked-");
    private WebApplication _desk = null!;
    private HttpClient _reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0", new Dictionary<string, string?>
        {
            ["Public:FormsAtOnce"] = "4",
            ["Public:QuestionsAMinute"] = "4",
        });
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        var done = await _desk.Services.GetRequiredService<FactCheckStore>().ImportAsync(Repository.Path("samples", "steppe", "fact-checks.json"), Cancel);
        Assert.Equal((6, 0), (done.New, done.RefusedCount));
        await _desk.StartAsync(Cancel);
        _reader = new HttpClient { BaseAddress = new Uri(_desk.Urls.First()) };
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
    public async Task An_answer_names_rating_publisher_date_and_claim_and_calls_itself_possible()
    {
        var page = await AskAsync(Question);
        Assert.Contains("Possible match", page, StringComparison.Ordinal);
        Assert.Contains("Ложь: порядок выплат не менялся", page, StringComparison.Ordinal);
        Assert.Contains("кто не зарегистрируется", page, StringComparison.Ordinal);
        Assert.Contains("datetime=\"2026-11-13\"", page, StringComparison.Ordinal);
        Assert.Contains("https://derek.example/otemplus-ru", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_checked_is_called_neither_true_nor_untrue()
    {
        var page = await AskAsync("Городской каток откроют двадцатого ноября, если продержится мороз");
        Assert.Contains("Not checked yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Possible match", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_the_desk_has_not_read_is_not_fetched() =>
        Assert.Contains("fetches nothing", await AskAsync("https://t.me/invented_nobody/17"), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_of_a_question_is_kept_anywhere_in_the_desks_folder()
    {
        await AskAsync(Question);
        await JsonAsync(Question);
        await _desk.StopAsync(Cancel);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.All(_folder.GetFiles("*", SearchOption.AllDirectories).Where(f => f.Name != "lock"), f =>
            Assert.True(File.ReadAllBytes(f.FullName).AsSpan().IndexOf("zebra-finch"u8) < 0, f.Name));
    }

    [Fact]
    public async Task The_api_answers_the_same_as_json_and_says_that_a_person_confirms()
    {
        using var answer = JsonDocument.Parse(await JsonAsync(Question));
        var match = answer.RootElement.GetProperty("matches")[0];
        Assert.Equal("Ложь: порядок выплат не менялся", match.GetProperty("rating").GetString());
        Assert.Equal("2026-11-13", match.GetProperty("published").GetString());
        Assert.Contains("person", answer.RootElement.GetProperty("says").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _reader.GetAsync("/api/checked", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        for (var i = 0; i < 4; i++)
        {
            await JsonAsync("бассейн");
            await AskAsync("бассейн");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _reader.GetAsync("/api/checked?text=x", Cancel)).StatusCode);
        using var form = await PostAsync("x", await TokenAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, form.StatusCode);
    }

    [Fact]
    public async Task A_form_from_elsewhere_and_one_without_words_are_refused()
    {
        using var unsigned = await PostAsync("x", "");
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);
        using var empty = await PostAsync("  ", await TokenAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    private async Task<string> AskAsync(string text)
    {
        using var answer = await PostAsync(text, await TokenAsync());
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<string> JsonAsync(string text)
    {
        using var answer = await _reader.GetAsync("/api/checked?text=" + Uri.EscapeDataString(text), Cancel);
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private async Task<string> TokenAsync() => FormToken().Match(await _reader.GetStringAsync("/checked?lang=en", Cancel)).Groups["token"].Value;

    private async Task<HttpResponseMessage> PostAsync(string text, string token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = text, ["form-token"] = token });
        return await _reader.PostAsync("/checked?lang=en", form, Cancel);
    }

    [GeneratedRegex("""name="form-token"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();
}
