using Tarazy.Analysis.Rules;

namespace Tarazy.Tests.Analysis.Rules;

public class ShippedRuleTests
{
    private const int FewestExamples = 4;

    private static readonly string[] Languages = ["ru", "kk", "uk", "uz", "ky", "tg", "en"];
    private static readonly string[] Harms =
        ["mercenary-recruitment", "extortion", "investment-scam", "job-bait", "threat", "doxxing", "fraud", "incitement"];

    public static TheoryData<string> Rules => [.. Lexicons.Shipped.Book.Rules.Select(rule => rule.Name)];

    [Fact]
    public void Every_shipped_rule_loads_without_a_fault() =>
        Assert.True(Lexicons.Shipped.Faults.Count == 0, string.Join('\n', Lexicons.Shipped.Faults));

    [Fact]
    public void Every_harm_has_a_rule() =>
        Assert.Equal(Harms.Order(StringComparer.Ordinal), Lexicons.Shipped.Book.Rules.Select(rule => rule.Harm.Value).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_finds_what_it_must_and_leaves_alone_what_it_must_not(string rule)
    {
        foreach (var example in Lexicons.Named(rule).Examples)
        {
            var found = Lexicons.Look(example.Text, example.Language).Exists(hit => hit.Rule.Name == rule);
            Assert.True(found == example.Matches, $"{rule}, line {example.Line}: {example.Text}");
        }
    }

    [Fact]
    public void A_near_miss_of_one_rule_is_no_hit_of_another()
    {
        var misses = Lexicons.Shipped.Book.Rules.SelectMany(rule => rule.Examples.Where(example => !example.Matches)).ToArray();
        var wrong = misses.Select(miss => (miss.Text, Hits: Lexicons.Look(miss.Text, miss.Language))).Where(found => found.Hits.Count > 0);
        Assert.Empty(wrong.Select(found => $"{found.Hits[0].Rule.Name}: {found.Text}"));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_disguise_neither_hides_an_example_nor_makes_a_near_miss_a_hit(string rule)
    {
        var kept = 0;
        var all = 0;
        foreach (var example in Lexicons.Named(rule).Examples)
        {
            var found = Lexicons.Look(Disguise.LookAlikes(example.Text)).Exists(hit => hit.Rule.Name == rule);
            Assert.False(found && !example.Matches, $"{rule}, line {example.Line}: {example.Text}");
            all += example.Matches ? 1 : 0;
            kept += found && example.Matches ? 1 : 0;
            var invisible = Lexicons.Look(Disguise.Invisible(example.Text)).Exists(hit => hit.Rule.Name == rule);
            Assert.True(invisible == example.Matches, $"{rule} with invisible letters, line {example.Line}: {example.Text}");
        }

        Assert.True(kept >= 0.9 * all, $"{rule}: {kept} of {all} examples are found when written with look-alikes");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_examples_in_each_of_its_languages(string rule)
    {
        var examples = Lexicons.Named(rule).Examples;
        foreach (var language in Lexicons.Named(rule).Languages)
        {
            Assert.InRange(examples.Count(e => e.Language == language && e.Matches), FewestExamples, int.MaxValue);
            Assert.InRange(examples.Count(e => e.Language == language && !e.Matches), FewestExamples, int.MaxValue);
        }
    }

    // A language that only some rules know would be read by those alone, and the others would not look.
    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_knows_every_language_of_the_region(string rule) => Assert.Equal(Languages, Lexicons.Named(rule).Languages);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Uzbek_is_found_in_both_scripts(string rule)
    {
        var uzbek = Lexicons.Named(rule).Examples.Where(e => e.Language == "uz" && e.Matches).Select(e => e.Text).ToArray();
        Assert.Contains(uzbek, text => text.Any(c => c is >= 'а' and <= 'я'));
        Assert.Contains(uzbek, text => !text.Any(c => c is >= 'а' and <= 'я'));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_speaks_to_its_reviewer_in_three_languages(string rule)
    {
        foreach (var language in (string[])["en", "ru", "kk"])
        {
            Assert.NotEmpty(Lexicons.Named(rule).Says[language]);
            Assert.NotEmpty(Lexicons.Named(rule).Not[language]);
        }
    }

    [Fact]
    public void A_shipped_rule_is_no_draft_so_that_a_new_desk_sees_what_it_finds() =>
        Assert.All(Lexicons.Shipped.Book.Rules, rule => Assert.NotEqual(RuleState.Draft, rule.State));
}
