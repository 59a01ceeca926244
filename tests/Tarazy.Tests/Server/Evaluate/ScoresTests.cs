using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Tests.Server.Evaluate;

/// <summary>The measures, against values worked out by hand.</summary>
public class ScoresTests
{
    [Fact]
    public void Macro_f1_counts_only_classes_that_the_answers_have()
    {
        var scores = new ClassScores();
        scores.Add("ru", "ru");
        scores.Add("ru", "uk");
        scores.Add("kk", "kk");
        scores.Add("kk", "mn");

        Assert.Equal(0.5, scores.Accuracy);
        // Each: one right of two, one said: 2·1/(1+2).
        Assert.Equal(2.0 / 3, scores.F1("ru"), 12);
        Assert.Equal(2.0 / 3, scores.MacroF1, 12);
        Assert.Equal(["kk", "ru"], scores.Classes);
    }

    [Fact]
    public void An_empty_set_is_a_class_of_its_own_only_when_it_is_named()
    {
        string[] none = [];
        var named = new LabelScores("none");
        var unnamed = new LabelScores();
        foreach (var scores in new[] { named, unnamed })
        {
            scores.Add(["a"], ["a", "b"]);
            scores.Add(none, none);
            scores.Add(["b"], none);
        }

        // a: 1; b: said once wrongly, missed once: 0; none: said twice, true once: 2/3.
        Assert.Equal((1 + 0 + (2.0 / 3)) / 3, named.MacroF1, 12);
        Assert.Equal(0.5, unnamed.MacroF1, 12);
    }

    [Fact]
    public void Area_under_the_curve_counts_ties_half()
    {
        Assert.Equal(1, RankedScores.Auc([(0.9, true), (0.1, false)]));
        Assert.Equal(0.5, RankedScores.Auc([(0.5, true), (0.5, false)]));
        // Pairs: .8>.5 yes, .8>.2 yes, .5=.5 half, .5>.2 yes: 3.5 of 4.
        Assert.Equal(0.875, RankedScores.Auc([(0.8, true), (0.5, true), (0.5, false), (0.2, false)]), 12);
    }

    [Fact]
    public void A_threshold_for_a_share_lets_no_more_than_that_share_through()
    {
        double[] harmless = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0)];
        var threshold = RankedScores.ThresholdAt(harmless, 0.005);
        Assert.Equal(5, harmless.Count(score => score >= threshold));
    }

    [Fact]
    public void F1_of_a_score_depends_on_its_threshold()
    {
        (double, bool)[] rows = [(0.9, true), (0.6, false), (0.4, true)];
        Assert.Equal(0.5, RankedScores.F1(rows, 0.5), 12);
        Assert.Equal(0.8, RankedScores.F1(rows, 0.3), 12);
    }

    [Fact]
    public void A_character_that_two_spans_share_counts_once()
    {
        var scores = new SpanScores();
        scores.Add([(0, 10)], [(5, 12), (8, 15)]);
        Assert.Equal(0.5, scores.Precision, 12);
        Assert.Equal(0.5, scores.Recall, 12);
        Assert.Equal(0.5, scores.F1, 12);
    }

    [Fact]
    public void A_ranking_is_judged_by_its_first_five_and_queries_without_an_answer_are_left_out()
    {
        var scores = new RankingScores();
        scores.Add(["7"], ["3", "7", "9"]);
        scores.Add([], ["1"]);
        scores.Add(["1", "2"], ["1", "1", "5", "2"]);

        Assert.Equal(2, scores.Queries);
        // First: 1/2. Second, the repeated 1 counting once: (1/1 + 2/3) / 2.
        Assert.Equal((0.5 + ((1 + (2.0 / 3)) / 2)) / 2, scores.Map5, 12);
        Assert.Equal(0.5, scores.PrecisionAt1, 12);
        Assert.Equal(1, scores.RecallAt20, 12);
    }

    [Fact]
    public void Character_errors_do_not_count_case_and_blanks()
    {
        var errors = new CharErrors();
        errors.Add("Жұмыс  бар", "жұмыс\nбар");
        Assert.Equal(0, errors.Rate);
        errors.Add("абв", "аб😀вг");
        Assert.Equal(2.0 / 12, errors.Rate, 12);
    }
}
