using Tarazy.Analysis.Rules.Matching;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>
/// Where a part of an expression stands in a post. Spans are put on one stack that is used again, part above part, so that
/// an expression that fails allocates nothing.
/// </summary>
internal static class FindSpans
{
    /// <summary>More places of one part than this add nothing.</summary>
    private const int Most = 64;

    public static bool Stand(FindNode node, in FindLook look)
    {
        var start = look.Scratch.Spans.Count;
        Push(node, look);
        var any = look.Scratch.Spans.Count > start;
        Drop(look, start);
        return any;
    }

    /// <summary>Puts the spans of the part on the stack.</summary>
    public static void Push(FindNode node, in FindLook look)
    {
        var stack = look.Scratch.Spans;
        switch (node)
        {
            case FindNode.Words words:
                look.Scratch.Copy(look.Rule, TermUse.FirstLeaf + words.Number, TermUse.FirstLeaf + words.Number, Most, stack);
                break;
            case FindNode.Signal signal:
                foreach (var hit in look.Scratch.Signals.Of(signal.Slot, look.Text))
                {
                    stack.Add(hit with { Rule = look.Rule, Slot = TermUse.FirstLeaf + signal.Number });
                }

                break;
            case FindNode.Any { Parts: var parts }:
                for (var i = 0; i < parts.Count; i++)
                {
                    Push(parts[i], look);
                }

                break;
            case FindNode.Near near:
                PushNear(near, look);
                break;
        }
    }

    public static void Drop(in FindLook look, int start) => look.Scratch.Spans.RemoveRange(start, look.Scratch.Spans.Count - start);

    private static void PushNear(FindNode.Near near, in FindLook look)
    {
        var stack = look.Scratch.Spans;
        var left = stack.Count;
        Push(near.Left, look);
        var right = stack.Count;
        Push(near.Right, look);
        var end = stack.Count;
        for (var i = left; i < right; i++)
        {
            for (var j = right; j < end && stack.Count < end + Most; j++)
            {
                if (Near(stack[i], stack[j], near.Between))
                {
                    var (first, last) = (Math.Min(stack[i].First, stack[j].First), Math.Max(stack[i].Last, stack[j].Last));
                    stack.Add(new SlotHit(look.Rule, -1, first, last, Signal: null));
                }
            }
        }

        // The pairs take the place of what they were made of.
        stack.RemoveRange(left, end - left);
    }

    private static bool Near(SlotHit a, SlotHit b, int between) =>
        a.Last < b.First ? b.First - a.Last - 1 <= between : b.Last < a.First && a.First - b.Last - 1 <= between;
}
