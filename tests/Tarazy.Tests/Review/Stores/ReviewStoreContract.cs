using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Review.Cases;
using Tarazy.Review.Claiming;
using Tarazy.Review.Decisions;
using Tarazy.Review.Notes;
using Tarazy.Review.Queue;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Promises;

namespace Tarazy.Tests.Review.Stores;

/// <summary>What the tables of cases promise on every database.</summary>
public abstract class ReviewStoreContract : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private protected WholeDesk Desk { get; private set; } = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected CaseQueue Queue => (CaseQueue)Desk.Services.GetService(typeof(CaseQueue))!;

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
    public async Task An_action_on_a_version_that_has_moved_on_is_refused_and_changes_nothing()
    {
        var opened = await Desk.OpenAsync(1);
        Assert.True((await Desk.Review.AddNoteAsync(new AddNote(opened.Id, 1, WholeDesk.Second, "Look at the link."), Cancel)).Ok);
        var stale = await Desk.Review.ClaimAsync(new ClaimCase(opened.Id, 1, WholeDesk.Decider), Cancel);
        Assert.Equal(new CaseMovedOn(1, 2), Assert.Single(stale.Refusals));
        var none = await Desk.Review.ClaimAsync(new ClaimCase(new CaseId("case:none"), 0, WholeDesk.Decider), Cancel);
        Assert.IsType<NoSuchCase>(Assert.Single(none.Refusals));

        Assert.Equal([1, 2], (await Desk.CaseEvents.OfAsync(opened.Id.Value, Cancel)).Select(e => e.Version));
        Assert.Empty(await Desk.CaseEvents.OfAsync("case:none", Cancel));
        Assert.Null(Assert.Single(await Queue.ListAsync(new QueueFilter(WholeDesk.Second), Cancel)).ClaimedBy);
    }

    [Fact]
    public async Task The_feed_gives_every_event_in_order_with_its_actor_and_goes_on_from_a_number()
    {
        foreach (var post in Enumerable.Range(1, 5))
        {
            var opened = await Desk.OpenAsync(post);
            Assert.True((await Desk.Review.ClaimAsync(new ClaimCase(opened.Id, 1, WholeDesk.Decider), Cancel)).Ok);
        }

        var all = await Desk.CaseEvents.ReadAfterAsync(0, 100, Cancel);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? "desk" : "R-01"), all.Select(e => e.Item.Actor));
        Assert.Equal(all.Select(e => e.Seq).Order().Distinct(), all.Select(e => e.Seq));
        var first = await Desk.CaseEvents.ReadAfterAsync(0, 4, Cancel);
        var rest = await Desk.CaseEvents.ReadAfterAsync(first[^1].Seq, 100, Cancel);
        Assert.Equal(all.Select(e => (e.Seq, e.Item.Event)), first.Concat(rest).Select(e => (e.Seq, e.Item.Event)));
        Assert.Empty(await Desk.CaseEvents.ReadAfterAsync(all[^1].Seq, 10, Cancel));
    }

    [Fact]
    public async Task An_event_whose_row_cannot_be_written_is_not_kept_either()
    {
        var opened = await Desk.OpenAsync(1);
        await Assert.ThrowsAsync<IOException>(() => Desk.CaseEvents.ActAsync(
            opened.Id.Value,
            "R-01",
            (_, _) => Task.FromResult<Tarazy.Records.Outcomes.Outcome<CaseEvent[]>>(new CaseEvent[] { new NoteAdded(opened.Id, WholeDesk.Decider, "lost") }),
            (_, _) => throw new IOException("The disk is full."),
            Cancel));

        Assert.Single(await Desk.CaseEvents.OfAsync(opened.Id.Value, Cancel));
        Assert.True((await Desk.Review.AddNoteAsync(new AddNote(opened.Id, 1, WholeDesk.Decider, "kept"), Cancel)).Ok);
    }

    [Fact]
    public async Task The_list_shows_what_the_events_say_after_every_step()
    {
        var decided = await Desk.DecidedAsync(1);
        var row = Assert.Single(await Queue.ListAsync(new QueueFilter(WholeDesk.Second, CaseStatus.AwaitingSecondReader), Cancel));
        Assert.Equal((decided.Id, Measure.RemovePost, "C-2026-0001", 1), (row.Id, row.Measure, row.Number, row.Posts));
        Assert.Empty(await Queue.ListAsync(new QueueFilter(WholeDesk.Decider, CaseStatus.AwaitingSecondReader), Cancel));
        Assert.Empty(await Queue.ListAsync(new QueueFilter(WholeDesk.Second), Cancel));

        await Desk.AgreedAsync(2);
        Assert.Equal(new QueueCounts(2, 0, 0, 1, 0, 1), await Queue.CountsAsync(WholeDesk.Second, Cancel));
        Assert.Equal(1, (await Queue.DecidedAsync(Cancel))[Measure.RemovePost]);
    }

    [Fact]
    public async Task A_decision_that_can_still_be_taken_back_waits_for_no_second_reader()
    {
        var opened = await Desk.OpenAsync(1);
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers() };
        Assert.True((await Desk.Review.DecideAsync(new DecideCase(opened.Id, 1, WholeDesk.Decider, decision), CaseFacts.Nothing, Cancel)).Ok);
        var waiting = new QueueFilter(WholeDesk.Second, CaseStatus.AwaitingSecondReader);
        Assert.Equal(0, await Queue.CountAsync(waiting, Cancel));
        Desk.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await Queue.CountAsync(waiting, Cancel));
    }

    [Fact]
    public async Task The_queue_gives_the_most_urgent_first_and_only_what_was_asked_for()
    {
        Desk.Findings.Add(FindingList.Finding(1, strength: 0.2, language: "ru"));
        Desk.Findings.Add(FindingList.Finding(2, strength: 0.5, harm: "extortion"));
        Desk.Findings.Add(FindingList.Finding(3, strength: 1));
        Desk.Findings.Add(FindingList.Finding(4, strength: 1));
        await Desk.RunAsync();

        Assert.Equal([3, 4, 2, 1], await NumbersAsync(new QueueFilter(WholeDesk.Decider)));
        Assert.Equal([4, 2], await NumbersAsync(new QueueFilter(WholeDesk.Decider, Skip: 1, Take: 2)));
        Assert.Equal([1], await NumbersAsync(new QueueFilter(WholeDesk.Decider, Language: "ru")));
        Assert.Equal([2], await NumbersAsync(new QueueFilter(WholeDesk.Decider, Harm: new HarmId("extortion"))));
        Assert.Equal([3, 4], await NumbersAsync(new QueueFilter(WholeDesk.Decider, DueToday: true)));
    }

    [Fact]
    public async Task Cases_are_numbered_from_one_each_year_without_a_gap()
    {
        foreach (var post in Enumerable.Range(1, 11))
        {
            Desk.Findings.Add(FindingList.Finding(post));
        }

        await Desk.RunAsync();
        Desk.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await Desk.OpenAsync(12);

        var opened = (await Desk.CaseEvents.ReadAfterAsync(0, 100, Cancel)).Select(e => e.Item.Event).OfType<CaseOpened>();
        Assert.Equal([.. Enumerable.Range(1, 11).Select(n => $"C-2026-{n:0000}"), "C-2027-0001"], opened.Select(o => o.Number));
        Assert.NotNull(await Queue.FindByNumberAsync("C-2026-0011", Cancel));
        Assert.Null(await Queue.FindByNumberAsync("C-2026-0012", Cancel));
    }

    [Fact]
    public async Task Of_two_people_who_decide_at_once_one_decides_and_the_other_hears_that_the_case_moved_on()
    {
        var opened = await Desk.OpenAsync(1);
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers() };
        var both = await Task.WhenAll(new[] { WholeDesk.Decider, WholeDesk.Second }.Select(by => Task.Run(() => Desk.Review.DecideAsync(
            new DecideCase(opened.Id, 1, by, decision), CaseFacts.Nothing, Cancel))));

        Assert.Single(both, o => o.Ok);
        Assert.IsType<CaseMovedOn>(Assert.Single(Assert.Single(both, o => !o.Ok).Refusals));
        Assert.Equal(2, (await Desk.CaseEvents.OfAsync(opened.Id.Value, Cancel)).Count);
    }

    [Fact]
    public async Task Reading_the_findings_again_from_any_place_opens_nothing_twice()
    {
        FillWithStories();
        await Desk.RunAsync();
        var before = await EventsAsync();
        for (var cursor = 0; cursor <= Desk.Findings.Count; cursor++)
        {
            await Desk.SetCursorAsync("review", cursor);
            await Desk.RunAsync();
            Assert.Equal(before, await EventsAsync());
        }
    }

    [Fact]
    public async Task Two_openers_at_once_open_every_story_once()
    {
        FillWithStories();
        var other = Desk.AnotherOpener();
        await Task.WhenAll(Task.Run(() => Desk.Opening.StepAsync(Cancel)), Task.Run(() => other.StepAsync(Cancel)));
        await Desk.RunAsync();

        var events = (await Desk.CaseEvents.ReadAfterAsync(0, 100, Cancel)).Select(e => e.Item.Event).ToList();
        Assert.Equal(3, events.OfType<CaseOpened>().Count());
        Assert.Equal(3, events.OfType<CaseOpened>().Select(o => o.Number).Distinct().Count());
        Assert.Equal(3, events.OfType<FindingJoined>().Count());
    }

    [Fact]
    public async Task A_copy_of_what_a_person_has_closed_joins_quietly_and_comes_before_nobody()
    {
        var story = new StoryId("story:1");
        Desk.Findings.Add(FindingList.Finding(1, story: story));
        await Desk.RunAsync();
        var opened = (CaseOpened)(await Desk.CaseEvents.ReadAfterAsync(0, 1, Cancel))[0].Item.Event;
        var left = new Decision(Measure.LeaveAlone, opened.Harm, "");
        Assert.True((await Desk.Review.DecideAsync(new DecideCase(opened.Case, 1, WholeDesk.Decider, left), CaseFacts.Nothing, Cancel)).Ok);
        Desk.Findings.Add(FindingList.Finding(2, story: story));
        await Desk.RunAsync();

        var state = await Desk.CaseAsync(opened.Case);
        Assert.Equal((CaseStatus.Closed, 2), (state.Status, state.Findings.Count));
        Assert.Equal(0, await Queue.CountAsync(new QueueFilter(WholeDesk.Decider), Cancel));
    }

    [Fact]
    public async Task A_finding_of_a_rule_on_trial_opens_nothing_and_is_passed_by()
    {
        Desk.Findings.Add(FindingList.Finding(1, shadow: true));
        Desk.Findings.Add(FindingList.Finding(2));
        await Desk.RunAsync();
        Assert.Equal(FindingList.Post(2), Assert.Single(await Queue.ListAsync(new QueueFilter(WholeDesk.Decider), Cancel)).Post);
        Assert.Equal(2, await ((Cursors)Desk.Services.GetService(typeof(Cursors))!).GetAsync("review", Cancel));
    }

    private void FillWithStories()
    {
        foreach (var post in Enumerable.Range(1, 6))
        {
            Desk.Findings.Add(FindingList.Finding(post, story: new StoryId($"story:{post % 3}")));
        }
    }

    private async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await Desk.CaseEvents.ReadAfterAsync(0, 1_000, Cancel)).Select(e => $"{e.Seq} {e.Item.Version} {e.Item.Event}")];

    private async Task<IReadOnlyList<int>> NumbersAsync(QueueFilter filter) =>
        [.. (await Queue.ListAsync(filter, Cancel)).Select(c => Enumerable.Range(1, 9).Single(n => FindingList.Post(n) == c.Post))];
}

public sealed class SqliteReviewStoreTests : ReviewStoreContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlReviewStoreTests : ReviewStoreContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
