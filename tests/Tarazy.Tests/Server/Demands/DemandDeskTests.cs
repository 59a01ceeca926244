using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Demand.Shelf;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Workbench.Demands;
using static Tarazy.Tests.Server.DeskVisits;

namespace Tarazy.Tests.Server.Demands;

/// <summary>The forms of a demand, as somebody uses them who does not mean well.</summary>
public sealed class DemandDeskTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-demand-desk-");
    private WebApplication _desk = null!;
    private HttpClient _reviewer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, Cancel);
        await _desk.StartAsync(Cancel);
        _reviewer = await SignedInAsync(_desk, Roles.Reviewer);
    }

    public async ValueTask DisposeAsync()
    {
        _reviewer.Dispose();
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_form_asks_for_its_role_whatever_the_page_shows()
    {
        var number = await ReceivedAsync();
        using var second = await SignedInAsync(_desk, Roles.SecondReader);
        using var auditor = await SignedInAsync(_desk, Roles.Auditor);
        using var nobody = Client(_desk);
        string[] reviewers =
        [
            DemandForms.Verify, DemandForms.AskBack, DemandForms.Narrow, DemandForms.Basis, DemandForms.Link, DemandForms.Answer, DemandForms.Give,
            DemandForms.Withdraw, DemandForms.Object,
        ];
        string[] readers = [DemandForms.Read, DemandForms.ReadSeal];
        string[] odd = [DemandForms.DecideObjection, DemandForms.DecideObjection.ToUpperInvariant(), DemandForms.DecideObjection + "/"];
        var closed = reviewers.SelectMany(act => new[] { (second, act), (auditor, act), (nobody, act) })
            .Concat(readers.SelectMany(act => new[] { (auditor, act), (nobody, act) }))
            .Concat(odd.SelectMany(act => new[] { (_reviewer, act), (second, act), (auditor, act), (nobody, act) }));
        foreach (var (client, act) in closed)
        {
            var answer = await PostAsync(client, DemandForms.AddressOf(number) + "/" + act, ("version", "1"), ("agrees", "yes"), ("words", "It is all well here."));
            Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.NotFound, $"{act}: {answer.Status}");
        }

        // Whoever received it may read as a second person, but not what is their own, and here nothing waits.
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(_reviewer, DemandForms.AddressOf(number, DemandForms.Read), ("version", "1"), ("agrees", "yes"))).Status);
        Assert.Equal(1, await EventsAsync(number));
    }

    [Fact]
    public async Task A_form_sent_twice_counts_once_and_one_without_an_outcome_answers_nothing()
    {
        var number = await ReceivedAsync();
        (string, string)[] asked = [("version", "1"), ("words", "Which of the posts is meant?")];
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_reviewer, DemandForms.AddressOf(number, DemandForms.AskBack), asked)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(_reviewer, DemandForms.AddressOf(number, DemandForms.AskBack), asked)).Status);
        var open = await PostAsync(_reviewer, DemandForms.AddressOf(number, DemandForms.Answer), ("version", "2"), ("words", "The desk has come to this."));
        Assert.Equal(HttpStatusCode.Conflict, open.Status);
        Assert.Contains("Choose what the desk answers", open.Body, StringComparison.Ordinal);
        Assert.Contains("The desk has come to this.", open.Body, StringComparison.Ordinal);
        Assert.Equal(2, await EventsAsync(number));
    }

    [Fact]
    public async Task What_an_office_writes_is_words_and_never_markup()
    {
        var number = await ReceivedAsync(Script);
        foreach (var (client, address) in new[] { (_reviewer, DemandForms.List), (_reviewer, DemandForms.AddressOf(number)) })
        {
            var page = await GetAsync(client, address + "?lang=en");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page.Body, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Words_without_end_are_refused_and_shown_again()
    {
        var endless = new string('я', 30_000);
        var answer = await PostAsync(_reviewer, DemandForms.New, ("issuer", "An office"), ("jurisdiction", "kz"), ("law", "A law"), ("article", "1"), ("quote", endless), ("language", "ru"), ("whole", "the whole messenger"));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("An office", answer.Body, StringComparison.Ordinal);
    }

    private async Task<string> ReceivedAsync(string name = "An office of the steppe (invented)")
    {
        var answer = await PostAsync(
            _reviewer,
            DemandForms.New,
            ("issuer", name), ("issuer-kind", "regulator"), ("jurisdiction", "kz"), ("to", "desk"), ("kind", "removal"), ("addresses", "https://t.me/steppe_news/1"),
            ("law", name), ("article", name), ("quote", "The platform considers it within a day. " + name), ("language", "ru"), ("road", "letter"), ("reference", name));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var line = Assert.Single(await Shelf.ListAsync(DemandPile.All, 10, Cancel));
        return line.Number;
    }

    private async Task<int> EventsAsync(string number) => (await Shelf.HistoryAsync((await Shelf.FindByNumberAsync(number, Cancel))!.Value, Cancel)).Count;

    private DemandShelf Shelf => _desk.Services.GetRequiredService<DemandShelf>();
}
