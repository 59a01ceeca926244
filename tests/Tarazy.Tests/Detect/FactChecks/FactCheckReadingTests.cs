using System.Text;
using Tarazy.Detect.FactChecks;
using Tarazy.Detect.FactChecks.Reading;
using Tarazy.TestKit;

namespace Tarazy.Tests.Detect.FactChecks;

public sealed class FactCheckReadingTests : IDisposable
{
    private const string Review =
        """{"@context":"https://schema.org","@type":"ClaimReview","url":"https://derek.example/1","claimReviewed":"The goose closed the pool.","author":{"@type":"Organization","name":"Derek"},"reviewRating":{"@type":"Rating","alternateName":"False","ratingValue":"1","bestRating":5,"worstRating":1},"datePublished":"2026-11-11T10:00:00+05:00","itemReviewed":{"@type":"Claim","author":{"name":"A channel"},"datePublished":"2026-11-10","firstAppearance":{"url":"https://t.me/x/1"},"appearance":["https://t.me/y/2"]}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-checks-");

    public static TheoryData<string, string> Shapes => new()
    {
        { "one.json", Review },
        { "array.json", $"[{Review}]" },
        { "graph.jsonld", $$"""{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{{Review}}]}""" },
        { "feed.json", $$"""{"@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[{{Review}}]}]}""" },
        { "lines.jsonl", Review + "\n" },
        { "mark.json", "\uFEFF" + Review },
        { "commas.json", Review.Replace("\"worstRating\":1}", "\"worstRating\":1,}", StringComparison.Ordinal) },
        { "type.json", Review.Replace("\"ClaimReview\"", "[\"schema:ClaimReview\",\"Article\"]", StringComparison.Ordinal) },
        { "page.html", $"<!doctype html><html><head><script type='application/ld+json; charset=utf-8'>{Review}</script><script>alert(1)</script></head></html>" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_that_publishers_write_is_read_to_the_same_fact_check(string file, string content)
    {
        var check = Assert.IsType<FactCheckItem.Read>(Assert.Single(Read(file, content))).Check;
        Assert.Equal("The goose closed the pool.", check.Claim);
        Assert.Equal(("False", 1m, 5m, 1m), (check.Rating, check.RatingValue, check.BestRating, check.WorstRating));
        Assert.Equal(("Derek", new DateOnly(2026, 11, 11), "https://derek.example/1"), (check.Publisher, check.PublishedOn, check.Url));
        Assert.Equal(("A channel", new DateOnly(2026, 11, 10)), (check.Claimant, check.ClaimedOn));
        Assert.Equal(["https://t.me/x/1", "https://t.me/y/2"], check.Appearances);
    }

    [Fact]
    public void Several_reviews_of_one_page_are_several_fact_checks()
    {
        var second = Review.Replace("The goose closed", "The goose bought", StringComparison.Ordinal);
        var items = Read("two.html", $"<script type='application/ld+json'>[{Review},\n{second}]</script>");
        Assert.Equal(2, items.OfType<FactCheckItem.Read>().Select(r => r.Check.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("claimReviewed", "claim")]
    [InlineData("reviewRating", "rating")]
    [InlineData("author", "who checked")]
    public void A_record_without_what_is_needed_is_refused_by_itself_with_file_line_and_reason(string without, string why)
    {
        var broken = Review.Replace($"\"{without}\"", "\"somethingElse\"", StringComparison.Ordinal);
        var items = Read("mixed.json", $"[\n{Review},\n{broken}\n]");
        Assert.Single(items.OfType<FactCheckItem.Read>());
        var refused = Assert.Single(items.OfType<FactCheckItem.Refused>());
        Assert.Equal(3, refused.Line);
        Assert.StartsWith("mixed.json:3: ", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains(why, refused.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut.json", "[\n{\"@type\":\"ClaimReview\",", 2)]
    [InlineData("none.json", "{\"@type\":\"Article\"}", 0)]
    [InlineData("none.html", "<p>nothing</p>", 0)]
    [InlineData("empty.csv", "", 0)]
    [InlineData("columns.csv", "a,b\n1,2", 1)]
    [InlineData("strange.xml", "<x/>", 0)]
    public void A_file_with_nothing_to_read_is_refused_whole(string file, string content, int line) =>
        Assert.Equal(line, Assert.IsType<FactCheckItem.Refused>(Assert.Single(Read(file, content))).Line);

    [Fact]
    public void A_file_over_the_limit_is_refused_unread()
    {
        var path = Path.Combine(_folder.FullName, "large.json");
        File.WriteAllText(path, Review);
        Assert.IsType<FactCheckItem.Refused>(Assert.Single(FactCheckFiles.Read(path, new FactCheckOptions { LargestFile = 10 })));
    }

    [Theory]
    [InlineData(",", false)]
    [InlineData(";", false)]
    [InlineData("\t", false)]
    [InlineData(";", true)] // a spreadsheet's own Cyrillic
    public void A_table_is_read_whatever_its_delimiter_and_encoding(string delimiter, bool windows)
    {
        var text = string.Join(delimiter, "Claim", "Rating", "Publisher", "URL", "Published") + "\r\n"
            + string.Join(delimiter, "\"Гусь, который \"\"закрыл\"\"\nбассейн\"", "Ложь", "Дерек", "https://derek.example/2", "11.11.2026") + "\r\n"
            + string.Join(delimiter, "", "Ложь", "Дерек", "", "") + "\r\n"
            + string.Join(delimiter, "Без ячеек", "Ложь");
        var items = Read("table.csv", windows ? Windows1251(text) : Encoding.UTF8.GetBytes(text));
        var check = Assert.Single(items.OfType<FactCheckItem.Read>()).Check;
        Assert.Equal("Гусь, который \"закрыл\"\nбассейн", check.Claim);
        Assert.Equal(new DateOnly(2026, 11, 11), check.PublishedOn);
        Assert.Equal([4, 5], items.OfType<FactCheckItem.Refused>().Select(r => r.Line));
    }

    [Fact]
    public void The_sample_is_read_whole() =>
        Assert.Equal(6, FactCheckFiles.Read(Repository.Path("samples", "steppe", "fact-checks.json"), new FactCheckOptions()).OfType<FactCheckItem.Read>().Count());

    private List<FactCheckItem> Read(string file, string content) => Read(file, Encoding.UTF8.GetBytes(content));

    private List<FactCheckItem> Read(string file, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllBytes(path, content);
        return [.. FactCheckFiles.Read(path, new FactCheckOptions())];
    }

    private static byte[] Windows1251(string text) =>
        [.. text.Select(c => c is >= 'А' and <= 'я' ? (byte)(c - 'А' + 0xC0) : (byte)c)];
}
