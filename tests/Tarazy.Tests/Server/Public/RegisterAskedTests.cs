using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tarazy.Publish.Register;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Register;

namespace Tarazy.Tests.Server.Public;

public class RegisterAskedTests
{
    [Fact]
    public void A_search_is_read_as_it_was_asked()
    {
        var asked = Asked("?q=%20steppe%20news%20&harm=job-bait&law=kz&outcome=removed&year=2026&after=41");
        var filter = asked.ToFilter(50);

        Assert.Equal(
            new Tarazy.Publish.Register.RegisterFilter("steppe news", "job-bait", "kz", AnswerOutcome.Removed, 2026, 41, 50), filter);
    }

    [Theory]
    [InlineData("waiting", RegisterStanding.Waiting)]
    [InlineData("reversed", RegisterStanding.Reversed)]
    [InlineData("sealed", RegisterStanding.Sealed)]
    public void What_no_answer_says_is_a_filter_of_its_own(string outcome, RegisterStanding standing)
    {
        var filter = Asked($"?outcome={outcome}").ToFilter(50);

        Assert.Null(filter.Outcome);
        Assert.Equal(standing, filter.Standing);
    }

    [Theory]
    [InlineData("?outcome=banned")]
    [InlineData("?law=KZ")]
    [InlineData("?law=kazakhstan")]
    [InlineData("?harm=%3Cscript%3E")]
    [InlineData("?year=0")]
    [InlineData("?year=99999999999999999999")]
    [InlineData("?year=-2026")]
    [InlineData("?after=x")]
    [InlineData("?after=-1")]
    [InlineData("?q=")]
    [InlineData("")]
    public void What_cannot_be_meant_is_as_if_it_had_not_been_asked(string query) =>
        Assert.Equal(Asked("").ToFilter(50), Asked(query).ToFilter(50));

    [Fact]
    public void Every_outcome_that_the_form_offers_is_understood() =>
        Assert.All(RegisterQuery.Outcomes, o => Assert.NotEqual(Asked("").ToFilter(50), Asked($"?outcome={o}").ToFilter(50)));

    [Fact]
    public void The_address_of_another_page_keeps_the_search_and_only_that()
    {
        var asked = Asked("?q=a%26b&law=kz&after=41&theme=dark");

        Assert.Equal("q=a%26b&law=kz&after=7", asked.Query(7));
        Assert.Equal("q=a%26b&law=kz", asked.Query(null));
        Assert.Equal("", Asked("?after=4").Query(null));
    }

    [Fact]
    public void A_search_for_more_words_than_fit_is_cut() => Assert.Equal(200, Asked("?q=" + new string('a', 5_000)).Shown.Words.Length);

    private static RegisterAsked Asked(string query) => RegisterAsked.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
