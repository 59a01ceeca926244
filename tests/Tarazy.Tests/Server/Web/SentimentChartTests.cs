using System.Globalization;
using System.Text.RegularExpressions;
using Tarazy.Server.Workbench.Channels;
using Tarazy.Tests.Server.Web.Invented;

namespace Tarazy.Tests.Server.Web;

public sealed partial class SentimentChartTests
{
    [Fact]
    public void A_line_breaks_where_too_few_posts_are_and_a_bucket_alone_has_a_bar()
    {
        // 40, 60, gap, 44 alone, gap, 80, 90, 31
        var chart = SentimentChart.Negative(InventedChannel.In(null).Lines[1]);
        Assert.Equal(3, chart.Line.Count(c => c == 'M'));
        Assert.Equal(2, chart.Band.Count(c => c == 'Z'));
        Assert.Equal(3, chart.Bars.Count(c => c == 'M'));
        Assert.Equal(6, chart.Points.Count());
    }

    [Fact]
    public void Whatever_is_drawn_stays_inside_the_picture()
    {
        var chart = SentimentChart.Positive(InventedChannel.In(null).Lines[1]);
        foreach (var path in (string[])[chart.Line, chart.Band])
        {
            var places = Number().Matches(path).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
            Assert.NotEmpty(places);
            Assert.All(places.Where((_, i) => i % 2 == 0), x => Assert.InRange(x, SentimentChart.Left, SentimentChart.Width));
            Assert.All(places.Where((_, i) => i % 2 == 1), y => Assert.InRange(y, SentimentChart.Top, SentimentChart.Bottom));
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
