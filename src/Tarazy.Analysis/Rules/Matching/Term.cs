namespace Tarazy.Analysis.Rules.Matching;

/// <summary>What to look for: one word or several in a row, folded as posts are folded.</summary>
/// <param name="Written">As it stands in the rule file.</param>
internal sealed record Term(string Written, IReadOnlyList<TermWord> Words)
{
    /// <summary>The folded words with their stars; two terms with one key look for the same.</summary>
    public string Key { get; } = string.Join(' ', Words);
}

/// <summary>One word of a term: the whole word, or how it begins.</summary>
internal readonly record struct TermWord(string Text, bool Stem)
{
    public override string ToString() => Stem ? Text + "*" : Text;
}

/// <summary>One slot of a frame, such as <c>offer</c> or <c>pay</c>: found when any of its terms or signals is.</summary>
internal sealed record FrameSlot(string Name, IReadOnlyList<Term> Terms, Slots.ISlot[] Signals);
