using System.Numerics;
using Tarazy.Analysis.Rules.Find;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>What a rule asks of the bits of its slots and of the leaves of its expression.</summary>
internal sealed class RuleShape
{
    /// <summary>For each requirement the slots of which one must be there.</summary>
    private readonly ulong[] _required;
    private readonly string[] _languages;

    public RuleShape(WatchRule rule)
    {
        Rule = rule;
        for (var slot = 0; slot < rule.Frame.Count; slot++)
        {
            Signalled |= rule.Frame[slot].Signals.Length > 0 ? 1UL << slot : 0;
        }

        _required = [.. rule.Required.Select(either => Bits(rule, either))];
        _languages = [.. rule.Languages];
        EveryPost = rule.Frame.Count == 0 && rule.Find is { Anchored: false };
    }

    public WatchRule Rule { get; }

    /// <summary>Slots that a signal may fill, so that the words alone cannot rule them out.</summary>
    public ulong Signalled { get; }

    /// <summary>Nothing but a look says whether it finds something: an expression that can hold without a word.</summary>
    public bool EveryPost { get; }

    public bool Speaks(string? language) => Array.IndexOf(_languages, language) >= 0;

    /// <summary>Whether the words of a post leave it possible that the rule finds something there.</summary>
    public bool Possible(in RuleMarks marks, in PostPlace place) =>
        (marks.Slots & 1UL << FrameJudge.SuppressSlot) == 0
        && (Rule.Frame.Count == 0 || Fits(marks.Slots | Signalled))
        && (Rule.Find is null || FindPossible.In(Rule.Find.Root, marks.Leaves, place));

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
