using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Turns hits into evidence: spans of the post as its author wrote it.</summary>
internal static class EvidenceOf
{
    /// <summary>More spans of one slot than this help no reviewer.</summary>
    public const int MostOfSlot = 3;

    public static IReadOnlyList<Evidence> Hits(WatchRule rule, List<SlotHit> hits, int first, int last, FoldedText text)
    {
        var evidence = new List<Evidence>();
        foreach (var hit in hits)
        {
            if (hit.First >= first && hit.Last <= last)
            {
                Add(evidence, hit, hit.Slot < rule.Frame.Count ? rule.Frame[hit.Slot].Name : "", text);
            }
        }

        return evidence;
    }

    /// <summary>Adds a span unless the slot has enough of them, or one that overlaps it.</summary>
    public static void Add(List<Evidence> evidence, SlotHit hit, string name, FoldedText text)
    {
        var count = 0;
        foreach (var one in evidence)
        {
            count += one.Slot == name ? 1 : 0;
        }

        if (count >= MostOfSlot)
        {
            return;
        }

        var span = Span(hit, name, text);
        if (!evidence.Exists(e => e.Slot == name && e.Start < span.Start + span.Length && span.Start < e.Start + e.Length))
        {
            evidence.Add(span);
        }
    }

    public static Evidence Span(SlotHit hit, string slot, FoldedText text)
    {
        var (from, to) = hit.Signal is { } signal
            ? (signal.Start, signal.End)
            : (text.Tokens[hit.First].Start, text.Tokens[hit.Last].Start + text.Tokens[hit.Last].Length);
        var (start, length) = text.ToOriginal(from, to - from);
        return new Evidence(slot, start, length, Disguised(hit, text) ? text.Chars[from..to].ToString() : null);
    }

    private static bool Disguised(SlotHit hit, FoldedText text)
    {
        for (var token = hit.First; token <= hit.Last && token < text.Tokens.Length; token++)
        {
            if (text.Disguised(token))
            {
                return true;
            }
        }

        return false;
    }
}
