using System.Numerics;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Decides whether the hits of one rule make up its frame: enough different slots, the required ones among them, near each other.</summary>
internal static class FrameJudge
{
    /// <summary>The bit of the signs that take a hit back.</summary>
    public const int SuppressSlot = 62;

    /// <summary>The bit of the signs that only weaken it.</summary>
    public const int WeakenSlot = 63;

    /// <summary>More hits of one rule than this in one post add nothing.</summary>
    public const int MostHits = 256;

    /// <summary>Fills <see cref="LookScratch.OfRule"/> with the hits of the frame and says in which window they make it up; no slots when they don't.</summary>
    public static (int First, int Last, ulong Slots) Judge(RuleShape shape, int rule, FoldedText text, LookScratch scratch)
    {
        var hits = scratch.OfRule;
        hits.Clear();
        scratch.Copy(rule, 0, SuppressSlot - 1, MostHits, hits);
        for (var slot = 0; slot < shape.Rule.Frame.Count; slot++)
        {
            foreach (var signal in shape.Rule.Frame[slot].Signals)
            {
                foreach (var hit in scratch.Signals.Of(signal, text))
                {
                    hits.Add(hit with { Rule = rule, Slot = slot });
                }
            }
        }

        hits.Sort(static (a, b) => Order(a, b));
        DropCovered(hits);
        return BestWindow(shape, hits);
    }

    private static int Order(SlotHit a, SlotHit b) =>
        a.First != b.First ? a.First.CompareTo(b.First) : a.Last != b.Last ? a.Last.CompareTo(b.Last) : a.Slot.CompareTo(b.Slot);

    // The same words never count for two slots: the longer hit keeps them, of equals the earlier slot.
    private static void DropCovered(List<SlotHit> hits)
    {
        for (var i = hits.Count - 1; i >= 0; i--)
        {
            foreach (var other in hits)
            {
                var longer = other.Words > hits[i].Words || (other.Words == hits[i].Words && other.Slot < hits[i].Slot);
                if (other.Slot != hits[i].Slot && longer && other.Overlaps(hits[i]))
                {
                    hits.RemoveAt(i);
                    break;
                }
            }
        }
    }

    /// <summary>The first of the windows with the most slots, or no slots at all.</summary>
    private static (int First, int Last, ulong Slots) BestWindow(RuleShape shape, List<SlotHit> hits)
    {
        (int First, int Last, ulong Slots) best = (0, -1, 0);
        for (var i = 0; i < hits.Count; i++)
        {
            var end = hits[i].First + shape.Rule.Near;
            var slots = 0UL;
            for (var j = i; j < hits.Count && hits[j].First < end; j++)
            {
                slots |= hits[j].Last < end ? 1UL << hits[j].Slot : 0;
            }

            if (shape.Fits(slots) && BitOperations.PopCount(slots) > BitOperations.PopCount(best.Slots))
            {
                best = (hits[i].First, end - 1, slots);
            }
        }

        return best;
    }
}
