using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Review.Cases;
using Tarazy.Review.Naming;

namespace Tarazy.Tests.Review;

/// <summary>A person may say that the post is about something else; that alone decides nothing.</summary>
public class NameHarmTests
{
    [Fact]
    public void Naming_a_harm_says_under_which_the_case_is_decided_and_nothing_else()
    {
        var named = Assert.IsType<HarmNamed>(Assert.Single(NameHarmHandler.Handle(Command("extortion"), Cases.Open(), Cases.Now).Value!));
        Assert.Equal(new HarmId("extortion"), named.Harm);
        Assert.Empty(NameHarmHandler.Handle(Command("mercenary-recruitment"), Cases.Open(), Cases.Now).Value!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Extortion")]
    [InlineData("a b")]
    public void What_is_no_harm_of_the_desk_is_refused(string harm) =>
        Assert.IsType<NoSuchHarm>(Assert.Single(NameHarmHandler.Handle(Command(harm), Cases.Open(), Cases.Now).Refusals));

    [Fact]
    public void A_decided_case_keeps_the_harm_it_was_decided_under() =>
        Assert.IsType<NotWaitingForThis>(Assert.Single(NameHarmHandler.Handle(Command("extortion"), Cases.AwaitingSecond(), Cases.Now).Refusals));

    [Fact]
    public void A_case_that_another_person_reads_is_left_to_them() =>
        Assert.IsType<ClaimedByAnother>(Assert.Single(NameHarmHandler.Handle(Command("extortion"), Cases.Claimed(Cases.Second), Cases.Now).Refusals));

    private static NameHarm Command(string harm) => new(Cases.Id, 1, Cases.First, new HarmId(harm));
}
