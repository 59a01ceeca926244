using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Shelf;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Review.Cases;
using Tarazy.Review.Claiming;
using Tarazy.Review.Decisions;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;
using Tarazy.Server.Workbench.Decide;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Tests.Review;

namespace Tarazy.Tests.Promises;

/// <summary>6. Four eyes on every restriction, a different person on every appeal, and an end date on every measure.</summary>
public class FourEyesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_restriction_that_any_pack_carries_waits_for_a_second_person_and_refuses_the_first() => Assert.All(CarriedDecisions.All, c =>
    {
        var opened = Cases.Open();
        var made = WholeDesk.Done(DecideCaseHandler.Handle(
            new DecideCase(Cases.Id, 1, WholeDesk.Decider, c.Decision), opened, WholeDesk.Law, CarriedDecisions.Facts(c.Pack), Cases.Now, TimeSpan.Zero));
        var waiting = CaseState.Fold([At(1, opened.Opened), At(2, Assert.Single(made))])!;
        Assert.Equal(CaseStatus.AwaitingSecondReader, waiting.Status);
        Assert.True(c.Pack.RungOf(c.Decision.Measure).Readers >= 2);

        var mine = ReadSecondHandler.Handle(Reading(WholeDesk.Decider, c.Decision), waiting, Cases.Now.AddDays(1));
        Assert.IsType<SameReader>(Assert.Single(mine.Refusals));
        Assert.IsType<SecondReaderAgreed>(Assert.Single(ReadSecondHandler.Handle(Reading(WholeDesk.Second, c.Decision), waiting, Cases.Now.AddDays(1)).Value!));
    });

    [Fact]
    public async Task No_way_round_makes_the_first_reader_the_second()
    {
        await using var desk = await WholeDesk.StartAsync();
        var decided = await desk.DecidedAsync(1);
        var decision = decided.Decided!.Decision;
        await IsSameReaderAsync(desk, decided.Id, decision);

        var claimed = await desk.Review.ClaimAsync(new ClaimCase(decided.Id, decided.Version, WholeDesk.Decider), Cancel);
        Assert.IsType<SameReader>(Assert.Single(claimed.Refusals));
        await IsSameReaderAsync(desk, decided.Id, decision);
        WholeDesk.Done(await desk.Review.AddNoteAsync(new(decided.Id, decided.Version, WholeDesk.Second, "I have read it, go on."), Cancel));
        await IsSameReaderAsync(desk, decided.Id, decision);
        desk.Clock.Advance(TimeSpan.FromDays(365));
        await IsSameReaderAsync(desk, decided.Id, decision);

        await desk.RunAsync();
        Assert.Empty(await desk.NoticeEvents.ReadAfterAsync(0, 10, Cancel));
    }

    [Fact]
    public async Task The_form_of_a_second_reading_offers_every_rung_and_says_of_none_whether_it_is_carried()
    {
        await using var desk = await WholeDesk.StartAsync();
        var decided = await desk.DecidedAsync(1);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var build = new BuildDecision(
            WholeDesk.Law,
            desk.Services.GetRequiredService<NoticeShelf>(),
            new DeskStandings([]),
            new DeskDates(Options.Create(new WebOptions()), desk.Clock),
            desk.Clock);
        var form = await build.ForAsync(decided, WholeDesk.Second, DecisionAnswers.Empty, null, null, Cancel);
        Assert.True(form!.Second);
        Assert.Null(form.Closed);
        Assert.Equal(Enum.GetValues<Measure>().Select(m => new RungView(m)), form.Ladder);
    }

    [Fact]
    public async Task Who_differed_and_then_decides_needs_another_person_as_well()
    {
        await using var desk = await WholeDesk.StartAsync();
        var decided = await desk.DecidedAsync(1);
        var differed = WholeDesk.Done(await desk.Review.ReadSecondAsync(
            new ReadSecond(decided.Id, decided.Version, WholeDesk.Second, Measure.Label, null, "A label will do."), Cancel));
        var again = WholeDesk.Done(await desk.Review.DecideAsync(
            new DecideCase(decided.Id, differed.Version, WholeDesk.Second, decided.Decided!.Decision), CaseFacts.Nothing, Cancel));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var mine = await desk.Review.ReadSecondAsync(
            new ReadSecond(decided.Id, again.Version, WholeDesk.Second, Measure.RemovePost, decided.Decided.Decision.Clause, "I agree with myself."), Cancel);
        Assert.IsType<SameReader>(Assert.Single(mine.Refusals));
    }

    [Theory]
    [InlineData("r-01")]
    [InlineData(" R-01 ")]
    [InlineData("R-01")]
    public async Task One_person_signs_in_under_one_alias_however_it_is_typed(string typed)
    {
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<IDeskPart, AccountPart>());
        var book = new AccountBook(desk.Services.GetRequiredService<IDbContextFactory<DeskContext>>(), desk.Clock);
        var (alias, token) = await book.InviteAsync("A", [Roles.Reviewer, Roles.SecondReader], ["kk"], Cancel);
        Assert.True((await book.AcceptAsync(token, "four words in a row", Cancel)).Ok);
        Assert.Equal(alias, WholeDesk.Done(await book.SignInAsync(typed, "four words in a row", Cancel)).Alias);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_who_decided_read_signed_or_sent_decides_the_appeal(bool byMail)
    {
        await using var desk = await WholeDesk.StartAsync();
        var sender = new ReviewerId("R-05");
        var logged = await desk.LoggedAsync(1);
        WholeDesk.Done(byMail
            ? await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, sender), Cancel)
            : await desk.Notices.MarkAsSentAsync(new MarkAsSent(logged.Id, logged.Version, sender, "ticket 1"), Cancel));
        var appealed = WholeDesk.Done(await desk.Notices.OpenAppealAsync(new OpenAppeal(logged.Id, "We warned of it."), Cancel));
        foreach (var person in new[] { WholeDesk.Decider, WholeDesk.Second, WholeDesk.Signer, sender })
        {
            await HadAPartAsync(desk, appealed, person);
        }

        Assert.True((await desk.Notices.DecideAppealAsync(new DecideAppeal(logged.Id, appealed.Version, WholeDesk.Ombudsperson, true, "A quotation."), Cancel)).Ok);
        var again = await desk.Notices.DecideAppealAsync(new DecideAppeal(logged.Id, appealed.Version + 2, new ReviewerId("R-06"), false, "No."), Cancel);
        Assert.IsType<NoAppealWaits>(Assert.Single(again.Refusals));
    }

    [Fact]
    public async Task Who_handed_the_mail_over_does_not_decide_the_appeal_when_another_person_found_that_it_went()
    {
        await using var desk = await WholeDesk.StartAsync();
        var sender = new ReviewerId("R-05");
        var logged = await desk.LoggedAsync(1);
        desk.Mail.Answer = new MailUncertain("The line went dead.");
        var sending = WholeDesk.Done(await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, sender), Cancel));
        WholeDesk.Done(await desk.Notices.SettleAsync(new SettleSending(logged.Id, sending.Version, WholeDesk.Signer, WasSent: true, "It is in the log of the server."), Cancel));
        var appealed = WholeDesk.Done(await desk.Notices.OpenAppealAsync(new OpenAppeal(logged.Id, "We warned of it."), Cancel));
        await HadAPartAsync(desk, appealed, sender);
    }

    [Fact]
    public async Task Who_took_the_notice_back_does_not_decide_the_appeal_against_it()
    {
        await using var desk = await WholeDesk.StartAsync();
        var sent = await desk.SentAsync(1);
        WholeDesk.Done(await desk.Notices.OpenAppealAsync(new OpenAppeal(sent.Id, "We warned of it."), Cancel));
        var withdrawn = WholeDesk.Done(await desk.Notices.WithdrawAsync(new(sent.Id, sent.Version + 1, WholeDesk.Ombudsperson, "We were wrong."), Cancel));
        await HadAPartAsync(desk, withdrawn, WholeDesk.Ombudsperson);
    }

    [Fact]
    public void Every_rung_that_restricts_has_a_longest_time_in_every_pack() => Assert.All(
        WholeDesk.Law.All.SelectMany(p => p.Ladder).Where(r => r.Measure.Restricts()), r => Assert.InRange(r.LongestDays ?? int.MaxValue, 1, 3 * 366));

    [Fact]
    public void No_restriction_is_carried_without_an_end_that_lies_ahead_and_in_reach() => Assert.All(CarriedDecisions.All, c =>
    {
        var longest = c.Pack.RungOf(c.Decision.Measure).LongestDays!.Value;
        Assert.Contains(Ends(c, null), r => r is NoEndDate);
        Assert.Contains(Ends(c, CarriedDecisions.Today), r => r is EndDatePast);
        Assert.Contains(Ends(c, DateOnly.MinValue), r => r is EndDatePast);
        Assert.Contains(Ends(c, CarriedDecisions.Today.AddDays(longest + 1)), r => r is EndDateTooFar);
        Assert.Contains(Ends(c, DateOnly.MaxValue), r => r is EndDateTooFar);
        Assert.Empty(Ends(c, CarriedDecisions.Today.AddDays(longest)));
    });

    private static IReadOnlyList<Tarazy.Records.Outcomes.Refusal> Ends((Tarazy.Policy.Law.Pack Pack, Decision Decision) carried, DateOnly? end) =>
        CarriedDecisions.Refusals(carried.Pack, carried.Decision with { EndsOn = end }, CarriedDecisions.Today);

    private static ReadSecond Reading(ReviewerId by, Decision decision) =>
        new(Cases.Id, 2, by, decision.Measure, decision.Clause, "The contact stays in view.");

    private static Recorded<CaseEvent> At(int version, CaseEvent happened) => new(version, Cases.Id.Value, version, "R-01", Cases.Now, happened);

    private static async Task IsSameReaderAsync(WholeDesk desk, CaseId id, Decision decision)
    {
        var version = (await desk.CaseAsync(id)).Version;
        var mine = await desk.Review.ReadSecondAsync(
            new ReadSecond(id, version, WholeDesk.Decider, decision.Measure, decision.Clause, "The contact stays in view."), Cancel);
        Assert.IsType<SameReader>(Assert.Single(mine.Refusals));
    }

    private static async Task HadAPartAsync(WholeDesk desk, NoticeState appealed, ReviewerId person)
    {
        foreach (var reverse in new[] { true, false })
        {
            var outcome = await desk.Notices.DecideAppealAsync(new DecideAppeal(appealed.Id, appealed.Version, person, reverse, "I looked again."), Cancel);
            Assert.Equal(new HadAPart(person), Assert.Single(outcome.Refusals));
        }
    }
}
