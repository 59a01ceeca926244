using CsCheck;
using Tarazy.Records.Findings;
using Tarazy.Server.Web.Quotes;
using Tarazy.Tests.Server.Web.Invented;

namespace Tarazy.Tests.Server.Web;

public sealed class MarkedTextTests
{
    [Fact]
    public void Every_span_of_evidence_is_marked_and_numbered_once()
    {
        var pieces = MarkedText.Paragraphs(InventedPost.Text, InventedPost.Evidence).SelectMany(p => p).ToList();

        Assert.Equal([1, 2, 3, 4, 5, 6], pieces.SelectMany(p => p.Numbers));
        Assert.Contains(pieces, p => p is { Text: "к0нтр@кт", Restored: "контракт", Marked: true });
    }

    [Fact]
    public void A_span_inside_another_keeps_both_numbers()
    {
        var pieces = MarkedText.Paragraphs("abcdef", [new("a", 0, 6), new("b", 2, 2)])[0];

        Assert.Equal([("ab", ""), ("cd", "2"), ("ef", "1")], pieces.Select(p => (p.Text, string.Join(',', p.Numbers))));
        Assert.All(pieces, p => Assert.True(p.Marked));
    }

    [Fact]
    public void A_disguised_word_stays_whole_when_another_span_ends_inside_it()
    {
        var pieces = MarkedText.Paragraphs("one w0rd two", [new("a", 4, 4, "word"), new("b", 0, 6)])[0];

        Assert.Contains(pieces, p => p is { Text: "w0rd", Restored: "word" });
    }

    [Fact]
    public void Half_of_a_letter_is_never_cut_off()
    {
        var pieces = MarkedText.Paragraphs("a😀b", [new("x", 2, 1)])[0];

        Assert.All(pieces, p => Assert.False(char.IsLowSurrogate(p.Text[0]) || char.IsHighSurrogate(p.Text[^1])));
    }

    [Fact]
    public void The_words_come_out_whole_whatever_the_spans_say()
    {
        var spans = Gen.Select(Gen.Int[-3, 40], Gen.Int[-3, 40], Gen.Bool).Array[0, 6];
        Gen.Select(Gen.String[Gen.Char["ab к😀\n"], 0, 30], spans).Sample((text, chosen) =>
        {
            Evidence[] evidence = [.. chosen.Select(s => new Evidence("x", s.Item1, s.Item2, s.Item3 ? "plain" : null))];
            var shown = string.Concat(MarkedText.Paragraphs(text, evidence).SelectMany(p => p).Select(p => p.Text));
            return Squeezed(shown) == Squeezed(text);
        });
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
