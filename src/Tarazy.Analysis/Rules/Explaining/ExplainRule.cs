using System.Numerics;
using Tarazy.Analysis.Rules.Find;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Explaining;

/// <summary>Looks for every term of one rule by itself, which takes longer than a look and says more.</summary>
internal sealed class ExplainRule(WatchRule rule, RuleBook alone, FoldedText text, PostPlace place)
{
    private const int MostPlaces = 20;

    public RuleExplanation Explain()
    {
        var hits = new List<RuleHit>();
        alone.Look(text, place, hits);
        var parts = rule.Frame.Select(slot => new ExplainedPart(slot.Name, [.. Places(slot.Terms, slot.Signals)]))
            .Concat((rule.Find?.Leaves ?? []).Select(leaf => new ExplainedPart(leaf.ToString()!, [.. PlacesOf(leaf)])))
            .ToArray();
        return new RuleExplanation(hits.FirstOrDefault(), parts, [.. Conditions(parts)], [.. Places(rule.Suppress, [])], [.. Places(rule.Weaken, [])]);
    }

    private IEnumerable<ExplainedCondition> Conditions(IReadOnlyList<ExplainedPart> parts)
    {
        if (rule.Languages.Count > 0)
        {
            yield return new ExplainedCondition($"The post is in {string.Join(", ", rule.Languages)}, or in a language that no rule is written for.", alone.LooksAt(rule, place.Language));
        }

        var found = parts.Take(rule.Frame.Count).Where(part => part.Found.Count > 0).Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        if (rule.Frame.Count > 0)
        {
            yield return new ExplainedCondition($"{rule.Needs} of {rule.Frame.Count} slots are found; here {found.Count}.", found.Count >= rule.Needs);
            foreach (var either in rule.Required)
            {
                yield return new ExplainedCondition($"The slot {either} is found.", either.Split(" | ").Any(found.Contains));
            }

            yield return new ExplainedCondition($"They stand within {rule.Near} words, each on words of its own.", InWindow());
        }

        foreach (var (part, truth) in Expression())
        {
            yield return new ExplainedCondition(part, truth == Truth.Unknown ? null : truth == Truth.Yes);
        }

        yield return new ExplainedCondition("No sign takes it back.", !Places(rule.Suppress, []).Any());
    }

    private bool InWindow() => alone.Scanned(text, scratch => FrameJudge.Judge(new RuleShape(rule), 0, text, scratch).Slots is var slots && BitOperations.PopCount(slots) >= rule.Needs);

    private List<(string Part, Truth Truth)> Expression()
    {
        if (rule.Find is not { } find)
        {
            return [];
        }

        var parts = find.Root is FindNode.All { Parts: var all } ? all : [find.Root];
        return alone.Scanned(text, scratch => parts.Select(part => (part.ToString()!, FindJudge.Holds(part, new FindLook(0, text, place, scratch)))).ToList());
    }

    private IEnumerable<ExplainedPlace> PlacesOf(FindNode.Leaf leaf) => leaf switch
    {
        FindNode.Words words => Places(words.Terms, []),
        FindNode.Signal signal => Places([], [signal.Slot]),
        _ => [],
    };

    private IEnumerable<ExplainedPlace> Places(IReadOnlyList<Term> terms, ISlot[] signals)
    {
        var words = terms.SelectMany(term => Standing(term).Select(first =>
            new ExplainedPlace(term.Written, EvidenceOf.Span(new SlotHit(0, 0, first, first + term.Words.Count - 1, Signal: null), term.Written, text))));
        var spans = signals.SelectMany(signal => new SignalHits().Of(signal, text).Select(hit => new ExplainedPlace("$" + signal.Name, EvidenceOf.Span(hit, signal.Name, text))));
        return words.Concat(spans).OrderBy(at => at.Evidence.Start).Take(MostPlaces);
    }

    private List<int> Standing(Term term)
    {
        var entry = TermEntry.Of(term, []);
        var places = new List<int>();
        for (var first = 0; first + term.Words.Count <= text.Tokens.Length; first++)
        {
            if (entry.StandsAt(text, first))
            {
                places.Add(first);
            }
        }

        return places;
    }
}
