using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>Decides whether an expression holds in a post. Unknown is neither: it stays unknown under NOT.</summary>
internal static class FindJudge
{
    public static Truth Holds(FindPlan find, int rule, FoldedText text, in PostPlace place, LookScratch scratch)
    {
        scratch.Spans.Clear();
        return Holds(find.Root, new FindLook(rule, text, place, scratch));
    }

    public static Truth Holds(FindNode node, in FindLook look) => node switch
    {
        FindNode.Not { Part: var part } => Truth.Yes - (int)Holds(part, look),
        FindNode.All { Parts: var parts } => All(parts, look),
        FindNode.Any { Parts: var parts } => Any(parts, look),
        FindNode.Leaf or FindNode.Near => FindSpans.Stand(node, look) ? Truth.Yes : Truth.No,
        _ => FindFilter.Of(node, look.Place) ?? Truth.No,
    };

    // Two rounds, so that a signal is looked for only when nothing else says no.
    private static Truth All(IReadOnlyList<FindNode> parts, in FindLook look)
    {
        var all = Truth.Yes;
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < parts.Count && all != Truth.No; i++)
            {
                all = parts[i].Signals == (round == 1) ? (Truth)Math.Min((int)all, (int)Holds(parts[i], look)) : all;
            }
        }

        return all;
    }

    private static Truth Any(IReadOnlyList<FindNode> parts, in FindLook look)
    {
        var any = Truth.No;
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < parts.Count && any != Truth.Yes; i++)
            {
                any = parts[i].Signals == (round == 1) ? (Truth)Math.Max((int)any, (int)Holds(parts[i], look)) : any;
            }
        }

        return any;
    }
}

/// <summary>One expression being judged in one post.</summary>
internal readonly record struct FindLook(int Rule, FoldedText Text, PostPlace Place, LookScratch Scratch);
