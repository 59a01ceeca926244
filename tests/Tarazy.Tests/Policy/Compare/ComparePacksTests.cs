using Tarazy.Policy.Compare;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.Compare;

/// <summary>What a change of law looks like, and which change must not be made.</summary>
public class ComparePacksTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Pack Kz = Packs.Load(Repository.Path("policies")).Packs.Find("kz")!;

    [Fact]
    public void What_is_the_same_shows_no_change() => Assert.Empty(Compare(Kz, Kz));

    [Fact]
    public void A_clause_that_is_ended_may_be_ended()
    {
        var change = Assert.Single(Compare(Kz, Next(c => c with { InForce = c.InForce with { To = new DateOnly(2027, 1, 1) } })));
        Assert.Equal((PackChangeKind.Ended, "clauses/crim-170", false), (change.Kind, change.Line, change.Forbidden));
        Assert.Contains("2027-01-01", change.Says, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<Clause, Clause>> InForceAndChanged() => new()
    {
        { "text", c => c with { Text = "Another article" } },
        { "harms", c => c with { Harms = [.. c.Harms, new HarmId("threat")] } },
        { "measures", c => c with { Measures = [Measure.AskAuthor] } },
        { "first day", c => c with { InForce = c.InForce with { From = new DateOnly(2016, 1, 1) } } },
    };

    [Theory]
    [MemberData(nameof(InForceAndChanged))]
    public void A_line_that_was_in_force_must_not_say_something_else(string what, Func<Clause, Clause> change)
    {
        var found = Assert.Single(Compare(Kz, Next(change)));
        Assert.True(found.Forbidden);
        Assert.Contains(what, found.Says, StringComparison.Ordinal);
        Assert.Contains("End it", found.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_was_in_force_must_not_be_taken_out()
    {
        var without = Kz with { Version = "next", Clauses = [.. Kz.Clauses.Where(c => c.Ref.Clause != "crim-170")] };
        Assert.True(Assert.Single(Compare(Kz, without)).Forbidden);
    }

    [Fact]
    public void An_ended_line_stays_ended()
    {
        var ended = Next(c => c with { InForce = c.InForce with { To = new DateOnly(2026, 1, 1) } });
        Assert.True(Assert.Single(Compare(ended, Kz)).Forbidden);
    }

    [Fact]
    public void A_line_is_not_ended_in_the_past_without_saying_why()
    {
        var gone = new DateOnly(2026, 6, 30);
        var silent = Assert.Single(Compare(Kz, Next(c => c with { InForce = c.InForce with { To = gone } })));
        Assert.True(silent.Forbidden);
        Assert.Contains("looked at again", silent.Says, StringComparison.Ordinal);
        var said = Compare(Kz, Next(c => c with { InForce = c.InForce with { To = gone }, Provenance = c.Provenance with { Note = "Repealed by the law of 30 June 2026, found in November." } }));
        Assert.DoesNotContain(said, c => c.Forbidden);
        Assert.Contains(said, c => c.Kind == PackChangeKind.Ended && c.Says.Contains("looked at again", StringComparison.Ordinal));
        Assert.False(Assert.Single(Compare(Kz, Next(c => c with { InForce = c.InForce with { To = Today } }))).Forbidden);
    }

    [Fact]
    public void That_a_demand_needs_no_court_any_more_and_that_a_host_is_believed_is_told()
    {
        var rule = Kz.Demands[0];
        var changed = Kz with { Version = "next", Demands = [rule with { CourtOrderOwed = true }, .. Kz.Demands.Skip(1)], Issuers = [Kz.Issuers[0] with { Hosts = ["gov.kz"] }] };
        var found = Compare(Kz, changed);
        Assert.Contains(found, c => c.Line == "demands/removal" && c.Says.Contains("court_order: \"not-owed\" became \"owed\"", StringComparison.Ordinal));
        Assert.Contains(found, c => c.Line.StartsWith("issuers/", StringComparison.Ordinal) && c.Says.Contains("gov.kz", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_is_not_in_force_yet_may_still_change()
    {
        var later = Next(c => c with { InForce = new InForce(new DateOnly(2028, 1, 1), null, null) });
        var changed = later with { Version = "next but one", Clauses = [.. later.Clauses.Select(c => c.Ref.Clause == "crim-170" ? c with { Text = "Another article" } : c)] };
        Assert.False(Assert.Single(Compare(later, changed)).Forbidden);
    }

    [Fact]
    public void A_line_that_is_better_known_binds_as_before()
    {
        var found = Assert.Single(Compare(Kz, Next(c => c with { Provenance = new Provenance("https://adilet.zan.kz/", Confidence.High, Verified.Read) })));
        Assert.Equal((PackChangeKind.BetterKnown, false), (found.Kind, found.Forbidden));
        Assert.Contains("\"low\" became \"high\"", found.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_changed_needs_a_new_version()
    {
        var same = Next(c => c with { Title = new LocalText("а", "б", "c") }) with { Version = Kz.Version };
        Assert.Contains(Compare(Kz, same), c => c is { Line: "version", Forbidden: true });
    }

    [Fact]
    public void An_address_that_is_found_out_is_told_as_a_change_of_a_line_in_service()
    {
        var found = Kz with { Version = "next", Addressees = [.. Kz.Addressees.Select(a => a.Address is null ? a with { Address = "law@example.org" } : a)] };
        Assert.Contains("\"unknown\" became \"law@example.org\"", Assert.Single(Compare(Kz, found)).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Packs_come_and_go()
    {
        Assert.Equal(PackChangeKind.Added, Assert.Single(ComparePacks.Of(Packs.None, new Packs([Kz]), Today)).Kind);
        Assert.True(Assert.Single(ComparePacks.Of(new Packs([Kz]), Packs.None, Today)).Forbidden);
    }

    [Fact]
    public void The_digest_that_a_decision_keeps_moves_with_what_binds_and_with_nothing_else()
    {
        var clause = Kz.FindClause("crim-170")!;
        Assert.Equal(StandingRule.Digest(clause), StandingRule.Digest(clause with { InForce = clause.InForce with { To = Today } }));
        Assert.Equal(StandingRule.Digest(clause), StandingRule.Digest(clause with { Provenance = clause.Provenance with { Note = "Read since." } }));
        Assert.Equal(StandingRule.Digest(clause), StandingRule.Digest(clause with { Measures = [.. clause.Measures.Reverse()] }));
        Assert.All(InForceAndChanged().Where(row => row.Data.Item1 != "first day"), row => Assert.NotEqual(StandingRule.Digest(clause), StandingRule.Digest(row.Data.Item2(clause))));
    }

    [Fact]
    public void A_decision_stands_while_its_clause_says_the_same_of_the_day_on_which_it_was_made()
    {
        var clause = Kz.FindClause("crim-170")!;
        var kept = StandingRule.Of(new Packs([Kz]), clause.Ref, Today)!;
        Assert.True(StandingRule.Stands(kept, clause));
        Assert.True(StandingRule.Stands(kept, clause with { InForce = clause.InForce with { To = Today } }));
        Assert.False(StandingRule.Stands(kept, clause with { InForce = clause.InForce with { To = Today.AddDays(-1) } }));
        Assert.False(StandingRule.Stands(kept, clause with { InForce = clause.InForce with { From = Today.AddDays(1) } }));
        Assert.False(StandingRule.Stands(kept, clause with { Text = "Another article" }));
        Assert.False(StandingRule.Stands(kept, null));
    }

    [Fact]
    public void A_first_day_that_was_unknown_may_be_found_out()
    {
        var seen = Next(c => c with { InForce = new InForce(null, new DateOnly(2020, 1, 1), null) });
        var known = Next(c => c with { InForce = new InForce(new DateOnly(2015, 1, 1), null, null) }) with { Version = "next but one" };
        Assert.Empty(Compare(seen, known));
        Assert.Contains(Compare(known, seen with { Version = "back" }), c => c.Forbidden);
    }

    private static Pack Next(Func<Clause, Clause> change) =>
        Kz with { Version = "next", Clauses = [.. Kz.Clauses.Select(c => c.Ref.Clause == "crim-170" ? change(c) : c)] };

    private static IReadOnlyList<PackChange> Compare(Pack before, Pack after) => ComparePacks.Of(new Packs([before]), new Packs([after]), Today);
}
