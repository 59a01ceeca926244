using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Tests.Analysis.Labels;

public class JointScoreTests
{
    private const int Rows = 60;

    private static readonly bool[] Yes = [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0)];

    // Column 0 tells the first label; column 1, which the second was learnt from, tells nothing.
    private static readonly float[][] Texts = [.. Enumerable.Range(0, Rows).Select(row => (float[])[(Yes[row] ? 0.6f : -0.4f) + (row % 7 * 0.15f), row * 37 % 11 * 0.1f])];

    private static readonly Learnt Alone = new(
        "alone", [[1, 0], [0, 1]], [0.1f, -0.2f], [[.. Texts.Select(text => text[0] + 0.1f)], [.. Texts.Select(text => text[1] - 0.2f)]]);

    [Fact]
    public void A_label_that_comes_with_another_is_found_by_the_others_words()
    {
        var scores = JointScores.Of(Alone, [Yes, Yes]).LeftOut[1];
        Assert.True(Mean(scores, yes: true) > Mean(scores, yes: false) + 1);
    }

    [Fact]
    public void Joined_labels_are_still_one_linear_model()
    {
        var joined = JointScores.Of(Alone, [Yes, Yes]);
        for (var label = 0; label < 2; label++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var sum = joined.Biases[label] + (joined.Weights[label][0] * Texts[row][0]) + (joined.Weights[label][1] * Texts[row][1]);
                Assert.Equal(joined.LeftOut[label][row], sum, 1e-3f);
            }
        }
    }

    [Fact]
    public void A_threshold_lies_between_what_is_and_what_is_not()
    {
        float[] scores = [.. Enumerable.Range(0, Rows).Select(row => Yes[row] ? 2f + (row * 0.01f) : row * 0.01f)];
        Assert.InRange(ThresholdSearch.Of(scores, Yes, 0.02).Best, 0.6f, 2.01f);
    }

    private static double Mean(float[] scores, bool yes) => scores.Where((_, row) => Yes[row] == yes).Average();
}
