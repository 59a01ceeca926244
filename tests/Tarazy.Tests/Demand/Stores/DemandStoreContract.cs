using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Demand.Receiving;
using Tarazy.Demand.Sealing;
using Tarazy.Demand.Shelf;
using Tarazy.Demand.Verifying;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Erasure;
using Tarazy.Publish.Receipts;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Promises;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Demand.Stores;

/// <summary>What the tables of demands and the log of them promise on every database.</summary>
public abstract class DemandStoreContract : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private protected WholeDesk Desk { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DemandShelf Shelf => Desk.Services.GetRequiredService<DemandShelf>();

    private PublicDemands Public => Desk.Services.GetRequiredService<PublicDemands>();

    public async ValueTask InitializeAsync()
    {
        _database = await NewDatabaseAsync();
        Desk = await WholeDesk.StartAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        if (Desk is not null)
        {
            await Desk.DisposeAsync();
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract Task<TestDatabase> NewDatabaseAsync();

    [Fact]
    public async Task From_receiving_to_the_answer_given_every_step_is_an_entry_with_a_receipt_that_holds()
    {
        var decided = await Desk.AgreedAsync(1);
        var state = await ReceivedAsync(Letters.Removal());
        Assert.Contains("demand-not-in-log", Letters.Codes(await Desk.Demands.AnswerAsync(
            new AnswerDemand(state.Id, state.Version, Letters.First, Letters.Refusal(DemandRefusalReason.TooVague)), Cancel)));
        await Desk.RunAsync();

        state = WholeDesk.Done(await Desk.Demands.VerifyAsync(
            new VerifyIssuer(state.Id, state.Version, Letters.First, IssuerCheck.MailHost, "Head of the mail was read.", "mam.gov.kz"), Cancel));
        state = WholeDesk.Done(await Desk.Demands.CheckBasisAsync(new CheckBasis(state.Id, state.Version, Letters.First, Letters.Platforms9), Cancel));
        state = WholeDesk.Done(await Desk.Demands.LinkCaseAsync(new LinkCase(state.Id, state.Version, Letters.First, decided.Opened.Number), Cancel));
        state = WholeDesk.Done(await Desk.Demands.AnswerAsync(new AnswerDemand(state.Id, state.Version, Letters.First, Letters.Complying()), Cancel));
        Assert.Contains("same-person-agrees", Letters.Codes(await Desk.Demands.ReadAnswerAsync(new ReadAnswer(state.Id, state.Version, Letters.First, true, ""), Cancel)));
        state = WholeDesk.Done(await Desk.Demands.ReadAnswerAsync(new ReadAnswer(state.Id, state.Version, Letters.Second, true, ""), Cancel));
        Assert.Contains("answer-not-in-log", Letters.Codes(await Desk.Demands.GiveAnswerAsync(
            new GiveAnswer(state.Id, state.Version, Letters.First, "By a letter of today."), Cancel)));
        await Desk.RunAsync();
        state = WholeDesk.Done(await Desk.Demands.GiveAnswerAsync(new GiveAnswer(state.Id, state.Version, Letters.First, "By a letter of today."), Cancel));
        await Desk.RunAsync();

        var found = (await Public.FindAsync(state.Received.Number, Cancel))!;
        Assert.Equal(
            ["demand-received", "demand-issuer-checked", "demand-basis-checked", "demand-case-linked", "demand-answered", "demand-answer-given"],
            found.Entries.Select(e => e.Type));
        Assert.All(found.Entries, e => Assert.True(e.Covered));
        Assert.Equal("second-reader", found.Entries[4].Role);
        var receipt = (await Desk.Services.GetRequiredService<IEntryReceipts>().ForNumberAsync(state.Received.Number, Cancel))!;
        var key = VerifierKey.Parse(receipt.ShownKey).Value!;
        Assert.Equal((6, Verdict.Verified), (receipt.Entries.Count, Check.Receipt(receipt, key).Verdict));
        Assert.Equal((1, 1, 0), Counts(await Public.CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_same_demand_typed_twice_is_one_and_numbers_have_no_gaps()
    {
        var first = await ReceivedAsync(Letters.Removal());
        var again = await Desk.Demands.ReceiveAsync(new ReceiveDemand(Letters.Second, Letters.Removal()), Cancel);
        Assert.Equal(first.Received.Number, Assert.IsType<DemandAlreadyHere>(Assert.Single(again.Refusals)).Number);
        var other = await ReceivedAsync(Letters.Removal(new DemandScope(["https://t.me/steppe_news/2"])));
        Assert.Equal(["D-2026-0001", "D-2026-0002"], [first.Received.Number, other.Received.Number]);
        Assert.Equal(2, await Shelf.CountAsync(DemandPile.ToDo, Cancel));
    }

    [Fact]
    public async Task Entries_of_notices_and_demands_share_one_log_and_reading_again_adds_none()
    {
        await Desk.SignedAsync(1);
        await ReceivedAsync(Letters.Removal());
        await Desk.RunAsync();
        await using var db = await Desk.ContextAsync();
        Assert.Equal(2, await db.Set<EntryRow>().CountAsync(Cancel));

        // One event of each feed has the number that one of the other has too.
        await Desk.RunAsync();
        Assert.Equal(2, await db.Set<EntryRow>().CountAsync(Cancel));
        var latest = await Desk.Services.GetRequiredService<PublicRegister>().LatestAsync(10, Cancel);
        Assert.Equal(["D-2026-0001", "N-2026-0001"], latest.Select(e => e.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stale_act_is_refused_and_saves_nothing()
    {
        var state = await ReceivedAsync(Letters.Removal());
        WholeDesk.Done(await Desk.Demands.AskBackAsync(new AskBack(state.Id, state.Version, Letters.First, "Which of the posts is meant?"), Cancel));
        var stale = await Desk.Demands.AskBackAsync(new AskBack(state.Id, state.Version, Letters.Second, "Which of the posts is meant?"), Cancel);
        Assert.IsType<DemandMovedOn>(Assert.Single(stale.Refusals));
        Assert.Equal(2, (await Shelf.HistoryAsync(state.Id, Cancel)).Count);
    }

    [Fact]
    public async Task A_sealed_demand_counts_has_its_commitment_at_once_and_opens_on_its_day()
    {
        var until = DateOnly.FromDateTime(Desk.Clock.GetUtcNow().UtcDateTime).AddDays(20);
        WholeDesk.Done(await Desk.Demands.ReceiveAsync(
            new ReceiveDemand(Letters.First, Letters.Removal(), new DemandSeal(until, SealGround.Victim, "The child could be found.")), Cancel));
        await Desk.RunAsync();
        WholeDesk.Done(await ReadSealAsync(Letters.Second, agrees: true));
        await Desk.RunAsync();
        Desk.Clock.Advance(TimeSpan.FromDays(10));
        var shut = (await Public.FindAsync("D-2026-0001", Cancel))!;
        Assert.Equal(["demand-received", "demand-sealed", "demand-seal-agreed"], shut.Entries.Select(e => e.Type));
        Assert.All(shut.Entries, e => Assert.Equal((Openness.Sealed, null), (e.Openness, e.Content)));
        Assert.All(shut.Entries, e => Assert.Equal(until.ToString("O", CultureInfo.InvariantCulture), (string?)JsonNode.Parse(e.Leaf)!["sealedUntil"]));
        Assert.Equal((null, null, DemandStanding.Sealed), (shut.Line.Asked, shut.Line.ReceivedAt, shut.Line.Standing));
        Assert.Empty((await Public.PageAsync(new DemandFilter(Kind: DemandKind.Removal), Cancel)).Lines);
        Assert.Single((await Public.PageAsync(new DemandFilter(DemandStanding.Sealed), Cancel)).Lines);
        Assert.Equal((1, 1), ((await Public.CountAsync(Cancel)).Received, (await Public.CountAsync(Cancel)).Sealed));

        Desk.Clock.Advance(TimeSpan.FromDays(11));
        var open = (await Public.FindAsync("D-2026-0001", Cancel))!;
        Assert.All(open.Entries, e => Assert.Equal(Openness.Open, e.Openness));
        Assert.Single((await Public.PageAsync(new DemandFilter(Kind: DemandKind.Removal), Cancel)).Lines);
    }

    [Fact]
    public async Task What_one_person_alone_sealed_opens_after_a_week()
    {
        await SealedAsync(days: 60);
        Desk.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(DemandStanding.Sealed, (await Public.FindAsync("D-2026-0001", Cancel))!.Line.Standing);
        Assert.IsType<SealedByYou>(Assert.Single((await ReadSealAsync(Letters.First, agrees: true)).Refusals));
        Desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.All((await Public.FindAsync("D-2026-0001", Cancel))!.Entries, e => Assert.Equal(Openness.Open, e.Openness));

        // What has been read by everybody cannot be shut again.
        Assert.IsType<SealWaitsForNobody>(Assert.Single((await ReadSealAsync(Letters.Second, agrees: true)).Refusals));
    }

    [Fact]
    public async Task A_second_person_who_does_not_agree_opens_it_at_once_and_says_why()
    {
        await SealedAsync(days: 60);
        Assert.IsType<DemandWordsMissing>(Assert.Single((await ReadSealAsync(Letters.Second, agrees: false)).Refusals));
        WholeDesk.Done(await ReadSealAsync(Letters.Second, agrees: false, "Nobody could be found by it."));
        await Desk.RunAsync();
        var open = (await Public.FindAsync("D-2026-0001", Cancel))!;
        Assert.All(open.Entries, e => Assert.Equal(Openness.Open, e.Openness));
        Assert.Equal(("demand-seal-opened", "second-reader"), (open.Entries[^1].Type, open.Entries[^1].Role));
        var receipt = (await Desk.Services.GetRequiredService<IEntryReceipts>().ForNumberAsync("D-2026-0001", Cancel))!;
        Assert.Equal(Verdict.Verified, Check.Receipt(receipt, VerifierKey.Parse(receipt.ShownKey).Value!).Verdict);
    }

    [Fact]
    public async Task No_figure_says_what_became_of_a_sealed_demand()
    {
        await SealedAsync(days: 6);
        var before = await Public.CountAsync(Cancel);
        var id = (await Shelf.FindByNumberAsync("D-2026-0001", Cancel))!.Value;
        var version = (await Shelf.HistoryAsync(id, Cancel)).Count;
        WholeDesk.Done(await Desk.Demands.AnswerAsync(
            new AnswerDemand(id, version, Letters.First, Letters.Refusal(DemandRefusalReason.TooVague)), Cancel));
        await Desk.RunAsync();
        Assert.Equal(before, await Public.CountAsync(Cancel));
        Assert.Equal((1, 1, 0, 0, null), (before.Received, before.Sealed, before.Open, before.Refused, before.MedianToAnswer));
        Desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal((1, 0, 1), ((await Public.CountAsync(Cancel)).Received, (await Public.CountAsync(Cancel)).Sealed, (await Public.CountAsync(Cancel)).Refused));
    }

    [Fact]
    public async Task What_is_public_holds_no_alias_no_number_of_the_office_and_nothing_of_how_it_was_verified()
    {
        var state = await ReceivedAsync(Letters.Removal());
        await Desk.RunAsync();
        state = WholeDesk.Done(await Desk.Demands.VerifyAsync(
            new VerifyIssuer(state.Id, state.Version, Letters.First, IssuerCheck.MailHost, "Mail of a.b@mam.gov.kz, head read.", "mam.gov.kz"), Cancel));
        WholeDesk.Done(await Desk.Demands.AnswerAsync(
            new AnswerDemand(state.Id, state.Version, Letters.First, Letters.Refusal(DemandRefusalReason.TooVague) with { Words = "R-01 finds no ground in it." }), Cancel));
        await Desk.RunAsync();
        var all = string.Concat((await Public.FindAsync(state.Received.Number, Cancel))!.Entries.Select(e => e.Leaf + e.Content));
        Assert.DoesNotContain("R-01", all, StringComparison.Ordinal);
        Assert.DoesNotContain("14-2/77", all, StringComparison.Ordinal);
        Assert.DoesNotContain("mam.gov.kz", all, StringComparison.Ordinal);
        Assert.Contains("[reviewer] finds no ground in it.", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_has_ended_makes_a_demand_late_and_complies_with_nothing()
    {
        var state = await ReceivedAsync(Letters.Removal());
        Desk.Clock.Advance(TimeSpan.FromDays(60));
        await Desk.RunAsync();
        var line = Assert.Single((await Public.PageAsync(new DemandFilter(), Cancel)).Lines);
        Assert.Equal((true, DemandStanding.Open), (line.Late, line.Standing));
        Assert.Single(await Shelf.HistoryAsync(state.Id, Cancel));
    }

    [Fact]
    public async Task An_erasure_takes_the_words_and_every_proof_holds()
    {
        var state = await ReceivedAsync(Letters.Removal());
        await Desk.RunAsync();
        WholeDesk.Done(await Desk.Services.GetRequiredService<EraseContentHandler>().HandleAsync(
            new EraseDemandContent(state.Id, Letters.First, "Request of the person concerned"), Cancel));
        var found = (await Public.FindAsync(state.Received.Number, Cancel))!;
        Assert.Equal((Openness.Erased, null), (Assert.Single(found.Entries).Openness, found.Line.Asked));
        var receipt = (await Desk.Services.GetRequiredService<IEntryReceipts>().ForNumberAsync(state.Received.Number, Cancel))!;
        Assert.Equal(Verdict.Verified, Check.Receipt(receipt, VerifierKey.Parse(receipt.ShownKey).Value!).Verdict);
    }

    private async Task SealedAsync(int days)
    {
        var until = DateOnly.FromDateTime(Desk.Clock.GetUtcNow().UtcDateTime).AddDays(days);
        WholeDesk.Done(await Desk.Demands.ReceiveAsync(
            new ReceiveDemand(Letters.First, Letters.Removal(), new DemandSeal(until, SealGround.Victim, "The child could be found.")), Cancel));
        await Desk.RunAsync();
    }

    private async Task<Outcome<DemandState>> ReadSealAsync(ReviewerId by, bool agrees, string words = "")
    {
        var id = (await Shelf.FindByNumberAsync("D-2026-0001", Cancel))!.Value;
        return await Desk.Demands.ReadSealAsync(new ReadSeal(id, (await Shelf.HistoryAsync(id, Cancel)).Count, by, agrees, words), Cancel);
    }

    private async Task<DemandState> ReceivedAsync(DemandLetter letter) =>
        WholeDesk.Done(await Desk.Demands.ReceiveAsync(new ReceiveDemand(Letters.First, letter), Cancel));

    private static (int Received, int Complied, int Refused) Counts(DemandFigures figures) => (figures.Received, figures.Complied, figures.Refused);
}

public sealed class SqliteDemandStoreTests : DemandStoreContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlDemandStoreTests : DemandStoreContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
