using CsCheck;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Tests.Analysis.Labels;

public class LearningTests
{
    [Fact]
    public void A_factor_times_itself_is_the_matrix_at_any_size() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 1000]).Sample((n, seed) =>
        {
            var matrix = Positive(n, seed);
            var factor = (float[])matrix.Clone();
            Triangle.Factor(factor, n, threads: 2);
            for (var i = 0; i < n; i += 7)
            {
                for (var j = 0; j <= i; j += 5)
                {
                    double sum = 0;
                    for (var k = 0; k <= j; k++)
                    {
                        sum += (double)factor[(i * n) + k] * factor[(j * n) + k];
                    }

                    Assert.Equal(matrix[(i * n) + j], sum, 0.01 * n);
                }
            }
        }, iter: 20);

    [Fact]
    public void A_matrix_that_is_not_positive_is_refused() =>
        Assert.Throws<ArithmeticException>(() => Triangle.Factor([1, 2, 2, 1], 2, threads: 1));

    [Fact]
    public void The_products_of_rows_are_those_worked_out_one_by_one()
    {
        var rows = Features(InventedPosts.Rows(40));
        var gram = Gram.Of(rows, threads: 2);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Assert.Equal(Product(rows, i, j) + 1, gram[(i * rows.Count) + j], 1e-4);
            }
        }
    }

    [Fact]
    public void A_score_left_out_is_that_of_a_model_which_never_saw_the_row()
    {
        var posts = InventedPosts.Rows(60);
        var all = new KernelRidge(Features(posts), 1, Ones(60), threads: 1);
        float[] y = [.. posts.Select(post => post.Labels[0] == "sells" ? 1f : -1f)];
        int[][] groups = [[0, 1, 2], .. Enumerable.Range(3, 57).Select(row => (int[])[row])];
        var leftOut = all.LeftOut(y, all.Alphas(y), groups);

        foreach (var group in (int[][])[[0, 1, 2], [17]])
        {
            // Weights of next to nothing take the rows out without changing the features.
            var weights = Ones(60);
            foreach (var row in group)
            {
                weights[row] = 1e-7f;
            }

            var rows = Features(posts);
            var alphas = new KernelRidge(rows, 1, weights, threads: 1).Alphas(y);
            foreach (var row in group)
            {
                var score = Enumerable.Range(0, 60).Where(other => !group.Contains(other)).Sum(other => alphas[other] * (Product(rows, row, other) + 1));
                Assert.Equal(score, leftOut[row], 2e-3);
            }
        }
    }

    [Fact]
    public void A_text_its_readers_were_not_of_one_mind_about_teaches_less_than_one_they_agreed_on()
    {
        var posts = InventedPosts.Rows(60);
        LabelRow[] doubted = [.. posts.Select(post => post.Labels[0] == "sells" ? post with { Shares = new Dictionary<string, float> { ["sells"] = 0.6f } } : post)];
        Assert.True(Mean(doubted) < Mean(posts) - 0.3, $"{Mean(doubted)} and {Mean(posts)}");

        static double Mean(LabelRow[] rows)
        {
            var training = LabelTrainer.Train(rows, new LabelTrainerOptions { Labels = ["sells"], Learner = LabelLearner.KernelRidge });
            return Enumerable.Range(0, rows.Length).Where(row => rows[row].Labels[0] == "sells").Average(row => training.Report.Scores[0][row]);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dual_descent_tells_two_kinds_of_posts_apart(bool logistic)
    {
        var posts = InventedPosts.Rows(200);
        var rows = Features(posts);
        bool[] yes = [.. posts.Select(post => post.Labels[0] == "sells")];
        var descent = new DualDescent(rows, seed: 3);
        var (weights, bias) = descent.Fit([.. Enumerable.Range(0, 150)], yes, Ones(200), logistic, rounds: 20);
        var right = Enumerable.Range(150, 50).Count(row => descent.Score(weights, bias, row) > 0 == yes[row]);
        Assert.True(right >= 48, $"{right} of 50");
    }

    [Fact]
    public void A_set_sorted_by_class_is_learnt_as_well_as_a_mixed_one()
    {
        var rows = InventedPosts.Rows(300).OrderBy(row => row.Labels[0], StringComparer.Ordinal).ToArray();
        var options = new LabelTrainerOptions { Learner = LabelLearner.Logistic, Exclusive = true };
        Assert.True(LabelTrainer.Train(rows, options).Report.MacroF1 > 0.95);
    }

    [Fact]
    public void What_is_tuned_to_be_right_most_often_says_a_doubtful_rare_label_less_often_than_what_is_tuned_for_the_mean()
    {
        // Of the ten texts with the higher score three are of the rare label, of the ninety others none.
        float[] rare = [.. Enumerable.Range(0, 100).Select(row => row < 10 ? 0.5f : 0)];
        float[] frequent = [.. Enumerable.Repeat(0.6f, 100)];
        int[] truth = [.. Enumerable.Range(0, 100).Select(row => row < 3 ? 0 : 1)];
        Assert.False(RareWins(LabelAim.Accuracy));
        Assert.True(RareWins(LabelAim.MeanF1));

        bool RareWins(LabelAim aim) => ThresholdSearch.Offsets([rare, frequent], truth, aim) is var offsets && rare[0] - offsets[0] > frequent[0] - offsets[1];
    }

    private static SparseRows Features(LabelRow[] posts)
    {
        string[] texts = [.. posts.Select(post => post.Text)];
        return SparseRows.Of(texts, FeatureSet.Quality, Weighing.Learn(texts, FeatureSet.Quality));
    }

    private static double Product(SparseRows rows, int a, int b)
    {
        var second = new Dictionary<int, float>();
        for (var i = 0; i < rows.Columns(b).Length; i++)
        {
            second[rows.Columns(b)[i]] = rows.Values(b)[i];
        }

        double sum = 0;
        for (var i = 0; i < rows.Columns(a).Length; i++)
        {
            sum += rows.Values(a)[i] * second.GetValueOrDefault(rows.Columns(a)[i]);
        }

        return sum;
    }

    private static float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];

    private static float[] Positive(int n, int seed)
    {
        var random = new Random(seed);
        float[] root = [.. Enumerable.Range(0, n * 8).Select(_ => (float)(random.NextDouble() - 0.5))];
        var matrix = new float[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = Enumerable.Range(0, 8).Sum(k => root[(i * 8) + k] * root[(j * 8) + k]) + (i == j ? 1 : 0);
            }
        }

        return matrix;
    }
}
