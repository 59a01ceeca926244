using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Public.Law.Measures;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Measures;

/// <summary>The two drawings of the register: nothing is left out, and nothing lies over anything else.</summary>
public class TimelineTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly IReadOnlyList<StateMeasure> All = StateMeasureRegister.Load(Repository.Path("policies", "state-measures")).Register.All;

    [Fact]
    public void Every_record_is_drawn_once_inside_the_picture()
    {
        var chart = TimelineLayout.Of(All, Today);
        var marks = chart.Families.SelectMany(family => family.Marks).ToList();
        Assert.Equal(All.Select(one => one.Id).Order(StringComparer.Ordinal), marks.Select(mark => mark.Measure.Id).Order(StringComparer.Ordinal));
        Assert.All(marks, mark => Assert.True(mark.X >= 0 && (mark.To ?? mark.X) <= TimelineLayout.Width && mark.Y < chart.Height, mark.Measure.Id));
    }

    [Fact]
    public void No_mark_lies_over_another()
    {
        var marks = TimelineLayout.Of(All, Today).Families.SelectMany(family => family.Marks);
        Assert.All(marks.GroupBy(mark => mark.Y), row =>
        {
            var ordered = row.OrderBy(mark => mark.X).ToList();
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(Math.Max(pair.First.X + 38, pair.First.To ?? 0) <= pair.Second.X, pair.Second.Measure.Id));
        });
    }

    [Theory]
    [InlineData("CN-2015", true)]
    [InlineData("RU-2018", false)]
    public void A_line_runs_to_today_only_where_the_measure_stands(string id, bool open)
    {
        var chart = TimelineLayout.Of(All, Today);
        var mark = chart.Families.SelectMany(family => family.Marks).Single(one => one.Measure.Id == id);
        Assert.Equal(open, mark.Open);
        Assert.Equal(open, mark.To == chart.TodayX);
    }

    [Fact]
    public void A_measure_of_today_still_has_room_for_its_code()
    {
        var mark = Assert.Single(Assert.Single(TimelineLayout.Of([All[0] with { Date = Parse("2026-12-31") }], Today).Families).Marks);
        Assert.True(mark.X + 38 <= TimelineLayout.Width);
    }

    [Fact]
    public void Every_jurisdiction_has_a_tile_of_its_own_and_one_that_nobody_placed_as_well()
    {
        var countries = CountryStanding.On([.. All, All[0] with { Id = "ZZ-1", Country = "ZZ" }], Today);
        var tiles = TileMap.Of(countries).ToList();
        Assert.Equal(countries.Count, tiles.Select(tile => (tile.Column, tile.Row)).Distinct().Count());
        Assert.All(tiles, tile => Assert.True(tile.Column < TileMap.Columns && tile.Row < TileMap.Rows(countries)));
    }

    private static Tarazy.Policy.Law.PartialDate Parse(string text) =>
        Tarazy.Policy.Law.PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
