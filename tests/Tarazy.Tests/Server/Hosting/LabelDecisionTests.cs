using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Detect.Labels;
using Tarazy.Ingest.Posts;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Withdrawals;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Review.Decisions;
using Tarazy.Review.Naming;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Hosting;
using Tarazy.Storage.Contexts;
using Tarazy.Tests.Promises;

namespace Tarazy.Tests.Server.Hosting;

/// <summary>What the labels hear of people's decisions.</summary>
public sealed class LabelDecisionTests : IAsyncLifetime
{
    private WholeDesk _desk = null!;
    private LabelDecisions _labels = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await WholeDesk.StartAsync();
        _labels = new LabelDecisions(
            _desk.CaseEvents, _desk.NoticeEvents, new PostArchive(_desk.Services.GetRequiredService<IDbContextFactory<DeskContext>>()), WholeDesk.Law, new LabelOptions { Topics = ["election-day", "Not A Topic"] }, _desk.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        _labels.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_decision_teaches_when_nobody_can_take_it_back_any_more()
    {
        var opened = await _desk.OpenAsync(1);
        Assert.True((await _desk.Review.DecideAsync(
            new DecideCase(opened.Id, 1, WholeDesk.Decider, new Decision(Measure.LeaveAlone, opened.Harm, "News.")), CaseFacts.Nothing, Cancel)).Ok);
        Assert.Empty(await _labels.AllAsync(Cancel));
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var one = Assert.Single(await _labels.AllAsync(Cancel));
        Assert.Equal((LabelAnswer.No, opened.Harm, WholeDesk.Decider.Value), (one.Answer, one.Named, one.By));
        Assert.Same(await _labels.AllAsync(Cancel), await _labels.AllAsync(Cancel));
    }

    [Fact]
    public async Task A_restriction_teaches_only_when_two_people_came_to_it()
    {
        var decided = await _desk.DecidedAsync(1);
        Assert.Empty(await _labels.AllAsync(Cancel));
        await _desk.AgreedAsync(2);
        var agreed = Assert.Single(await _labels.AllAsync(Cancel));
        Assert.Equal((LabelAnswer.Yes, (LabelAnswer?)LabelAnswer.Yes), (agreed.Answer, agreed.Second));

        Assert.True((await _desk.Review.ReadSecondAsync(
            new ReadSecond(decided.Id, decided.Version, WholeDesk.Second, Measure.LeaveAlone, null, "It quotes an old advert."), Cancel)).Ok);
        var differed = (await _labels.AllAsync(Cancel)).Single(one => one.Case == decided.Id.Value);
        Assert.Equal((LabelAnswer.Uncertain, (LabelAnswer?)LabelAnswer.No), (differed.Answer, differed.Second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_decision_that_fell_on_appeal_teaches_nothing_any_more_and_one_that_was_upheld_does(bool reversed)
    {
        var sent = await _desk.SentAsync(1);
        Assert.Equal(LabelAnswer.Yes, Assert.Single(await _labels.AllAsync(Cancel)).Answer);
        var appealed = WholeDesk.Done(await _desk.Notices.OpenAppealAsync(new OpenAppeal(sent.Id, "We only quoted the advert."), Cancel));
        WholeDesk.Done(await _desk.Notices.DecideAppealAsync(
            new DecideAppeal(sent.Id, appealed.Version, WholeDesk.Ombudsperson, reversed, "The post quotes an advert and warns of it."), Cancel));
        Assert.Equal(reversed ? LabelAnswer.Uncertain : LabelAnswer.Yes, Assert.Single(await _labels.AllAsync(Cancel)).Answer);
    }

    [Fact]
    public async Task A_notice_that_the_desk_took_back_teaches_nothing_any_more()
    {
        var sent = await _desk.SentAsync(1);
        WholeDesk.Done(await _desk.Notices.WithdrawAsync(
            new WithdrawNotice(sent.Id, sent.Version, WholeDesk.Signer, "We took the wrong post."), Cancel));
        Assert.Equal(LabelAnswer.Uncertain, Assert.Single(await _labels.AllAsync(Cancel)).Answer);
    }

    [Fact]
    public async Task A_harm_that_a_person_named_is_the_one_that_is_learnt_and_decided_under()
    {
        var opened = await _desk.OpenAsync(1);
        var named = WholeDesk.Done(await _desk.Review.NameHarmAsync(new NameHarm(opened.Id, 1, WholeDesk.Decider, HarmId.From("extortion")), Cancel));
        Assert.Equal("extortion", named.Harm.Value);
        Assert.True((await _desk.Review.DecideAsync(
            new DecideCase(opened.Id, named.Version, WholeDesk.Decider, new Decision(Measure.Context, named.Harm, "The bank has said that this is not true.")), CaseFacts.Nothing, Cancel)).Ok);
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var one = Assert.Single(await _labels.AllAsync(Cancel));
        Assert.Equal((opened.Opened.Harm.Value, "extortion", LabelAnswer.Yes), (one.Opened.Value, one.Named.Value, one.Answer));
    }

    [Fact]
    public void Categories_are_the_harms_of_the_packs_and_the_topics_of_the_desk()
    {
        Assert.Contains("extortion", _labels.Categories);
        Assert.Contains("election-day", _labels.Categories);
        Assert.DoesNotContain("Not A Topic", _labels.Categories);
    }
}
