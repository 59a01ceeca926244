using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Erasure;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.TestKit.Databases;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Publish;

/// <summary>One set of tests for both databases.</summary>
public abstract class PublishTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> NewDatabaseAsync();

    [Fact]
    public async Task Everything_public_that_happens_to_a_notice_becomes_an_entry_with_a_receipt()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        WholeLife(desk, 1);
        await desk.RunAsync();

        var found = await desk.Register.FindAsync("N-2026-0001", Cancel);
        string[] types = ["notice-signed", "notice-sent", "receipt-confirmed", "notice-answered", "appeal-opened", "appeal-decided", "notice-withdrawn", "correction-sent"];
        string[] roles = ["reviewer", "reviewer", "decider", "second-reader", "channel", "ombudsperson", "decider", "desk"];
        Assert.Equal(types, found!.Entries.Select(e => e.Type));
        Assert.Equal(roles, found.Entries.Select(e => e.Role));
        Assert.All(found.Entries, e => Assert.True(e.Covered));

        var receipt = await desk.Receipts.ForNoticeAsync(PublishDesk.Id(1), Cancel);
        var read = ReceiptFile.Parse(ReceiptFile.Write(receipt!)).Required();
        Assert.Equal(Verdict.Verified, Check.Receipt(read, desk.Key).Verdict);
        Assert.Equal(8, read.Entries.Count(e => e.Opening is not null));
        desk.Log.Reader.CheckEverything(desk.Log.Checkpoint()!);
    }

    [Fact]
    public async Task A_leaf_carries_no_words_no_alias_and_no_id_that_follows_from_the_post()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        WholeLife(desk, 1);
        await desk.RunAsync();
        await using var db = await desk.ContextAsync();
        var leaves = await db.Set<EntryRow>().OrderBy(e => e.Index).Select(e => e.Leaf).ToListAsync(Cancel);
        string[] allowed = ["at", "commitment", "event", "number", "role", "type", "v"];
        Assert.All(leaves, leaf => Assert.Equal(allowed, JsonNode.Parse(leaf)!.AsObject().Select(m => m.Key)));
        Assert.DoesNotContain(leaves, leaf => leaf.Contains("R-0", StringComparison.Ordinal) || leaf.Contains("telegram", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Public_content_has_neither_the_appeal_link_nor_an_alias_nor_a_mailbox()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        WholeLife(desk, 1);
        await desk.RunAsync();
        await using var db = await desk.ContextAsync();
        var all = string.Concat(await db.Set<EntryRow>().Select(e => e.Content).ToListAsync(Cancel));
        foreach (var secret in new[] { PublishDesk.AppealKey, "R-01", "R-02", "R-03", "R-04", "clerk@platform.example", "quoted words" })
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        Assert.Contains(PublicWords.AppealLink, all, StringComparison.Ordinal);
        Assert.Contains("https://t.me/steppe_news/62", all, StringComparison.Ordinal);
        Assert.Contains("Ақы үшін соғысқа шақыру.", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_entry_shows_its_commitment_now_and_its_content_on_the_day_fixed_in_the_leaf()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        desk.Draft(1, sealedUntil: new DateOnly(2026, 4, 1));
        desk.Sign(1);
        await desk.RunAsync();

        var closed = await desk.Register.FindAsync("N-2026-0001", Cancel);
        Assert.Equal((Openness.Sealed, null), (closed!.Entries[0].Openness, closed.Entries[0].Content));
        Assert.Null(closed.Line.Subject);
        Assert.Contains("\"sealedUntil\":\"2026-04-01\"", closed.Entries[0].Leaf, StringComparison.Ordinal);
        var before = await desk.Receipts.ForNumberAsync("N-2026-0001", Cancel);
        Assert.Null(before!.Entries[0].Opening);
        Assert.Empty((await desk.Register.PageAsync(new RegisterFilter(Harm: "mercenary-recruitment"), Cancel)).Lines);
        Assert.Empty((await desk.Register.PageAsync(new RegisterFilter(Text: "соғыс"), Cancel)).Lines);
        Assert.Single((await desk.Register.PageAsync(new RegisterFilter(Year: 2026), Cancel)).Lines);

        desk.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var open = await desk.Register.FindAsync("N-2026-0001", Cancel);
        Assert.Equal(Openness.Open, open!.Entries[0].Openness);
        Assert.Equal("mercenary-recruitment", open.Line.Subject!.Harm);
        var after = await desk.Receipts.ForNumberAsync("N-2026-0001", Cancel);
        Assert.Equal(before.Entries[0].Leaf, after!.Entries[0].Leaf);
        Assert.Equal(Verdict.Verified, Check.Receipt(after, desk.Key).Verdict);
        Assert.Single((await desk.Register.PageAsync(new RegisterFilter(Text: "СОҒЫС"), Cancel)).Lines);
    }

    [Fact]
    public async Task After_an_erasure_salt_and_content_are_gone_and_every_proof_still_holds()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        WholeLife(desk, 1);
        WholeLife(desk, 2);
        await desk.RunAsync();
        var root = desk.Log.Checkpoint()!.Checkpoint.Root;

        var erased = await desk.Erase.HandleAsync(new EraseContent(PublishDesk.Id(1), new ReviewerId("R-09"), "Request of a person concerned"), Cancel);
        Assert.Equal(8, erased.Value!.Entries.Count);
        await using var db = await desk.ContextAsync();
        Assert.False(await db.Set<EntryRow>().AnyAsync(e => e.Subject == PublishDesk.Id(1).Value && (e.Salt != null || e.Content != null), Cancel));
        Assert.Equal(8, await db.Set<EntryRow>().CountAsync(e => e.Content != null, Cancel));

        await desk.RestartAsync();
        await desk.RunAsync();
        Assert.Equal(LogState.Sound, desk.Log.Health.State);
        Assert.Equal(root, desk.Log.Checkpoint()!.Checkpoint.Root);
        var receipt = await desk.Receipts.ForNoticeAsync(PublishDesk.Id(1), Cancel);
        Assert.All(receipt!.Entries, e => Assert.Null(e.Opening));
        Assert.Equal(Verdict.Verified, Check.Receipt(receipt, desk.Key).Verdict);
        var shown = await desk.Register.FindAsync("N-2026-0001", Cancel);
        Assert.All(shown!.Entries, e => Assert.Equal((Openness.Erased, "Request of a person concerned"), (e.Openness, e.ErasedBecause)));
        Assert.Single((await desk.Register.PageAsync(new RegisterFilter(Text: "соғыс"), Cancel)).Lines);
    }

    [Fact]
    public async Task An_erasure_needs_a_reason_and_an_entry()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        var silent = await desk.Erase.HandleAsync(new EraseContent(PublishDesk.Id(1), new ReviewerId("R-09"), " "), Cancel);
        Assert.Equal("erasure-without-reason", silent.Refusals[0].Code);
        var missing = await desk.Erase.HandleAsync(new EraseContent(PublishDesk.Id(1), new ReviewerId("R-09"), "why"), Cancel);
        Assert.Equal("nothing-to-erase", missing.Refusals[0].Code);
    }

    [Fact]
    public async Task A_draft_that_nobody_signed_is_never_public()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        desk.Draft(1);
        desk.Add("R-01", new NoticeWithdrawn(PublishDesk.Id(1), new ReviewerId("R-01"), "better not"));
        await desk.RunAsync();
        Assert.Null(await desk.Register.FindAsync("N-2026-0001", Cancel));
        Assert.Equal(0, desk.Log.Checkpoint()!.Size);
        Assert.Null(await desk.Receipts.ForNumberAsync("N-2026-0001", Cancel));
    }

    [Fact]
    public async Task The_register_turns_pages_and_counts()
    {
        await using var database = await NewDatabaseAsync();
        await using var desk = await PublishDesk.StartAsync(database);
        for (var i = 1; i <= 7; i++)
        {
            desk.Draft(i);
            desk.Sign(i);
            desk.Send(i);
            desk.Clock.Advance(TimeSpan.FromHours(i));
            if (i <= 4)
            {
                var outcome = i == 4 ? AnswerOutcome.NoAnswer : i == 3 ? AnswerOutcome.Refused : AnswerOutcome.Removed;
                desk.Add("R-01", new AnswerRecorded(PublishDesk.Id(i), new ReviewerId("R-01"), outcome, "words"));
            }
        }

        await desk.RunAsync();
        var first = await desk.Register.PageAsync(new RegisterFilter(Size: 3), Cancel);
        Assert.Equal(["N-2026-0007", "N-2026-0006", "N-2026-0005"], first.Lines.Select(l => l.Number));
        Assert.Equal(7, first.Total);
        var second = await desk.Register.PageAsync(new RegisterFilter(Size: 3, Before: first.Next), Cancel);
        Assert.Equal(["N-2026-0004", "N-2026-0003", "N-2026-0002"], second.Lines.Select(l => l.Number));
        var last = await desk.Register.PageAsync(new RegisterFilter(Size: 3, Before: second.Next), Cancel);
        Assert.Null(last.Next);
        Assert.Equal(2, (await desk.Register.PageAsync(new RegisterFilter(Outcome: AnswerOutcome.Removed), Cancel)).Total);
        Assert.Equal(7, (await desk.Register.PageAsync(new RegisterFilter(Text: "steppe", Jurisdiction: "kz", Year: 2026), Cancel)).Total);
        Assert.Equal(0, (await desk.Register.PageAsync(new RegisterFilter(Year: 2025), Cancel)).Total);

        var figures = await desk.Register.CountAsync(Cancel);
        Assert.Equal((7, 7, 4), (figures.InAll, figures.Sent, figures.Waiting));
        Assert.Equal(TimeSpan.FromHours(2), figures.MedianTimeToAnswer);
        Assert.Equal(2, figures.Outcomes[AnswerOutcome.Removed]);
    }

    internal static void WholeLife(PublishDesk desk, int number)
    {
        var id = PublishDesk.Id(number);
        desk.Draft(number);
        desk.Sign(number);
        desk.Add("R-03", new SendingStarted(id, new ReviewerId("R-03"), "m1@desk.example"));
        desk.Send(number);
        desk.Add("R-01", new ReceiptConfirmed(id, new ReviewerId("R-01"), "TG-17"));
        desk.Add("R-02", new AnswerRecorded(id, new ReviewerId("R-02"), AnswerOutcome.Removed, "Removed, R-02."));
        desk.Add("public", new AppealOpened(id, $"This was satire, see https://desk.example/appeal/{number}-{PublishDesk.AppealKey}"));
        desk.Add("R-04", new AppealDecided(id, new ReviewerId("R-04"), true, "It was satire; R-04 agrees."));
        desk.Add("R-01", new NoticeWithdrawn(id, new ReviewerId("R-01"), "Reversed on appeal"));
        desk.Add("desk", new CorrectionSent(id, new ReviewerId("R-01"), "250 queued for clerk@platform.example"));
    }
}

public sealed class PublishOnSqliteTests : PublishTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PublishOnPostgreSqlTests : PublishTests
{
    protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
