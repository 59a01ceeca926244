using Tarazy.Analysis.Rules.Explaining;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Lets a rule look at its own examples: one that fails them is not used, not even as a shadow.</summary>
internal static class ExampleCheck
{
    private const int Quoted = 60;

    public static IEnumerable<RuleFault> Failures(WatchRule rule) =>
        Results(rule).Where(result => !result.Passed).Select(result => Fault(rule, result.Example, result.Hit));

    public static IEnumerable<ExampleResult> Results(WatchRule rule)
    {
        var alone = new RuleBook([rule], draftsLook: true);
        var text = new FoldedText();
        var hits = new List<RuleHit>();
        foreach (var example in rule.Examples)
        {
            hits.Clear();
            text.Fold(example.Text);
            alone.Look(text, PlaceOf(example, rule), hits);
            yield return new ExampleResult(example, hits.Count > 0 == example.Matches, hits.FirstOrDefault());
        }
    }

    // An example is words alone. It is taken to stand where the rule's filters ask for, so that its words decide.
    private static PostPlace PlaceOf(RuleExample example, WatchRule rule) => rule.Find?.PlaceIn(example.Language) ?? new PostPlace(example.Language);

    private static RuleFault Fault(WatchRule rule, RuleExample example, RuleHit? hit)
    {
        var start = example.Text.Length > Quoted ? example.Text[..Quoted] + "..." : example.Text;
        if (example.Matches)
        {
            return new RuleFault(rule.File, example.Line, 1, $"The rule does not find its own example \"{start}\".", "Add the missing words to a slot, or correct the example.");
        }

        var evidence = hit!.Evidence.Select(e => $"{e.Slot}: {example.Text.Substring(e.Start, e.Length)}");
        return new RuleFault(rule.File, example.Line, 1, $"The rule finds \"{start}\", which it must leave alone ({string.Join("; ", evidence)}).", "Narrow a slot, or add the sign that tells it apart under \"unless\".");
    }
}
