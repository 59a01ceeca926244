using Tarazy.TransparencyLog.Tiles;

namespace Tarazy.Tests.TransparencyLog;

public class TilePathTests
{
    [Theory]
    [InlineData("tile/0/x001/x234/067", 0, 1_234_067, 256)] // the example of C2SP tlog-tiles
    [InlineData("tile/0/000.p/112", 0, 0, 112)]
    [InlineData("tile/1/x001/000.p/1", 1, 1000, 1)]
    [InlineData("tile/63/000", 63, 0, 256)]
    [InlineData("tile/entries/273.p/112", -1, 273, 112)]
    public void A_name_is_read_and_written_as_the_format_says(string text, int level, long index, int width)
    {
        var path = TilePath.Parse(text);
        Assert.NotNull(path);
        Assert.Equal((level, index, width), (path.Value.Level, path.Value.Index, path.Value.Width));
        Assert.Equal(text, path.Value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile/0/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/x000/067")]
    [InlineData("tile/0/001/067")]
    [InlineData("tile/0/x001/x067")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/ 00")]
    [InlineData("tile/entries/../../lock")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("checkpoint")]
    public void Any_other_spelling_names_no_tile(string text) => Assert.Null(TilePath.Parse(text));

    [Theory]
    [InlineData(0, 272, 256)]
    [InlineData(0, 273, 112)]
    [InlineData(0, 274, 0)]
    [InlineData(1, 0, 256)]
    [InlineData(1, 1, 17)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0, 0)]
    [InlineData(63, 0, 0)]
    public void A_tree_of_70000_has_the_widths_of_the_vectors(int level, long index, int width) =>
        Assert.Equal(width, TilePath.Hashes(level, index, 256).WidthAt(70_000));
}
