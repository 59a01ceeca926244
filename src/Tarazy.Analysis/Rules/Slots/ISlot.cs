using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>Something that words in a list cannot say, such as a sum or a phone number. Written <c>$name</c> in a rule.</summary>
internal interface ISlot
{
    string Name { get; }

    /// <summary>Writes the spans in folded units, left to right and apart from each other, and says how many fitted.</summary>
    int Find(FoldedText text, Span<SlotSpan> found);
}

/// <summary>A span in the folded text.</summary>
internal readonly record struct SlotSpan(int Start, int Length)
{
    public int End => Start + Length;
}
