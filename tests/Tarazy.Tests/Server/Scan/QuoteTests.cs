using CsCheck;
using Tarazy.Records.Findings;
using Tarazy.Server.Commands.Scan.Report;

namespace Tarazy.Tests.Server.Scan;

public class QuoteTests
{
    [Fact]
    public void A_short_post_is_quoted_to_the_letter_however_its_evidence_lies()
    {
        var spans = Gen.Select(Gen.Int[-5, 80], Gen.Int[-5, 80]).List[0, 6];
        Gen.Select(Gen.String[Gen.Char["аб \n😀"], 0, 60], spans).Sample((text, evidence) =>
        {
            var parts = Quote.Of(text, [.. evidence.Select(e => new Evidence("slot", e.Item1, e.Item2))]);
            Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        });
    }

    [Fact]
    public void Every_evidence_keeps_its_number_even_where_two_overlap()
    {
        var parts = Quote.Of("один два три", [new Evidence("a", 0, 8), new Evidence("b", 5, 7)]);
        Assert.Equal([1, 2], parts.SelectMany(p => p.Numbers).Order());
        Assert.All(parts.Where(p => p.Text.Trim().Length > 0), p => Assert.True(p.Marked));
    }

    [Fact]
    public void A_long_post_is_shortened_between_words_and_keeps_all_evidence()
    {
        var text = string.Concat(Enumerable.Repeat("слово ", 400)) + "пишите @x_y " + string.Concat(Enumerable.Repeat("конец ", 400));
        var at = text.IndexOf("@x_y", StringComparison.Ordinal);
        var parts = Quote.Of(text, [new Evidence("contact", at, 4)]);
        Assert.Equal("@x_y", Assert.Single(parts, p => p.Marked).Text);
        Assert.InRange(parts.Sum(p => p.Text.Length), 1, 900);
        Assert.Contains(parts, p => p.Text.Contains('…', StringComparison.Ordinal));
        Assert.All(
            parts.SelectMany(p => p.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            word => Assert.Contains(word, new[] { "слово", "конец", "пишите", "@x_y", "…" }));
    }
}
