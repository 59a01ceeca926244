using Tarazy.Records.Cases;
using Tarazy.Review.Cases;
using Tarazy.Review.Claiming;
using Tarazy.Review.SecondReading;

namespace Tarazy.Tests.Review;

public class ClaimTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Fact]
    public void A_claim_keeps_others_out_until_it_ends()
    {
        var claim = new ClaimCase(Cases.Id, 1, Cases.Second);
        var held = Cases.Claimed(Cases.First);
        Assert.IsType<ClaimedByAnother>(Assert.Single(ClaimCaseHandler.Handle(claim, held, Cases.Now, TenMinutes).Refusals));
        Assert.IsType<CaseClaimed>(Assert.Single(ClaimCaseHandler.Handle(claim, held, Cases.Now.AddMinutes(5), TenMinutes).Value!));
    }

    [Fact]
    public void Claiming_again_prolongs_ones_own_claim()
    {
        var outcome = ClaimCaseHandler.Handle(new ClaimCase(Cases.Id, 1, Cases.First), Cases.Claimed(Cases.First), Cases.Now, TenMinutes);
        Assert.Equal(Cases.Now + TenMinutes, Assert.IsType<CaseClaimed>(Assert.Single(outcome.Value!)).Until);
    }

    [Fact]
    public void Nobody_releases_what_another_person_holds() =>
        Assert.Empty(ClaimCaseHandler.Handle(new ReleaseCase(Cases.Id, 1, Cases.Second), Cases.Claimed(Cases.First), Cases.Now).Value!);

    [Fact]
    public void Whoever_decided_does_not_keep_the_second_reader_out()
    {
        var waiting = Cases.AwaitingSecond();
        var first = ClaimCaseHandler.Handle(new ClaimCase(Cases.Id, 2, Cases.First), waiting, Cases.Now, TenMinutes);
        Assert.Equal(Cases.First, Assert.IsType<SameReader>(Assert.Single(first.Refusals)).Reader);
        Assert.True(ClaimCaseHandler.Handle(new ClaimCase(Cases.Id, 2, Cases.Second), waiting, Cases.Now, TenMinutes).Ok);
    }

    [Fact]
    public void A_closed_case_is_not_claimed() =>
        Assert.IsType<NotWaitingForThis>(Assert.Single(ClaimCaseHandler.Handle(
            new ClaimCase(Cases.Id, 1, Cases.First), Cases.Open() with { Status = CaseStatus.Closed }, Cases.Now, TenMinutes).Refusals));
}
