using Tarazy.Demand.Answers;
using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Demand.Objections;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Tests.Promises;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Demand;

/// <summary>What the desk says to a demand, and what it takes to say yes.</summary>
public class AnswerTests
{
    private static DemandState Sound => Letters.State(Letters.Removal(), Letters.Verified, Letters.Based, Letters.Linked);

    [Fact]
    public void A_sound_demand_is_proposed_by_one_person_and_complied_with_only_when_another_agrees()
    {
        var proposed = Assert.IsType<AnswerProposed>(Assert.Single(WholeDesk.Done(Answer(Sound, Letters.Complying()))));
        var state = Letters.State(Letters.Removal(), Letters.Verified, Letters.Based, Letters.Linked, proposed);
        Assert.Equal(DemandStatus.AwaitingSecondPerson, state.Status);
        Assert.IsType<SamePerson>(Assert.Single(Read(state, Letters.First).Refusals));
        var answered = Assert.IsType<DemandAnswered>(Assert.Single(WholeDesk.Done(Read(state, Letters.Second))));
        Assert.Equal((Letters.Second, Letters.First), (answered.By, answered.ProposedBy));
    }

    [Fact]
    public void Every_check_that_is_missing_is_a_no()
    {
        Has<DemandNotInLog>(Answer(Sound, Letters.Complying(), Letters.Facts(entry: null)));
        Has<IssuerUnverified>(Answer(Letters.State(Letters.Removal(), Letters.Based, Letters.Linked), Letters.Complying()));
        Has<IssuerUnverified>(Answer(
            Letters.State(Letters.Removal(), Letters.Verified, Letters.Based, Letters.Linked, new IssuerChecked(Letters.Id, Letters.First, IssuerCheck.None, "No answer.")),
            Letters.Complying()));
        Has<BasisUnchecked>(Answer(Letters.State(Letters.Removal(), Letters.Verified, Letters.Linked), Letters.Complying()));
        Has<NoDecidedCase>(Answer(Sound, Letters.Complying(), Letters.Facts(decided: null)));
        Has<NoDecidedCase>(Answer(Sound, Letters.Complying(), Letters.Facts() with { Case = null }));
        Has<Tarazy.Policy.Rungs.PackMissing>(Answer(Sound, Letters.Complying(), Letters.Facts(law: Packs.None)));
    }

    [Fact]
    public void A_demand_gets_no_more_than_what_people_decided_in_the_case()
    {
        Has<CaseLeftAlone>(Answer(Sound, Letters.Complying(), Letters.Facts(Measure.LeaveAlone)));
        Has<CaseCameToLess>(Answer(Sound, Letters.Complying(), Letters.Facts(Measure.Label)));
        Assert.True(Answer(Sound, Letters.Complying(DemandOutcome.CompliedInPart), Letters.Facts(Measure.Label)).Ok);
    }

    [Fact]
    public void A_case_about_one_post_complies_with_that_post_and_with_no_other()
    {
        var two = Letters.State(Letters.Removal(new DemandScope([Letters.Post, "https://t.me/steppe_news/2"])), Letters.Verified, Letters.Based, Letters.Linked);
        Has<CaseCoversLess>(Answer(two, Letters.Complying()));
        Assert.True(Answer(two, Letters.Complying(DemandOutcome.CompliedInPart)).Ok);
        var narrowed = Letters.State(Letters.Removal(new DemandScope(["https://t.me/steppe_news/2"])), Letters.Verified, Letters.Based, Letters.Linked);
        Has<CaseCoversLess>(Answer(narrowed, Letters.Complying(DemandOutcome.CompliedInPart)));
    }

    [Fact]
    public void Between_proposal_and_agreement_everything_is_checked_again()
    {
        var state = Letters.State(
            Letters.Removal(), Letters.Verified, Letters.Based, Letters.Linked, new AnswerProposed(Letters.Id, Letters.First, Letters.Complying()));
        Has<NoDecidedCase>(Read(state, Letters.Second, Letters.Facts(decided: null)));
        Has<Tarazy.Policy.Rungs.PackMissing>(Read(state, Letters.Second, Letters.Facts(law: Packs.None)));
        Has<DemandNotInLog>(Read(state, Letters.Second, Letters.Facts(entry: null)));
    }

    [Fact]
    public void To_refuse_takes_one_person_a_reason_and_words_and_an_unverified_demand_can_be_refused()
    {
        var open = Letters.State(Letters.Removal());
        Assert.IsType<DemandAnswered>(Assert.Single(WholeDesk.Done(Answer(open, Letters.Refusal(DemandRefusalReason.IssuerNotVerified)))));
        Has<NoRefusalReason>(Answer(open, Letters.Refusal()));
        Has<DemandWordsMissing>(Answer(open, Letters.Refusal(DemandRefusalReason.TooVague) with { Words = "No." }));
        Has<DemandNotInLog>(Answer(open, Letters.Refusal(DemandRefusalReason.TooVague), Letters.Facts(entry: null)));
    }

    [Fact]
    public void A_blanket_demand_can_only_be_narrowed_or_refused()
    {
        var blanket = Letters.State(Letters.Removal(new DemandScope([Letters.Post], Whole: "the whole messenger, everywhere")), Letters.Verified, Letters.Based, Letters.Linked);
        Has<DemandIsBlanket>(Answer(blanket, Letters.Complying()));
        Has<DemandIsBlanket>(Answer(blanket, Letters.Complying(DemandOutcome.CompliedInPart)));
        Assert.True(Answer(blanket, Letters.Refusal(DemandRefusalReason.Blanket)).Ok);
    }

    [Fact]
    public void Who_a_person_is_the_desk_does_not_know_whatever_law_and_order_come_with_the_question()
    {
        var order = new CourtOrder("A court", "1-1", new DateOnly(2026, 11, 1), new string('a', 64));
        var state = Letters.State(
            Letters.ForData(AskedData.NoticeFile, AskedData.WhoAPersonIs) with { CourtOrder = order }, Letters.Verified, Letters.Based);
        var facts = Letters.Facts(law: CheckTests.WithDataRule(owed: false));
        Has<DeskDoesNotKnow>(Answer(state, Letters.Complying(given: new GivenCount(GivenData.NoticeFile, 1)), facts));
        Assert.Equal([AskedData.WhoAPersonIs], Enum.GetValues<AskedData>().Where(a => !Enum.TryParse<GivenData>(a.ToString(), out _)));
        Assert.True(Answer(state, Letters.Refusal(DemandRefusalReason.DeskDoesNotKnow), facts).Ok);
    }

    [Fact]
    public void Of_data_that_is_handed_over_kinds_and_numbers_are_recorded_and_only_what_was_asked_for()
    {
        var state = Letters.State(Letters.ForData(AskedData.NoticeFile), Letters.Verified, Letters.Based);
        var facts = Letters.Facts(law: CheckTests.WithDataRule(owed: false));
        Has<NothingCounted>(Answer(state, Letters.Complying(), facts));
        Has<NothingCounted>(Answer(state, Letters.Complying(given: new GivenCount(GivenData.NoticeFile, -1)), facts));
        Has<GivenUnasked>(Answer(state, Letters.Complying(given: new GivenCount(GivenData.CaseFile, 1)), facts));
        Assert.True(Answer(state, Letters.Complying(given: new GivenCount(GivenData.NoticeFile, 2)), facts).Ok);
        Has<NothingIsGiven>(Answer(Sound, Letters.Complying(given: new GivenCount(GivenData.NoticeFile, 2))));
    }

    [Fact]
    public void Only_a_copy_of_what_went_to_a_platform_can_be_noted()
    {
        var noted = new DemandAnswer(DemandOutcome.Noted, [], "We recorded the copy and do nothing.", []);
        Has<DemandIsToTheDesk>(Answer(Letters.State(Letters.Removal()), noted));
        Assert.True(Answer(Letters.State(Letters.Removal() with { AddressedTo = AddressedTo.Platform }), noted).Ok);
    }

    [Fact]
    public void A_case_about_another_post_is_not_linked()
    {
        var command = new LinkCase(Letters.Id, 1, Letters.First, "C-2026-0001");
        var found = new DemandedCase(new CaseId("case:1"), "C-2026-0001", ["https://t.me/steppe_news/2"], Measure.RemovePost);
        Assert.IsType<CaseOfAnotherPost>(Assert.Single(LinkCaseHandler.Handle(command, Letters.State(Letters.Removal()), found).Refusals));
        var channel = Letters.State(Letters.Removal(new DemandScope(["https://t.me/steppe_news"])));
        Assert.True(LinkCaseHandler.Handle(command, channel, found).Ok);
        var like = Letters.State(Letters.Removal(new DemandScope(["https://t.me/steppe"])));
        Assert.IsType<CaseOfAnotherPost>(Assert.Single(LinkCaseHandler.Handle(command, like, found).Refusals));
    }

    [Fact]
    public void Nobody_is_told_what_is_not_in_the_log()
    {
        var state = Letters.State(Letters.Removal(), new DemandAnswered(Letters.Id, Letters.First, null, Letters.Refusal(DemandRefusalReason.TooVague)));
        var command = new GiveAnswer(Letters.Id, 2, Letters.First, "By a letter of today.");
        Assert.IsType<AnswerNotInLog>(Assert.Single(GiveAnswerHandler.Handle(command, state, new EntryProof(null, "not yet")).Refusals));
        Assert.Equal(9, Assert.IsType<AnswerGiven>(Assert.Single(WholeDesk.Done(GiveAnswerHandler.Handle(command, state, new EntryProof(9, null))))).EntryIndex);
    }

    [Fact]
    public void An_objection_is_decided_by_somebody_without_a_part_and_a_reversal_makes_no_answer_in_its_place()
    {
        DemandEvent[] until =
        [
            Letters.Verified, Letters.Based, Letters.Linked, new AnswerProposed(Letters.Id, Letters.First, Letters.Complying()),
            new DemandAnswered(Letters.Id, Letters.Second, Letters.First, Letters.Complying()),
            new ObjectionOpened(Letters.Id, Letters.First, ObjectionFrom.Channel, "We only quoted the call to warn."),
        ];
        var state = Letters.State(Letters.Removal(), until);
        Assert.All([Letters.First, Letters.Second], p => Assert.IsType<HadAPartInTheAnswer>(Assert.Single(Decide(state, p).Refusals)));
        var reversed = WholeDesk.Done(Decide(state, Letters.Third))[0];
        var open = Letters.State(Letters.Removal(), [.. until, reversed]);
        Assert.Equal((DemandStatus.Open, null, null), (open.Status, open.Answer, open.Basis));
        Assert.Contains(Letters.First, open.HadAPart);
    }

    private static Outcome<DemandEvent[]> Decide(DemandState state, ReviewerId by) => DecideObjectionHandler.Handle(
        new DecideObjection(Letters.Id, state.Version, by, Reverse: true, "It was a quotation that warns."), state);

    private static Outcome<DemandEvent[]> Answer(DemandState state, DemandAnswer answer, AnswerFacts? facts = null) =>
        AnswerDemandHandler.Handle(new AnswerDemand(Letters.Id, state.Version, Letters.First, answer), state, facts ?? Letters.Facts());

    private static Outcome<DemandEvent[]> Read(DemandState state, ReviewerId by, AnswerFacts? facts = null) =>
        AnswerDemandHandler.Handle(new ReadAnswer(Letters.Id, state.Version, by, Agrees: true, ""), state, facts ?? Letters.Facts());

    private static void Has<T>(Outcome<DemandEvent[]> outcome) => Assert.Contains(outcome.Refusals, r => r is T);
}
