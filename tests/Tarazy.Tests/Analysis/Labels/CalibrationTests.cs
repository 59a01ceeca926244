using Tarazy.Analysis.Labels;

namespace Tarazy.Tests.Analysis.Labels;

public class CalibrationTests
{
    [Fact]
    public void Reviewed_scores_give_back_the_probability_they_were_drawn_with()
    {
        var calibration = Calibration.Fit([.. Drawn(20_000, _ => true).Select(one => one with { Weight = 1 })])!.Value;
        Assert.Equal(0.5, calibration.Probability(1), 0.03);
        Assert.Equal(1 / (1 + Math.Exp(2)), calibration.Probability(0), 0.03);
    }

    [Fact]
    public void Posts_picked_from_the_top_do_not_raise_the_probability_when_they_are_weighed()
    {
        // Above a score of 1 every post is reviewed, below it one of twenty.
        var random = new Random(3);
        ReviewedScore[] reviewed = [.. Drawn(40_000, score => score > 1 || random.NextDouble() < 0.05)];
        var weighed = Calibration.Fit(reviewed)!.Value;
        Assert.Equal(1 / (1 + Math.Exp(2)), weighed.Probability(0), 0.04);
    }

    [Fact]
    public void Without_one_of_the_two_answers_there_is_no_probability() =>
        Assert.Null(Calibration.Fit([new ReviewedScore(1, true), new ReviewedScore(2, true)]));

    private static IEnumerable<ReviewedScore> Drawn(int count, Func<float, bool> reviewed)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
        {
            var score = (float)((random.NextDouble() * 6) - 3);
            var yes = random.NextDouble() < 1 / (1 + Math.Exp(2 - (2 * score)));
            if (reviewed(score))
            {
                yield return new ReviewedScore(score, yes, score > 1 ? 1 : 20);
            }
        }
    }
}
