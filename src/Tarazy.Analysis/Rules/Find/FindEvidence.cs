using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>Shows why an expression holds: the words and signals of every part that holds, in the order of the post.</summary>
internal static class FindEvidence
{
    public static void AddTo(List<Evidence> evidence, FindPlan find, int rule, FoldedText text, in PostPlace place, LookScratch scratch)
    {
        scratch.Spans.Clear();
        var look = new FindLook(rule, text, place, scratch);
        var named = new List<(SlotHit Hit, string Name)>();
        Collect(find.Root, look, within: null, named);
        foreach (var (hit, name) in named.OrderBy(item => item.Hit.First).ThenBy(item => item.Hit.Last))
        {
            EvidenceOf.Add(evidence, hit, name, text);
        }
    }

    private static void Collect(FindNode node, in FindLook look, List<SlotHit>? within, List<(SlotHit Hit, string Name)> into)
    {
        switch (node)
        {
            case FindNode.All { Parts: var parts }:
                Each(parts, look, within, into);
                break;
            case FindNode.Any { Parts: var parts }:
                Each(parts, look, within, into);
                break;
            case FindNode.Near near:
                var pairs = Spans(near, look);
                pairs.RemoveAll(pair => within?.Exists(outer => Inside(pair, outer)) == false);
                Collect(near.Left, look, pairs, into);
                Collect(near.Right, look, pairs, into);
                break;
            case FindNode.Leaf leaf:
                into.AddRange(Spans(leaf, look).Where(hit => within?.Exists(pair => Inside(hit, pair)) != false).Select(hit => (hit, leaf.Name)));
                break;
        }
    }

    private static void Each(IReadOnlyList<FindNode> parts, in FindLook look, List<SlotHit>? within, List<(SlotHit Hit, string Name)> into)
    {
        foreach (var part in parts)
        {
            if (FindJudge.Holds(part, look) == Truth.Yes)
            {
                Collect(part, look, within, into);
            }
        }
    }

    private static List<SlotHit> Spans(FindNode node, in FindLook look)
    {
        var start = look.Scratch.Spans.Count;
        FindSpans.Push(node, look);
        var spans = look.Scratch.Spans.GetRange(start, look.Scratch.Spans.Count - start);
        FindSpans.Drop(look, start);
        return spans;
    }

    private static bool Inside(SlotHit hit, SlotHit pair) => hit.First >= pair.First && hit.Last <= pair.Last;
}
