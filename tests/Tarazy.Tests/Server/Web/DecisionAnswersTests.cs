using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Server.Workbench.Decide;

namespace Tarazy.Tests.Server.Web;

public sealed class DecisionAnswersTests
{
    private static readonly HarmId Harm = new("mercenary-recruitment");

    [Fact]
    public void A_form_becomes_the_decision_it_says()
    {
        var decision = DecisionAnswers.Read(Form(
            (DecisionForm.Measure, "6"), (DecisionForm.Clause, "kz/crim-170"), (DecisionForm.Reasons, " Why. "), (DecisionForm.Aim, "rights-of-others"),
            (DecisionForm.Harmful, "yes"), (DecisionForm.Context, new StringValues(["news", "satire"])), (DecisionForm.EndsOn, "2027-05-23"))).ToDecision(Harm)!;

        Assert.Equal((Measure.RemovePost, "Why.", new DateOnly(2027, 5, 23)), (decision.Measure, decision.Reasons, decision.EndsOn));
        Assert.Equal(new ClauseRef("kz", "crim-170"), decision.Clause);
        Assert.Equal((LegitimateAim.RightsOfOthers, true), (decision.Answers!.Aim, decision.Answers.Harmful));
        Assert.Equal([ExpressionContext.Satire, ExpressionContext.News], decision.Answers.Contexts);
        Assert.Null(decision.Rabat);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("-1")]
    [InlineData("service")]
    [InlineData("")]
    public void No_number_beyond_the_ladder_is_a_measure(string value) =>
        Assert.Null(DecisionAnswers.Of((DecisionForm.Measure, value)).ToDecision(Harm));

    [Fact]
    public void Leaving_alone_owes_no_test() =>
        Assert.Null(DecisionAnswers.Of((DecisionForm.Measure, "0")).ToDecision(Harm)!.Answers);

    [Fact]
    public void An_answer_longer_than_the_limit_is_cut()
    {
        var answers = DecisionAnswers.Read(Form((DecisionForm.Reasons, new string('x', DecisionAnswers.MostCharacters + 5))));

        Assert.Equal(DecisionAnswers.MostCharacters, answers[DecisionForm.Reasons].Length);
    }

    private static FormCollection Form(params (string Name, StringValues Value)[] fields) =>
        new(fields.ToDictionary(f => f.Name, f => f.Value));
}
