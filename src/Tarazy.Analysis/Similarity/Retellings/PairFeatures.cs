using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// What two posts have in common, as numbers: one walk over both lists of facts. Chosen by group-wise cross-validation from 25
/// candidates; the cosine of character runs and boosted stumps added nothing to these (the model card has the figures).
/// </summary>
[InlineArray(Count)]
internal struct PairFeatures
{
    public const int Count = 9;

    /// <summary>In the order of the weights.</summary>
    public static readonly string[] Names =
    [
        "names, cosine by rarity",
        "names of the lead found in the other text",
        "lead, cosine by rarity",
        "all words, cosine by rarity",
        "title found in the other text, the lesser",
        "lead found in the other text",
        "numbers of the shorter list found in the other",
        "numbers in both and none shared",
        "difference of length",
    ];

    private double _first;

    public static PairFeatures Of(StoryFacts a, StoryFacts b)
    {
        ReadOnlySpan<Fact> x = a.Facts, y = b.Facts;
        Side left = a.Sums, right = b.Sums; // copies, to which what is found is added
        var both = default(Shared);
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i].Stem == y[j].Stem)
            {
                both.Add(x[i], y[j]);
                left.Found(x[i]);
                right.Found(y[j]);
            }

            var order = x[i].Stem.CompareTo(y[j].Stem);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var features = default(PairFeatures);
        features[0] = Cosine(both.Names, left.Names, right.Names);
        features[1] = (Share(left.LeadNamesFound, left.LeadNames) + Share(right.LeadNamesFound, right.LeadNames)) / 2;
        features[2] = Cosine(both.Leads, left.LeadSquares, right.LeadSquares);
        features[3] = Cosine(both.Words, left.WordSquares, right.WordSquares);
        features[4] = Math.Min(Share(left.TitleFound, left.Title), Share(right.TitleFound, right.Title));
        features[5] = (Share(left.LeadFound, left.Lead) + Share(right.LeadFound, right.Lead)) / 2;
        features[6] = Share(both.Numbers, Math.Min(left.Numbers, right.Numbers));
        features[7] = left.Numbers > 0 && right.Numbers > 0 && both.Numbers == 0 ? 1 : 0;
        features[8] = Math.Abs(Math.Log((left.Count + 1.0) / (right.Count + 1)));
        return features;
    }

    private static double Cosine(double common, double a, double b) => a * b == 0 ? 0 : common / Math.Sqrt(a * b);

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / Math.Max(1, whole);

    /// <summary>Sums over the stems that both texts have.</summary>
    private struct Shared
    {
        public double Names;
        public double Leads;
        public double Words;
        public int Numbers;

        public void Add(in Fact a, in Fact b)
        {
            var either = a.Kind & b.Kind;
            if ((either & FactKind.Number) != FactKind.None)
            {
                Numbers++;
                return;
            }

            double square = a.Rarity * b.Rarity;
            Words += square * Side.Weight(a.Count) * Side.Weight(b.Count);
            Leads += (either & FactKind.Lead) != FactKind.None ? square : 0;
            Names += (either & FactKind.Name) != FactKind.None ? square : 0;
        }
    }
}
