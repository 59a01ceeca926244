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

    public static RuleHit? Judge(FrameShape shape, int rule, FoldedText text, LookScratch scratch)
    {
        var mask = scratch.Mask(rule);
        if ((mask & 1UL << SuppressSlot) != 0 || !shape.Fits(mask | shape.Signalled))
        {
            return null;
        }

        var hits = scratch.OfRule;
        Collect(shape, rule, text, scratch, hits);
        hits.Sort(static (a, b) => Order(a, b));
        DropCovered(hits);
        var (first, last, slots) = BestWindow(shape, hits);
        if (slots == 0)
        {
            return null;
        }

        var weakened = (mask & 1UL << WeakenSlot) != 0;
        var strength = BitOperations.PopCount(slots) / (double)shape.Rule.Frame.Count * (weakened ? 0.5 : 1);
        return new RuleHit(shape.Rule, EvidenceOf.Hits(shape.Rule, hits, first, last, weakened ? SignOf(rule, scratch) : null, text), strength);
    }

    private static SlotHit SignOf(int rule, LookScratch scratch) => scratch.Hits.Find(hit => hit.Rule == rule && hit.Slot == WeakenSlot);

    private static void Collect(FrameShape shape, int rule, FoldedText text, LookScratch scratch, List<SlotHit> hits)
    {
        hits.Clear();
        foreach (var hit in scratch.Hits)
        {
            if (hit.Rule == rule && hit.Slot < SuppressSlot && hits.Count < MostHits)
            {
                hits.Add(hit);
            }
        }

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
    private static (int First, int Last, ulong Slots) BestWindow(FrameShape shape, List<SlotHit> hits)
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

/// <summary>What a rule asks of the bits of its slots.</summary>
internal sealed class FrameShape
{
    /// <summary>For each requirement the slots of which one must be there.</summary>
    private readonly ulong[] _required;

    public FrameShape(WatchRule rule)
    {
        Rule = rule;
        for (var slot = 0; slot < rule.Frame.Count; slot++)
        {
            Signalled |= rule.Frame[slot].Signals.Length > 0 ? 1UL << slot : 0;
        }

        _required = [.. rule.Required.Select(either => Bits(rule, either))];
    }

    public WatchRule Rule { get; }

    /// <summary>Slots that a signal may fill, so that the words alone cannot rule them out.</summary>
    public ulong Signalled { get; }

    public bool Fits(ulong slots)
    {
        var frame = slots & ((1UL << Rule.Frame.Count) - 1);
        if (BitOperations.PopCount(frame) < Rule.Needs)
        {
            return false;
        }

        foreach (var either in _required)
        {
            if ((frame & either) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Bits(WatchRule rule, string either)
    {
        var bits = 0UL;
        for (var slot = 0; slot < rule.Frame.Count; slot++)
        {
            bits |= either.Split(" | ").Contains(rule.Frame[slot].Name) ? 1UL << slot : 0;
        }

        return bits;
    }
}
