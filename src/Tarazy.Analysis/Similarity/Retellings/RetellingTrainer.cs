using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// Fits the model on labelled pairs: logistic regression with an L2 penalty, by gradient steps from zero, so that one set gives
/// one model. The border is chosen on scores of pairs that the model had not seen (10 folds, pairs with a common text together).
/// </summary>
public static class RetellingTrainer
{
    private const int Steps = 600;
    private const double Penalty = 20;
    private const int Folds = 10;

    /// <param name="pairs">Pairs that people called the same story, and pairs that they did not.</param>
    public static RetellingModel Train(WordRarity rarity, IReadOnlyList<LabelledPair> pairs)
    {
        var rows = Rows(rarity, pairs);
        var (weights, bias) = Fit(rows, [.. Enumerable.Range(0, rows.Length)]);
        return new RetellingModel(rarity, weights, bias - Logit(Border(OutOfFold(rows, GroupsOf(pairs)).Zip(rows, (score, row) => (score, row.Same)))));
    }

    /// <summary>Scores of pairs by models that had not seen them nor a pair with one of their texts; 0.5 is each model's own border.</summary>
    public static double[] CrossValidate(WordRarity rarity, IReadOnlyList<LabelledPair> pairs)
    {
        var rows = Rows(rarity, pairs);
        var groups = GroupsOf(pairs);
        var scores = new double[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] known = [.. Enumerable.Range(0, rows.Length).Where(i => FoldOf(groups[i]) != fold)];
            var (weights, bias) = Fit(rows, known);
            // The border too is chosen without the fold, on scores of an inner cross-validation.
            var inner = OutOfFold([.. known.Select(i => rows[i])], [.. known.Select(i => groups[i])]);
            var border = Logit(Border(inner.Zip(known, (score, i) => (score, rows[i].Same))));
            foreach (var i in Enumerable.Range(0, rows.Length).Where(i => FoldOf(groups[i]) == fold))
            {
                scores[i] = Sigmoid(Sum(rows[i].Features, weights, bias) - border);
            }
        }

        return scores;
    }

    private static Row[] Rows(WordRarity rarity, IReadOnlyList<LabelledPair> pairs)
    {
        var text = new FoldedText();
        return [.. pairs.Select(pair => new Row(PairFeatures.Of(pair.First.Facts(text, rarity), pair.Second.Facts(text, rarity)), pair.Same))];
    }

    private static double[] OutOfFold(Row[] rows, int[] groups)
    {
        var scores = new double[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            // Another split than the outer one: the same would leave one fold empty.
            var (weights, bias) = Fit(rows, [.. Enumerable.Range(0, rows.Length).Where(i => FoldOf(groups[i] + 7_919) != fold)]);
            foreach (var i in Enumerable.Range(0, rows.Length).Where(i => FoldOf(groups[i] + 7_919) == fold))
            {
                scores[i] = Sigmoid(Sum(rows[i].Features, weights, bias));
            }
        }

        return scores;
    }

    private static int FoldOf(int group) => (int)(unchecked((uint)group * 0x9E37_79B1u) >> 16) % Folds;

    /// <summary>Pairs with a common text get the same number.</summary>
    private static int[] GroupsOf(IReadOnlyList<LabelledPair> pairs)
    {
        var groups = Enumerable.Range(0, pairs.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (pair, i) in pairs.Select((pair, i) => (pair, i)))
        {
            foreach (var text in new[] { pair.First.Text, pair.Second.Text })
            {
                if (!first.TryAdd(text, i))
                {
                    var (from, to) = (groups[i], groups[first[text]]);
                    groups = [.. groups.Select(group => group == from ? to : group)];
                }
            }
        }

        return groups;
    }

    private static (double[] Weights, double Bias) Fit(Row[] rows, int[] known)
    {
        var (means, scales) = Spread(rows, known);
        var weights = new double[PairFeatures.Count];
        var bias = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            var slope = weights.Select(weight => Penalty * weight).ToArray();
            var level = 0.0;
            foreach (var i in known)
            {
                var sum = bias;
                for (var k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * (rows[i].Features[k] - means[k]) / scales[k];
                }

                var error = Sigmoid(sum) - (rows[i].Same ? 1 : 0);
                level += error;
                for (var k = 0; k < weights.Length; k++)
                {
                    slope[k] += error * (rows[i].Features[k] - means[k]) / scales[k];
                }
            }

            bias -= level / known.Length;
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] -= slope[k] / known.Length;
            }
        }

        // Folded back, so that scoring needs no means and scales.
        var plain = weights.Select((weight, k) => weight / scales[k]).ToArray();
        return (plain, bias - plain.Select((weight, k) => weight * means[k]).Sum());
    }

    private static (double[] Means, double[] Scales) Spread(Row[] rows, int[] known)
    {
        var means = new double[PairFeatures.Count];
        var scales = new double[PairFeatures.Count];
        for (var k = 0; k < means.Length; k++)
        {
            means[k] = known.Average(i => rows[i].Features[k]);
            scales[k] = Math.Sqrt(known.Average(i => Math.Pow(rows[i].Features[k] - means[k], 2))) + 1e-9;
        }

        return (means, scales);
    }

    /// <summary>The score from which F1 is highest; in the middle between it and the next lower one, so that it does not lean on a single pair.</summary>
    private static double Border(IEnumerable<(double Score, bool Same)> scored)
    {
        var rows = scored.OrderByDescending(row => row.Score).ToArray();
        var truth = rows.Count(row => row.Same);
        var (best, border, both) = (0.0, 0.5, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            both += rows[i].Same ? 1 : 0;
            var f1 = 2.0 * both / (i + 1 + truth);
            if (f1 > best)
            {
                (best, border) = (f1, i + 1 < rows.Length ? (rows[i].Score + rows[i + 1].Score) / 2 : rows[i].Score);
            }
        }

        return border;
    }

    private static double Sum(in PairFeatures features, double[] weights, double bias)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            bias += weights[k] * features[k];
        }

        return bias;
    }

    private static double Sigmoid(double sum) => 1 / (1 + Math.Exp(-sum));

    private static double Logit(double share) => Math.Log(share / (1 - share));

    private readonly record struct Row(PairFeatures Features, bool Same);
}

/// <summary>Two texts of which a person has said whether they tell the same story.</summary>
public sealed record LabelledPair(TitledText First, TitledText Second, bool Same);

/// <param name="Title">Empty when there is none, as in a post.</param>
public sealed record TitledText(string Title, string Text)
{
    public StoryFacts Facts(FoldedText folded, WordRarity rarity)
    {
        folded.Fold(Title.Length == 0 ? Text : $"{Title}\n{Text}");
        return StoryFacts.Of(folded, rarity, Title.Length);
    }
}
