namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Where a term counts: the rule by its place in the book, and its slot there.</summary>
/// <param name="Slot">A bit of the frame, one of the two signs, or from <see cref="FirstLeaf"/> on a leaf of the expression.</param>
internal readonly record struct TermUse(int Rule, int Slot)
{
    public const int FirstLeaf = 64;
}
