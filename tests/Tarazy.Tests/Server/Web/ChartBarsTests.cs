using CsCheck;
using Tarazy.Records.Cases;
using Tarazy.Server.Public.Register;

namespace Tarazy.Tests.Server.Web;

public sealed class ChartBarsTests
{
    private const double Width = 1040;

    [Fact]
    public void Bars_are_in_proportion_and_stay_inside_the_picture() =>
        Gen.Select(Gen.Int[0, 50_000], Gen.Int[0, 900].Array[7]).Sample((left, acted) =>
        {
            var bars = ChartBars.Of(Figures(left, acted), _ => "label");
            var parts = bars.Parts;
            Assert.All(parts, p => Assert.InRange(p.X + p.Width, 0, Width + 0.01));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(pair.First.LabelX < pair.Second.LabelX));
            Assert.All(parts, p => Assert.Equal(parts[0].Width / parts[0].Count, p.Width / p.Count, 6));
        });

    [Fact]
    public void Restraint_is_the_first_bar() => Assert.InRange(ChartBars.Of(Figures(99, [1, 0, 0, 0, 0, 0, 0]), _ => "").LeftAlone, 1025, 1035);

    [Fact]
    public void What_is_said_of_a_bar_stands_in_it_only_where_it_has_room()
    {
        const string label = "0 looked at and left alone, 0.0%";
        Assert.False(ChartBars.Of(Figures(0, [1, 0, 0, 0, 0, 0, 0]), _ => "").Holds(label));
        Assert.False(ChartBars.Of(Figures(1, [9, 0, 0, 0, 0, 0, 0]), _ => "").Holds(label));
        Assert.True(ChartBars.Of(Figures(9, [1, 0, 0, 0, 0, 0, 0]), _ => "").Holds(label));
        Assert.True(ChartBars.Of(Figures(9, new int[7]), _ => "").Holds(label));
    }

    [Fact]
    public void A_bar_that_is_alone_begins_where_the_picture_does() => Assert.Equal(0, ChartBars.Of(Figures(0, [1, 0, 0, 0, 0, 0, 0]), _ => "").Acted);

    private static RegisterFigures Figures(long left, int[] acted)
    {
        var measures = acted.Select((n, i) => ((Measure)(i + 1), (long)n)).Append((Measure.LeaveAlone, left)).ToDictionary(m => m.Item1, m => m.Item2);
        return new(default, default, measures.Values.Sum(), measures, 0, 0, null, 0, 0);
    }
}
