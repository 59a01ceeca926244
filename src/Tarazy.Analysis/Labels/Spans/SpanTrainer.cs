using System.Globalization;
using Tarazy.Analysis.Labels.Learning;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>
/// Learns to mark passages in four steps: a model of whole texts, one of sentences, one of words among their neighbours, and a last one that
/// weighs what the three say. The last learns only from answers of models that had not seen the text.
/// </summary>
public static class SpanTrainer
{
    private const string Label = "marked";
    private const int Folds = 3;
    private const int WordRounds = 5;
    private const int StackRounds = 6;
    private const float WordCost = 0.05f;
    private const float StackCost = 0.0005f;

    /// <param name="rows">Texts with their marked passages, in UTF-16 units.</param>
    /// <param name="threads">How many threads may work.</param>
    public static SpanModel Train(IReadOnlyList<SpanRow> rows, int threads = 2)
    {
        var folded = new FoldedText();
        TextParts[] parts = [.. rows.Select(row => TextParts.Of(row.Text, folded))];
        var texts = LabelTrainer.Train(
            [.. rows.Select(row => new LabelRow(row.Text, row.Yes ? [Label] : []))],
            new LabelTrainerOptions { Features = FeatureSet.Quality with { StemLength = 5, Style = 0.1f }, Threads = threads });
        var sentences = LabelTrainer.Train([.. SentenceRows(rows, parts)], SentenceOptions(threads));
        bool[] marked = [.. parts.SelectMany((text, i) => text.Tokens.Select(token => IsMarked(rows[i], token)))];
        var words = Words(parts, marked);
        var signs = Signs(parts, texts.Report.Scores[0], sentences.Report.Scores[0], words.LeftOut);
        var bins = BinnedSigns.Learn(signs);
        var binned = bins.Rows(signs);
        var (stack, bias) = new DualDescent(binned, 7).Fit([.. Enumerable.Range(0, marked.Length)], marked, Costs(marked.Length, StackCost), logistic: true, StackRounds);
        var unset = new SpanWeights(words.Weights, words.Bias, bins, ByTableRow(stack, binned), bias, 0);
        var weights = unset with { Threshold = Threshold(parts, rows, unset.Scores(signs)) };
        return new SpanModel(new SpanParts(texts.Model, sentences.Model, weights));
    }

    private static LabelTrainerOptions SentenceOptions(int threads) => new()
    {
        Features = FeatureSet.Quality with { StemLength = 5, Style = 0.1f },
        Learner = LabelLearner.SupportVectors,
        Cost = 0.05f,
        Folds = Folds,
        Threads = threads,
    };

    /// <summary>A sentence is marked when half of it is.</summary>
    private static IEnumerable<LabelRow> SentenceRows(IReadOnlyList<SpanRow> rows, TextParts[] parts)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var sentence in parts[i].Sentences)
            {
                var covered = rows[i].Spans.Sum(span => Math.Max(0, Math.Min(span.End, sentence.End) - Math.Max(span.Start, sentence.Start)));
                var yes = 2 * covered >= sentence.End - sentence.Start;
                yield return new LabelRow(rows[i].Text[sentence.Start..sentence.End], yes ? [Label] : [], Group: i.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsMarked(SpanRow row, PartToken token)
    {
        var middle = (token.Start + token.End) / 2;
        foreach (var span in row.Spans)
        {
            if (span.Start <= middle && middle < span.End)
            {
                return true;
            }
        }

        return false;
    }

    private static (float[] Weights, float Bias, float[] LeftOut) Words(TextParts[] parts, bool[] marked)
    {
        var rows = TokenRows.All(parts);
        var descent = new DualDescent(rows, 5);
        int[] foldOf = [.. parts.SelectMany((text, i) => text.Tokens.Select(_ => i % Folds))];
        var costs = Costs(marked.Length, WordCost);
        var leftOut = new float[marked.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (some, shift) = descent.Fit([.. Enumerable.Range(0, marked.Length).Where(row => foldOf[row] != fold)], marked, costs, logistic: true, WordRounds);
            for (var row = 0; row < leftOut.Length; row++)
            {
                leftOut[row] = foldOf[row] == fold ? descent.Score(some, shift, row) : leftOut[row];
            }
        }

        var (weights, bias) = descent.Fit([.. Enumerable.Range(0, marked.Length)], marked, costs, logistic: true, WordRounds);
        return (ByTableRow(weights, rows), bias, leftOut);
    }

    private static float[] Signs(TextParts[] parts, float[] texts, float[] sentences, float[] words)
    {
        var signs = new List<float>(words.Length * StackedSigns.Count);
        int sentence = 0, word = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var (count, tokens) = (parts[i].Sentences.Count, parts[i].Tokens.Length);
            signs.AddRange(StackedSigns.Of(parts[i], texts[i], sentences.AsSpan(sentence, count), words.AsSpan(word, tokens)));
            sentence += count;
            word += tokens;
        }

        return [.. signs];
    }

    /// <summary>The threshold with the best F1 over letters.</summary>
    private static float Threshold(TextParts[] parts, IReadOnlyList<SpanRow> rows, float[] scores)
    {
        float best = 0;
        double bestF1 = 0;
        for (var threshold = -2.5f; threshold < 1.5f; threshold += 0.05f)
        {
            long both = 0, said = 0, truth = 0;
            var word = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                var spans = SpanModel.Join(parts[i], scores.AsSpan(word, parts[i].Tokens.Length), threshold);
                word += parts[i].Tokens.Length;
                said += spans.Sum(span => span.End - span.Start);
                truth += rows[i].Spans.Sum(span => span.End - span.Start);
                both += spans.Sum(a => rows[i].Spans.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
            }

            var f1 = 2.0 * both / Math.Max(1, said + truth);
            (bestF1, best) = f1 > bestF1 ? (f1, threshold) : (bestF1, best);
        }

        return best;
    }

    private static float[] ByTableRow(float[] weights, SparseRows rows)
    {
        var table = new float[rows.TableSize];
        for (var column = 0; column < weights.Length; column++)
        {
            table[rows.TableRows[column]] = weights[column];
        }

        return table;
    }

    private static float[] Costs(int rows, float cost)
    {
        var costs = new float[rows];
        Array.Fill(costs, cost);
        return costs;
    }
}
