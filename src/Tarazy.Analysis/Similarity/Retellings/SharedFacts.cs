using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>What two posts have in common, in the words of the second: why they were put together.</summary>
/// <param name="Names">The rarest first.</param>
public sealed record SharedFacts(IReadOnlyList<string> Names, IReadOnlyList<string> Numbers)
{
    /// <summary>More than a reader takes in.</summary>
    public const int Most = 8;

    /// <summary>At most <see cref="Most"/> names and as many numbers, spelt as <paramref name="other"/> spells them.</summary>
    public static SharedFacts Between(RetellingModel model, string text, string other)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        var known = model.Facts(folded);
        folded.Fold(other);
        var facts = model.Facts(folded);
        var names = new List<Fact>();
        var numbers = new List<Fact>();
        foreach (var fact in facts.Facts)
        {
            // A name may begin a sentence in one of the texts and stand within one in the other.
            if (known.Find(fact.Stem) is { } same)
            {
                ((fact.Kind | same.Kind) switch { var kind when (kind & FactKind.Number) != FactKind.None => numbers, var kind when (kind & FactKind.Name) != FactKind.None => names, _ => null })?.Add(fact);
            }
        }

        return new SharedFacts(Words(folded, names.OrderByDescending(name => name.Rarity)), Words(folded, numbers.OrderBy(number => number.Token)));
    }

    private static string[] Words(FoldedText text, IEnumerable<Fact> facts) => [.. facts.Take(Most).Select(fact => text.OriginalOf(fact.Token).ToString())];
}
