using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Review.Cases;
using Tarazy.Review.Decisions;
using Tarazy.TestKit;

namespace Tarazy.Tests.Review;

public class DecideTests
{
    private static readonly Packs Law = Packs.Load(Repository.Path("policies")).Packs;
    private static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    [Fact]
    public void Leaving_alone_closes_the_case_with_one_reader()
    {
        var outcome = Decide(Cases.Open(), new Decision(Measure.LeaveAlone, new("mercenary-recruitment"), ""));
        var made = Assert.IsType<DecisionMade>(Assert.Single(outcome.Value!));
        Assert.Equal(Cases.Now + Undo, made.UndoUntil);
    }

    [Fact]
    public void A_restriction_without_clause_and_answers_is_refused_with_every_reason()
    {
        var refusals = Decide(Cases.Open(), new Decision(Measure.RemovePost, new("mercenary-recruitment"), "It recruits.")).Refusals;
        Assert.True(refusals.Count >= 2);
    }

    [Fact]
    public void Without_packs_nothing_above_a_label_is_carried()
    {
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers() };
        var command = new DecideCase(Cases.Id, 1, Cases.First, decision);
        Assert.False(DecideCaseHandler.Handle(command, Cases.Open(), Packs.None, CaseFacts.Nothing, Cases.Now, Undo).Ok);
        Assert.True(DecideCaseHandler.Handle(command, Cases.Open(), Law, CaseFacts.Nothing, Cases.Now, Undo).Ok);
    }

    [Fact]
    public void A_decision_keeps_the_rule_as_it_stood_and_nobody_can_hand_it_another()
    {
        var forged = new RuleAsItStood("1999-01-01", new DateOnly(1999, 1, 1), "A law of my own", "00");
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers(), Rule = forged };
        var made = Assert.IsType<DecisionMade>(Assert.Single(Decide(Cases.Open(), decision).Value!));

        var pack = Law.Find(decision.Clause!.Value.Jurisdiction)!;
        var clause = Law.Find(decision.Clause.Value)!;
        Assert.Equal(new RuleAsItStood(pack.Version, new DateOnly(2026, 11, 23), clause.Text, StandingRule.Digest(clause)), made.Decision.Rule);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(20, false)] // it is the 24th in Almaty already
    public void The_law_is_asked_on_the_day_it_is_where_the_law_holds(int hourUtc, bool carried)
    {
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers(), EndsOn = new DateOnly(2026, 11, 24) };
        var outcome = DecideCaseHandler.Handle(
            new DecideCase(Cases.Id, 1, Cases.First, decision), Cases.Open(), Law, CaseFacts.Nothing, new DateTimeOffset(2026, 11, 23, hourUtc, 0, 0, TimeSpan.Zero), Undo);
        Assert.Equal(carried ? [] : ["end-date-past"], outcome.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void What_rests_on_no_clause_keeps_no_rule()
    {
        var made = Assert.IsType<DecisionMade>(Assert.Single(Decide(Cases.Open(), new Decision(Measure.LeaveAlone, new("mercenary-recruitment"), "")).Value!));
        Assert.Null(made.Decision.Rule);
    }

    [Fact]
    public void Nobody_decides_what_another_person_is_reading() =>
        Assert.IsType<ClaimedByAnother>(Assert.Single(
            Decide(Cases.Claimed(Cases.Second), new Decision(Measure.LeaveAlone, new("mercenary-recruitment"), "")).Refusals));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void A_decision_can_be_taken_back_for_a_moment(int seconds, bool undone)
    {
        var state = Cases.AwaitingSecond(undoUntil: Cases.Now + Undo);
        var outcome = DecideCaseHandler.Handle(new UndoDecision(Cases.Id, 2, Cases.First), state, Cases.Now.AddSeconds(seconds));
        Assert.Equal(undone, outcome.Ok);
    }

    [Fact]
    public void Only_the_person_who_decided_takes_it_back() =>
        Assert.IsType<UndoIsOver>(Assert.Single(DecideCaseHandler.Handle(
            new UndoDecision(Cases.Id, 2, Cases.Second), Cases.AwaitingSecond(undoUntil: Cases.Now + Undo), Cases.Now).Refusals));

    private static Tarazy.Records.Outcomes.Outcome<CaseEvent[]> Decide(CaseState state, Decision decision) => DecideCaseHandler.Handle(
        new DecideCase(Cases.Id, 1, Cases.First, decision), state, Law, CaseFacts.Nothing, Cases.Now, Undo);
}
