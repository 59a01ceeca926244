using Tarazy.Records.Cases;
using Tarazy.Review.Cases;
using Tarazy.Review.SecondReading;

namespace Tarazy.Tests.Review;

public class SecondReadingTests
{
    [Fact]
    public void The_person_who_decided_cannot_be_the_second_reader()
    {
        var outcome = ReadSecondHandler.Handle(Reading(Cases.First, Measure.RemovePost), Cases.AwaitingSecond(), Cases.Now);
        Assert.IsType<SameReader>(Assert.Single(outcome.Refusals));
    }

    [Fact]
    public void The_same_rung_and_clause_by_another_person_confirm_the_decision()
    {
        var outcome = ReadSecondHandler.Handle(Reading(Cases.Second, Measure.RemovePost), Cases.AwaitingSecond(), Cases.Now);
        var agreed = Assert.IsType<SecondReaderAgreed>(Assert.Single(outcome.Value!));
        Assert.Equal(Cases.First, agreed.Agreed.Decider);
        Assert.Equal(2, agreed.Agreed.Version);
    }

    [Theory]
    [InlineData(Measure.LeaveAlone)]
    [InlineData(Measure.Label)]
    [InlineData(Measure.RestrictChannel)]
    public void Another_rung_opens_the_case_again_with_both_readings(Measure other)
    {
        var outcome = ReadSecondHandler.Handle(Reading(Cases.Second, other), Cases.AwaitingSecond(), Cases.Now);
        Assert.Equal(other, Assert.IsType<SecondReaderDiffered>(Assert.Single(outcome.Value!)).Measure);
    }

    [Fact]
    public void Another_clause_is_not_agreement()
    {
        var reading = Reading(Cases.Second, Measure.RemovePost) with { Clause = new ClauseRef("kz", "platforms-9") };
        Assert.IsType<SecondReaderDiffered>(Assert.Single(ReadSecondHandler.Handle(reading, Cases.AwaitingSecond(), Cases.Now).Value!));
    }

    [Fact]
    public void A_case_without_a_decision_has_no_second_reading() =>
        Assert.IsType<NotWaitingForThis>(Assert.Single(
            ReadSecondHandler.Handle(Reading(Cases.Second, Measure.RemovePost), Cases.Open(), Cases.Now).Refusals));

    [Fact]
    public void While_the_decision_can_be_taken_back_nobody_confirms_it() =>
        Assert.IsType<StillUndoable>(Assert.Single(ReadSecondHandler.Handle(
            Reading(Cases.Second, Measure.RemovePost), Cases.AwaitingSecond(undoUntil: Cases.Now.AddSeconds(1)), Cases.Now).Refusals));

    [Fact]
    public void A_second_reading_gives_reasons() =>
        Assert.IsType<SecondReadingWithoutReasons>(Assert.Single(ReadSecondHandler.Handle(
            Reading(Cases.Second, Measure.RemovePost) with { Reasons = " " }, Cases.AwaitingSecond(), Cases.Now).Refusals));

    private static ReadSecond Reading(ReviewerId by, Measure measure) =>
        new(Cases.Id, 2, by, measure, Cases.Clause, "The contact stays in view.");
}
