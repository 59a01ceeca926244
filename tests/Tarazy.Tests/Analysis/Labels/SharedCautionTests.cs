using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Tests.Analysis.Labels;

public class SharedCautionTests
{
    /// <summary>Row i scores 1 - i/1000 for every label.</summary>
    private static readonly float[] Falling = [.. Enumerable.Range(0, 1_000).Select(row => 1 - (row / 1_000f))];

    [Fact]
    public void A_label_of_few_texts_leans_on_the_others_and_one_of_many_hardly()
    {
        // The rare label says four for one that is true, the frequent one as many as there are.
        LabelThresholds[] own = [At(200), At(40)];
        var shared = SharedCaution.Of(own, [Falling, Falling], [Truths(200), Truths(10)]);
        Assert.InRange(Said(shared[0]), 195, 225);
        Assert.InRange(Said(shared[1]), 10, 20);
    }

    [Fact]
    public void Labels_that_agree_keep_their_thresholds()
    {
        LabelThresholds[] own = [At(120), At(24)];
        var shared = SharedCaution.Of(own, [Falling, Falling], [Truths(100), Truths(20)]);
        Assert.Equal([120, 24], shared.Select(Said));
    }

    [Fact]
    public void A_label_that_is_never_said_stays_so()
    {
        LabelThresholds[] own = [At(120), new(float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity)];
        Assert.Equal(float.PositiveInfinity, SharedCaution.Of(own, [Falling, Falling], [Truths(100), Truths(2)])[1].Best);
    }

    [Fact]
    public void A_label_without_truths_keeps_its_own_threshold()
    {
        LabelThresholds[] own = [At(120), At(40)];
        Assert.Equal(40, Said(SharedCaution.Of(own, [Falling, Falling], [Truths(100), Truths(0)])[1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Too_few_rows_to_cut_between_change_nothing(int rows)
    {
        LabelThresholds[] own = [At(120), At(40)];
        Assert.Equal(own, SharedCaution.Of(own, [Falling[..rows], Falling[..rows]], [Truths(rows)[..rows], Truths(rows)[..rows]]));
    }

    private static LabelThresholds At(int said) => new((Falling[said - 1] + Falling[said]) / 2, float.PositiveInfinity, float.PositiveInfinity);

    private static int Said(LabelThresholds thresholds) => Falling.Count(score => score >= thresholds.Best);

    private static bool[] Truths(int count) => [.. Enumerable.Range(0, 1_000).Select(row => row < count)];
}
