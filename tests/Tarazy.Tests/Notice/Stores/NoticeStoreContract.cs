using Tarazy.Notice.Answers;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Shelf;
using Tarazy.Notice.Withdrawals;
using Tarazy.Records.Notices;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Promises;

namespace Tarazy.Tests.Notice.Stores;

/// <summary>What the tables of notices promise on every database.</summary>
public abstract class NoticeStoreContract : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private protected WholeDesk Desk { get; private set; } = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected NoticeShelf Shelf => (NoticeShelf)Desk.Services.GetService(typeof(NoticeShelf))!;

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
    public async Task An_agreement_that_is_read_again_from_any_place_drafts_one_notice()
    {
        foreach (var post in Enumerable.Range(1, 3))
        {
            await Desk.AgreedAsync(post);
        }

        await Desk.RunAsync();
        var before = await EventsAsync();
        Assert.Equal(3, before.Count);
        var last = (await Desk.CaseEvents.ReadAfterAsync(0, 100, Cancel))[^1].Seq;
        for (var cursor = 0L; cursor <= last; cursor++)
        {
            await Desk.SetCursorAsync("notice", cursor);
            await Desk.RunAsync();
            Assert.Equal(before, await EventsAsync());
        }
    }

    [Fact]
    public async Task A_process_that_dies_between_two_drafts_goes_on_where_it_was()
    {
        foreach (var post in Enumerable.Range(1, 3))
        {
            await Desk.AgreedAsync(post);
        }

        Desk.Posts.DiesAt = 2;
        await Assert.ThrowsAsync<IOException>(() => Desk.Drafting.StepAsync(Cancel));
        Assert.Single(await EventsAsync());
        await Desk.RunAsync();

        var drafts = (await Desk.NoticeEvents.ReadAfterAsync(0, 100, Cancel)).Select(e => (NoticeDrafted)e.Item.Event).ToList();
        Assert.Equal(["N-2026-0001", "N-2026-0002", "N-2026-0003"], drafts.Select(d => d.Number));
        Assert.Equal(3, drafts.Select(d => d.Case).Distinct().Count());
    }

    [Fact]
    public async Task Two_drafters_at_once_draft_every_notice_once()
    {
        foreach (var post in Enumerable.Range(1, 4))
        {
            await Desk.AgreedAsync(post);
        }

        var other = Desk.AnotherDrafter();
        await Task.WhenAll(Task.Run(() => Desk.Drafting.StepAsync(Cancel)), Task.Run(() => other.StepAsync(Cancel)));
        Assert.Equal(4, (await Shelf.ListAsync(null, 0, 100, Cancel)).Select(n => n.Number).Distinct().Count());
        Assert.Equal(4, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task Two_drafters_that_find_nothing_to_draft_do_not_trip_over_each_other()
    {
        await Desk.OpenAsync(1);
        var others = Enumerable.Range(0, 4).Select(_ => Desk.AnotherDrafter()).ToList();
        await Task.WhenAll(others.Select(o => Task.Run(() => o.StepAsync(Cancel))));
        Assert.Empty(await EventsAsync());
    }

    [Fact]
    public async Task A_case_that_is_decided_anew_makes_a_notice_of_its_own()
    {
        var first = await Desk.DraftedAsync(1);
        var agreed = await Desk.CaseAsync(first.Drafted.Case);
        var reopened = WholeDesk.Done(await Desk.Review.ReopenAsync(new(agreed.Id, agreed.Version, WholeDesk.Second, "New facts came in."), Cancel));
        var decision = agreed.Decided!.Decision;
        var again = WholeDesk.Done(await Desk.Review.DecideAsync(
            new(agreed.Id, reopened.Version, WholeDesk.Second, decision), Tarazy.Policy.Rungs.CaseFacts.Nothing, Cancel));
        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Desk.Review.ReadSecondAsync(
            new(agreed.Id, again.Version, WholeDesk.Decider, decision.Measure, decision.Clause, "It still stands."), Cancel)).Ok);
        await Desk.RunAsync();

        var notices = await Shelf.OfCaseAsync(agreed.Id, Cancel);
        Assert.Equal(["N-2026-0002", "N-2026-0001"], notices.Select(n => n.Number));
        Assert.Equal(2, notices.Select(n => n.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_action_on_a_version_that_has_moved_on_is_refused_and_changes_nothing()
    {
        var sent = await Desk.SentAsync(1);
        var confirm = new ConfirmReceipt(sent.Id, sent.Version, WholeDesk.Signer, "case 7");
        Assert.True((await Desk.Notices.ConfirmReceiptAsync(confirm, Cancel)).Ok);
        var stale = await Desk.Notices.WithdrawAsync(new WithdrawNotice(sent.Id, sent.Version, WholeDesk.Second, "We were wrong."), Cancel);
        Assert.Equal(new NoticeMovedOn(sent.Version, sent.Version + 1), Assert.Single(stale.Refusals));
        Assert.Null((await Desk.NoticeAsync(sent.Id)).Withdrawn);
        var none = await Desk.Notices.OpenAppealAsync(new OpenAppeal(new NoticeId("notice:none"), "We object."), Cancel);
        Assert.IsType<NoSuchNotice>(Assert.Single(none.Refusals));
    }

    [Fact]
    public async Task The_shelf_shows_what_the_events_say_after_every_step()
    {
        var drafted = await Desk.DraftedAsync(1);
        Assert.Equal(NoticeStatus.Draft, Assert.Single(await Shelf.ListAsync(NoticeStatus.Draft, 0, 10, Cancel)).Status);
        Assert.Equal(drafted.Id, await Shelf.FindByNumberAsync("N-2026-0001", Cancel));
        var sent = await Desk.SentAsync(2);
        var answered = WholeDesk.Done(await Desk.Notices.RecordAnswerAsync(
            new RecordAnswer(sent.Id, sent.Version, WholeDesk.Signer, AnswerOutcome.Removed, "It is gone."), Cancel));
        Assert.Equal(1, await Shelf.UpheldOfChannelAsync(FindingList.Channel, Cancel));
        Assert.True((await Desk.Notices.OpenAppealAsync(new OpenAppeal(sent.Id, "It was a warning."), Cancel)).Ok);
        var appealed = Assert.Single(await Shelf.AppealedAsync(Cancel));
        Assert.Equal((sent.Id, NoticeStatus.Answered, AnswerOutcome.Removed, true), (appealed.Id, appealed.Status, appealed.Outcome, appealed.AppealOpen));

        var reverse = new DecideAppeal(sent.Id, answered.Version + 1, WholeDesk.Ombudsperson, Reverse: true, "It was a quotation.");
        Assert.True((await Desk.Notices.DecideAppealAsync(reverse, Cancel)).Ok);
        var reversed = Assert.Single(await Shelf.AppealedAsync(Cancel));
        Assert.Equal((NoticeStatus.Withdrawn, true, false), (reversed.Status, reversed.Reversed, reversed.AppealOpen));
        Assert.Equal(0, await Shelf.UpheldOfChannelAsync(FindingList.Channel, Cancel));
    }

    [Fact]
    public async Task The_feed_keeps_the_order_in_which_things_happened()
    {
        await Desk.SentAsync(1);
        await Desk.DraftedAsync(2);
        var kinds = (await Desk.NoticeEvents.ReadAfterAsync(0, 100, Cancel)).Select(e => e.Item.Event.GetType().Name);
        Assert.Equal([nameof(NoticeDrafted), nameof(NoticeSigned), nameof(NoticeSent), nameof(NoticeDrafted)], kinds);
    }

    [Fact]
    public async Task Two_people_who_send_one_notice_at_once_send_one_mail()
    {
        var logged = await Desk.LoggedAsync(1);
        var send = new[] { WholeDesk.Signer, WholeDesk.Second }.Select(by => Task.Run(() => Desk.Notices.SendByMailAsync(
            new SendByMail(logged.Id, logged.Version, by), Cancel)));
        var both = await Task.WhenAll(send);

        Assert.Single(both, o => o.Ok);
        Assert.Equal(1, Desk.Mail.Sent);
        Assert.Single(await Desk.NoticeEvents.OfAsync(logged.Id.Value, Cancel), e => e.Event is NoticeSent);
    }

    [Fact]
    public async Task Two_appeals_through_one_link_at_once_open_one()
    {
        var sent = await Desk.SentAsync(1);
        var both = await Task.WhenAll(Enumerable.Range(1, 2).Select(i => Task.Run(() => Desk.Notices.OpenAppealAsync(new OpenAppeal(sent.Id, $"No {i}."), Cancel))));
        Assert.IsType<AppealIsOpen>(Assert.Single(Assert.Single(both, o => !o.Ok).Refusals));
        Assert.Single(await Desk.NoticeEvents.OfAsync(sent.Id.Value, Cancel), e => e.Event is AppealOpened);
    }

    private async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await Desk.NoticeEvents.ReadAfterAsync(0, 1_000, Cancel)).Select(e => $"{e.Seq} {e.Item.Subject} {e.Item.Version} {e.Item.Event.GetType().Name}")];
}

public sealed class SqliteNoticeStoreTests : NoticeStoreContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlNoticeStoreTests : NoticeStoreContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
