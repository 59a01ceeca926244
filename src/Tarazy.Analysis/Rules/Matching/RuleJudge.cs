using System.Numerics;
using Tarazy.Analysis.Rules.Find;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Puts together what a rule finds in one post: its frame, its expression, and the signs against them.</summary>
internal static class RuleJudge
{
    public static RuleHit? Judge(RuleShape shape, int rule, FoldedText text, in PostPlace place, LookScratch scratch)
    {
        if (!shape.Possible(scratch.Marks(rule), place))
        {
            return null;
        }

        var strength = 1.0;
        IReadOnlyList<Evidence> evidence = [];
        if (shape.Rule.Frame.Count > 0)
        {
            var (first, last, slots) = FrameJudge.Judge(shape, rule, text, scratch);
            if (slots == 0)
            {
                return null;
            }

            strength = BitOperations.PopCount(slots) / (double)shape.Rule.Frame.Count;

            // The expression is asked before the evidence is made: until both are found, nothing is allocated.
            if (shape.Rule.Find is { } narrowed && FindJudge.Holds(narrowed, rule, text, place, scratch) != Truth.Yes)
            {
                return null;
            }

            evidence = EvidenceOf.Hits(shape.Rule, scratch.OfRule, first, last, text);
        }
        else if (FindJudge.Holds(shape.Rule.Find!, rule, text, place, scratch) != Truth.Yes)
        {
            return null;
        }

        var all = new List<Evidence>(evidence);
        if (shape.Rule.Find is { } find)
        {
            FindEvidence.AddTo(all, find, rule, text, place, scratch);
        }

        if ((scratch.Marks(rule).Slots & 1UL << FrameJudge.WeakenSlot) != 0)
        {
            all.Add(EvidenceOf.Span(scratch.First(rule, FrameJudge.WeakenSlot), "unless", text));
            strength /= 2;
        }

        return new RuleHit(shape.Rule, all, strength);
    }
}
