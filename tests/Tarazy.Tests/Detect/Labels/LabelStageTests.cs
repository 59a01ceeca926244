using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Standing;

namespace Tarazy.Tests.Detect.Labels;

/// <summary>When a label may say more, as a table.</summary>
public class LabelStageTests
{
    [Theory]
    [InlineData(0, 0, 0, null, LabelStage.Cold)]
    [InlineData(19, 5_000, 500, 0.001, LabelStage.Cold)]
    [InlineData(500, 199, 199, 0.001, LabelStage.Cold)]
    [InlineData(20, 200, 0, null, LabelStage.Warming)]
    [InlineData(49, 5_000, 500, 0.001, LabelStage.Warming)]
    [InlineData(500, 5_000, 99, 0.001, LabelStage.Warming)]
    [InlineData(500, 5_000, 500, 0.0201, LabelStage.Warming)]
    [InlineData(500, 5_000, 500, null, LabelStage.Warming)] // an error that nobody could tell is no small error
    [InlineData(50, 200, 100, 0.02, LabelStage.Calibrated)]
    public void A_label_moves_on_at_exact_counts(int positives, int decisions, int audit, double? error, LabelStage stage)
    {
        var counts = new LabelCounts(positives, decisions, audit, error);
        Assert.Equal(stage, counts.Stage);
        Assert.Equal(stage == LabelStage.Calibrated, counts.Needs().Count == 0);
    }

    [Fact]
    public void A_label_says_what_it_still_needs() => Assert.Equal(
        [new LabelNeed("positives", 12, 20), new LabelNeed("decisions", 140, 200)], new LabelCounts(12, 140, 30, null).Needs());

    [Theory]
    [InlineData(20, 0, 0, 20, 1)]
    [InlineData(10, 5, 5, 10, 0.333)] // 20 of 30 agree, half of it by chance
    [InlineData(5, 10, 10, 5, -0.333)]
    public void Kappa_counts_agreement_beyond_chance(int bothYes, int firstYes, int secondYes, int bothNo, double kappa)
    {
        (LabelAnswer, LabelAnswer)[] pairs =
        [
            .. Enumerable.Repeat((LabelAnswer.Yes, LabelAnswer.Yes), bothYes), .. Enumerable.Repeat((LabelAnswer.Yes, LabelAnswer.No), firstYes),
            .. Enumerable.Repeat((LabelAnswer.No, LabelAnswer.Yes), secondYes), .. Enumerable.Repeat((LabelAnswer.No, LabelAnswer.No), bothNo),
        ];
        Assert.Equal(kappa, Agreement.Kappa(pairs)!.Value, 3);
    }

    [Fact]
    public void Nine_pairs_say_nothing_about_agreement() => Assert.Null(Agreement.Kappa([.. Enumerable.Repeat((LabelAnswer.Yes, LabelAnswer.No), 9)]));

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(8, 10, 0.490, 0.943)] // as in Brown, Cai and DasGupta 2001
    [InlineData(50, 50, 0.929, 1)]
    public void A_share_shows_how_far_the_truth_may_be(int of, int all, double low, double high)
    {
        var share = new Share(of, all);
        Assert.Equal((low, high), (Math.Round(share.Low, 3), Math.Round(share.High, 3)));
    }
}
