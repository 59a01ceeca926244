using CsCheck;
using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Detect.Labels.Standing;

namespace Tarazy.Tests.Detect.Labels.Sentiment;

public sealed class CorrectedShareTests
{
    private static readonly MeasuredClass Tweets = new(538, 322, 1_535, 215);

    /// <summary>Worked out by a second hand from the formulas of the papers.</summary>
    [Theory]
    [InlineData(30, 100, 100, 95, 100, 5, 0.277778, 0.171682, 0.395849)]
    [InlineData(40, 80, 538, 322, 1_535, 215, 0.785116, 0.392974, 1)]
    [InlineData(2, 80, 337, 216, 1_736, 205, 0, 0, 0.086644)]
    [InlineData(75, 80, 538, 322, 1_535, 215, 1, 0.861899, 1)]
    public void A_share_is_that_of_Rogan_and_Gladen_in_the_wider_of_two_intervals(
        int said, int all, int texts, int found, int others, int wrongly, double value, double low, double high)
    {
        var share = CorrectedShare.Of(said, all, new MeasuredClass(texts, found, others, wrongly));
        Assert.Equal(value, share.Value, 5);
        Assert.Equal(low, share.Low, 5);
        Assert.Equal(high, share.High, 5);
    }

    [Fact]
    public void The_band_holds_the_share_in_95_of_100_drawings_where_the_model_errs_as_it_was_measured()
    {
        var random = new Random(4);
        int Drawn(int of, double share) => Enumerable.Range(0, of).Count(_ => random.NextDouble() < share);
        foreach (var (real, all) in new[] { (0.05, 40), (0.3, 40), (0.3, 300), (0.7, 80) })
        {
            var held = 0;
            for (var draw = 0; draw < 500; draw++)
            {
                var measured = new MeasuredClass(538, Drawn(538, 0.6), 1_535, Drawn(1_535, 0.14));
                var share = CorrectedShare.Of(Drawn(all, (real * 0.6) + ((1 - real) * 0.14)), all, measured);
                held += share.Low <= real && real <= share.High ? 1 : 0;
            }

            Assert.True(held >= 470, $"{real} of {all}: {held} of 500");
        }
    }

    [Fact]
    public void A_band_is_in_order_inside_the_chart_and_never_narrower_than_if_the_model_never_erred() =>
        Gen.Select(Gen.Int[1, 400], Gen.Double[0, 1]).Sample((all, part) =>
        {
            var said = (int)Math.Round(part * all);
            var (share, plain) = (CorrectedShare.Of(said, all, Tweets), new Share(said, all));
            Assert.InRange(share.Value, share.Low, share.High);
            Assert.InRange(share.Low, 0, Math.Max(0, plain.Low));
            Assert.InRange(share.High, Math.Min(1, plain.High), 1);
        });

    [Theory]
    [InlineData(49, 49, 1_000, 0)]
    [InlineData(1_000, 1_000, 49, 0)]
    [InlineData(1_000, 300, 1_000, 100)]
    [InlineData(100, 101, 1_000, 0)]
    [InlineData(100, 90, 1_000, -1)]
    public void A_model_that_was_hardly_measured_or_is_hardly_better_than_chance_corrects_nothing(int texts, int found, int others, int wrongly)
    {
        var measured = new MeasuredClass(texts, found, others, wrongly);
        Assert.False(measured.CanCorrect);
        Assert.Throws<ArgumentException>(() => CorrectedShare.Of(10, 40, measured));
    }
}
