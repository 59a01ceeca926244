using Tarazy.Demand.Demands;
using Tarazy.Demand.Receiving;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Tests.Promises;

namespace Tarazy.Tests.Demand;

/// <summary>What is written down of a demand, and what is not.</summary>
public class ReceiveDemandTests
{
    [Theory]
    [InlineData("https://t.me/+AbCdEf123")]
    [InlineData("https://t.me/joinchat/AbCdEf123")]
    [InlineData("https://t.me/c/1591537674/12")]
    [InlineData("https://t.me")]
    [InlineData("http://t.me/steppe_news/1")]
    [InlineData("https://someone@t.me/steppe_news/1")]
    [InlineData("https://news.example")]
    [InlineData("steppe_news")]
    public void An_address_that_is_not_plainly_of_a_public_post_or_channel_is_not_written_down(string address) =>
        Assert.Contains(Receive(Letters.Removal(new DemandScope([address]))).Refusals, r => r is AddressNotPublic);

    [Theory]
    [InlineData("https://t.me/s/steppe_news/5?single", "https://t.me/steppe_news/5")]
    [InlineData("https://t.me/steppe_news", "https://t.me/steppe_news")]
    [InlineData("https://news.example/a/b?c=1#top", "https://news.example/a/b?c=1")]
    public void A_public_address_is_written_in_one_way(string typed, string kept) =>
        Assert.Equal([kept], Received(Letters.Removal(new DemandScope([typed]))).Letter.Scope.Addresses);

    [Fact]
    public void A_demand_against_a_whole_service_is_recorded_and_is_blanket()
    {
        var received = Received(Letters.Removal(new DemandScope([], Whole: "The whole messenger in the territory of the country")));
        Assert.True(received.Letter.Scope.IsBlanket(DemandKind.Removal));
    }

    [Fact]
    public void One_channel_is_the_end_of_the_ladder_and_two_are_a_blanket()
    {
        Assert.False(new DemandScope(["https://t.me/steppe_news", "https://t.me/steppe_news/4"]).IsBlanket(DemandKind.Removal));
        Assert.True(new DemandScope(["https://t.me/steppe_news", "https://t.me/aray_tv"]).IsBlanket(DemandKind.Removal));
    }

    [Fact]
    public void A_demand_that_names_nothing_is_asked_what_it_names() =>
        Assert.Contains(Receive(Letters.Removal(new DemandScope([]))).Refusals, r => r is NothingNamed);

    [Theory]
    [InlineData("Write to a.b@gov.example at once, please")]
    [InlineData("Ask for the head of the office, +7 701 123 45 67")]
    [InlineData("Позвоните начальнику: 8 (701) 123-45-67, срочно")]
    [InlineData("Answer to @duty_officer the same day please")]
    public void Words_that_become_public_hold_no_way_to_a_person(string words) => Assert.Contains(
        Receive(Letters.Removal() with { Ground = Letters.Removal().Ground with { Quote = words } }).Refusals, r => r is WayToAPerson);

    [Theory]
    [InlineData("Law No. 18-VIII of 10 July 2023, Article 9(4), in force from 2023-09-10")]
    [InlineData("Заң № 226-V, 170-бап, 2014 жылғы 3 шілде")]
    public void Numbers_of_laws_and_days_are_no_telephone_numbers(string words) =>
        Assert.Null(DemandText.Public(words, "quote"));

    [Fact]
    public void A_seal_without_end_ground_or_reason_is_refused()
    {
        var until = DateOnly.FromDateTime(Letters.Now.UtcDateTime).AddDays(30);
        Assert.Contains(Sealed(new DemandSeal(DateOnly.MinValue, SealGround.Victim, "The child could be found.")), r => r is SealPast);
        Assert.Contains(Sealed(new DemandSeal(DateOnly.MaxValue, SealGround.Victim, "The child could be found.")), r => r is SealTooLong);
        Assert.Contains(Sealed(new DemandSeal(until, SealGround.Victim, ".")), r => r is DemandWordsMissing);
        Assert.Contains(Sealed(new DemandSeal(until, SealGround.Law, "The law forbids to speak.")), r => r is DemandWordsMissing { Field: "seal-law" });
        Assert.Contains(
            Sealed(new DemandSeal(until, SealGround.Victim, "The child could be found."), Letters.Removal() with { Issuer = new("An office", IssuerKind.Police, "qq") }),
            r => r is SealNotCheckable);
        Assert.Contains(
            Sealed(new DemandSeal(until, SealGround.Victim, "The child could be found.", "Ask a.b@gov.example about the law")), r => r is WayToAPerson { Field: "seal-law" });
        Assert.Empty(Sealed(new DemandSeal(until, SealGround.Victim, "The child could be found.")));
    }

    [Fact]
    public void That_it_is_sealed_is_an_event_of_its_own()
    {
        var until = DateOnly.FromDateTime(Letters.Now.UtcDateTime).AddDays(30);
        var seal = new DemandSeal(until, SealGround.Law, "The court forbids to speak of it.", "Code of procedure, Article 201");
        var outcome = ReceiveDemandHandler.Handle(new ReceiveDemand(Letters.First, Letters.Removal(), seal), "D-2026-0001", Letters.Law, Letters.Now);
        Assert.Equal([typeof(DemandReceived), typeof(DemandSealed)], outcome.Value!.Select(e => e.GetType()));
    }

    [Fact]
    public void The_earlier_of_the_demands_deadline_and_the_desks_own_clock_counts()
    {
        var soon = Letters.Now.AddHours(20);
        Assert.Equal(soon, Received(Letters.Removal() with { AsksBy = soon }).DueAt);
        var own = Received(Letters.Removal()).DueAt!.Value;
        Assert.Equal(own, Received(Letters.Removal() with { AsksBy = Letters.Now.AddYears(1) }).DueAt);
        Assert.InRange((own - Letters.Now).TotalDays, 13, 15);
    }

    [Fact]
    public void A_court_order_is_known_by_its_hash_and_a_demand_comes_from_the_past()
    {
        var order = new CourtOrder("Court of the Steppe", "2-71", new DateOnly(2026, 11, 2), "abc");
        Assert.Contains(Receive(Letters.Removal() with { CourtOrder = order }).Refusals, r => r is OrderWithoutHash);
        Assert.True(Receive(Letters.Removal() with { CourtOrder = order with { Sha256 = new string('a', 64) } }).Ok);
        Assert.All(
            [DateOnly.MinValue, new DateOnly(2031, 1, 1)],
            day => Assert.Contains(Receive(Letters.Removal() with { CourtOrder = order with { IssuedOn = day } }).Refusals, r => r is OrderNotDated));
        Assert.Contains(Receive(Letters.Removal() with { ReceivedAt = Letters.Now.AddMinutes(1) }).Refusals, r => r is DemandFromTomorrow);
    }

    private static Outcome<DemandEvent[]> Receive(DemandLetter letter) =>
        ReceiveDemandHandler.Handle(new ReceiveDemand(Letters.First, letter), "D-2026-0001", Letters.Law, Letters.Now);

    private static DemandReceived Received(DemandLetter letter) => (DemandReceived)WholeDesk.Done(Receive(letter))[0];

    private static IReadOnlyList<Refusal> Sealed(DemandSeal seal, DemandLetter? letter = null) =>
        ReceiveDemandHandler.Handle(new ReceiveDemand(Letters.First, letter ?? Letters.Removal(), seal), "D-2026-0001", Letters.Law, Letters.Now).Refusals;
}
