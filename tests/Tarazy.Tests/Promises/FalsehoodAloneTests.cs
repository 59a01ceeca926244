using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Review.Decisions;
using Tarazy.Server.Workbench.Decide;
using Tarazy.Tests.Review;
using Ladder = Tarazy.Policy.Rungs.Ladder;

namespace Tarazy.Tests.Promises;

/// <summary>
/// 5. Falsehood alone is no ground for removal. It earns context: a reply, a fact-check, a label. Removal needs a clause of law in
/// force on that date, a concrete harm, and the answer why nothing milder would do.
/// </summary>
public class FalsehoodAloneTests
{
    private const string Filler = "x";
    private static readonly Measure[] Restricting = [.. Enum.GetValues<Measure>().Where(m => m > Measure.Label)];

    [Fact]
    public void The_shipped_packs_carry_what_their_clauses_name_so_that_the_tests_below_take_something_away()
    {
        // No clause of a shipped pack names an age restriction yet, so nothing can rest on one.
        Assert.DoesNotContain(WholeDesk.Law.All.SelectMany(p => p.Clauses), c => c.Names(Measure.AgeRestrict));
        Assert.Equal(Restricting.Except([Measure.AgeRestrict]), CarriedDecisions.All.Select(c => c.Decision.Measure).Distinct().Order());
        Assert.True(CarriedDecisions.All.Count >= 20, $"only {CarriedDecisions.All.Count} decisions are carried");
    }

    [Fact]
    public void That_a_post_is_only_false_carries_nothing_above_a_label_in_any_pack() => Assert.All(CarriedDecisions.All, c =>
    {
        var onlyFalse = c.Decision with { Answers = c.Decision.Answers! with { Harmful = false } };
        Assert.Contains(CarriedDecisions.Refusals(c.Pack, onlyFalse, CarriedDecisions.Today), r => r is OnlyFalse);
    });

    [Fact]
    public void That_something_is_false_is_no_aim_that_can_be_chosen()
    {
        Assert.DoesNotContain(Enum.GetNames<LegitimateAim>(), n => n.Contains("Fals", StringComparison.Ordinal) || n.Contains("Tru", StringComparison.Ordinal));
        Assert.All(CarriedDecisions.All, c => Assert.All(
            new[] { LegitimateAim.None, (LegitimateAim)99 },
            aim => Refused<NoAim>(c, d => d with { Answers = d.Answers! with { Aim = aim } })));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("YES")]
    public void A_form_that_does_not_say_that_the_post_is_harmful_says_that_it_is_not(string harmful)
    {
        var answers = DecisionAnswers.Of((DecisionForm.Measure, "6"), (DecisionForm.Harmful, harmful)).ToDecision(new HarmId("false-claim"))!.Answers!;
        Assert.False(answers.Harmful);
    }

    [Theory]
    [InlineData(Measure.Context)]
    [InlineData(Measure.Label)]
    public void It_earns_context_or_a_label_with_a_sentence_and_no_law(Measure mild)
    {
        foreach (var harm in WholeDesk.Law.All.SelectMany(p => p.Harms).Select(h => h.Id).Append(new HarmId("false-claim")))
        {
            var decision = new Decision(mild, harm, "The order of payment has not changed, says the ministry.");
            Assert.Empty(Ladder.Check(decision, Packs.None, CarriedDecisions.Today, CaseFacts.Nothing));
            var made = DecideCaseHandler.Handle(
                new DecideCase(Cases.Id, 1, WholeDesk.Decider, decision), Cases.Open(), Packs.None, CaseFacts.Nothing, Cases.Now, TimeSpan.Zero);
            Assert.True(made.Ok);
            Assert.False(mild.NeedsNotice());
        }
    }

    [Fact]
    public void Removal_without_a_clause_or_with_one_that_nobody_knows_is_refused() => Assert.All(CarriedDecisions.All, c =>
    {
        Refused<NoClause>(c, d => d with { Clause = null });
        Refused<ClauseUnknown>(c, d => d with { Clause = new ClauseRef(c.Pack.Jurisdiction, "invented-1") });
        Refused<PackMissing>(c, d => d with { Clause = new ClauseRef("qq", d.Clause!.Value.Clause) });
        Refused<PackMissing>(c, d => d with { Clause = default(ClauseRef) });
    });

    [Fact]
    public void Removal_under_a_clause_that_is_not_in_force_that_day_is_refused() => Assert.All(CarriedDecisions.All, c =>
    {
        var force = c.Pack.FindClause(c.Decision.Clause!.Value.Clause)!.InForce;
        var before = (force.From ?? force.Seen)!.Value.AddDays(-1);
        Assert.Contains(CarriedDecisions.Refusals(c.Pack, c.Decision, before), r => r is ClauseNotInForce);
        if (force.To is { } last)
        {
            Assert.Contains(CarriedDecisions.Refusals(c.Pack, c.Decision, last.AddDays(1)), r => r is ClauseNotInForce);
        }
    });

    [Fact]
    public void A_clause_carries_the_harms_and_measures_it_names_and_no_others() => Assert.All(CarriedDecisions.All, c =>
    {
        var clause = c.Pack.FindClause(c.Decision.Clause!.Value.Clause)!;
        Refused<HarmUnknown>(c, d => d with { Harm = new HarmId("bad-mood") });
        Assert.All(c.Pack.Harms.Where(h => !clause.Covers(h.Id)), h => Refused<HarmNotCovered>(c, d => d with { Harm = h.Id }));
        Assert.All(Restricting.Where(m => !clause.Names(m)), m => Refused<MeasureNotNamed>(c, d => d with { Measure = m }));
    });

    [Fact]
    public void Removal_without_a_concrete_harm_is_refused() => Assert.All(CarriedDecisions.All, c =>
    {
        foreach (var empty in Empty)
        {
            Refused<AnswerEmpty>(c, d => d with { Answers = d.Answers! with { Necessity = empty } });
        }

        Refused<NoThreePartTest>(c, d => d with { Answers = null });
    });

    [Fact]
    public void Removal_without_the_answer_why_nothing_milder_would_do_is_refused() => Assert.All(CarriedDecisions.All, c =>
    {
        foreach (var empty in Empty)
        {
            Refused<AnswerEmpty>(c, d => d with { Answers = d.Answers! with { WhyNotMilder = empty } });
        }

        Refused<AnswersRepeat>(c, d => d with { Answers = d.Answers! with { WhyNotMilder = d.Answers.Necessity.ToUpperInvariant() + "!" } });
    });

    [Fact]
    public void Satire_news_or_a_quotation_that_nobody_weighed_is_not_removed() => Assert.All(CarriedDecisions.All, c => Assert.All(
        Enum.GetValues<ExpressionContext>(),
        kind => Refused<ContextNotWeighed>(c, d => d with { Answers = d.Answers! with { Contexts = [kind], ContextWeighed = Filler } })));

    private static string[] Empty => ["", "   ", ".", "n/a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "no no no no no no no no no"];

    private static void Refused<T>((Pack Pack, Decision Decision) carried, Func<Decision, Decision> take) =>
        Assert.Contains(CarriedDecisions.Refusals(carried.Pack, take(carried.Decision), CarriedDecisions.Today), r => r is T);
}
