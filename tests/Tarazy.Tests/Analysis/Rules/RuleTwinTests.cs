using CsCheck;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

public class RuleTwinTests
{
    private static readonly string[] Others =
    [
        "и", "в", "на", "сегодня", "город", "people", "кеше", "жаңа", "200 000 тг", "300$", "@invented_name", "+7 700 000 00 01", "https://invented.example/x", "24 часа", "до 18:00",
        "15%", "20 пайыз", "за 300 000,", "t.me/invented_name", "🔥", "\n", "контрактами", "ра\u200Bбота", "o‘zbek",
    ];

    /// <summary>Every word and phrase of every rule, stems with an ending, and words of no rule.</summary>
    private static readonly string[] Pieces =
    [
        .. Lexicons.Shipped.Book.Rules.SelectMany(rule => rule.Frame.SelectMany(slot => slot.Terms)).Select(term => term.Key.Replace("*", "ам", StringComparison.Ordinal)).Distinct(),
        .. Lexicons.Shipped.Book.Rules.SelectMany(rule => rule.Weaken).Select(term => term.Key.Replace("*", "", StringComparison.Ordinal)).Distinct().Take(20),
        "осуждены",
    ];

    private static readonly Gen<string> Post = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Int[0, Others.Length - 1].Select(i => Others[i]))
        .Array[1, 30].Select(pieces => string.Join(' ', pieces));

    /// <summary>Posts that are nearly a find: words of one rule only.</summary>
    private static readonly Gen<string> Near = Gen.Int[0, Lexicons.Shipped.Book.Rules.Count - 1].SelectMany(rule =>
        Gen.OneOf(PieceOf(Lexicons.Shipped.Book.Rules[rule]), Gen.Int[0, Others.Length - 1].Select(i => Others[i])).Array[3, 20].Select(pieces => string.Join(' ', pieces)));

    [Fact]
    public void The_fast_book_finds_what_the_plain_reading_finds()
    {
        var found = 0;
        Gen.OneOf(Post, Near).Sample(
            post =>
            {
                var text = new FoldedText();
                text.Fold(post);
                var plain = PlainRules.Look(Lexicons.Shipped.Book.Rules, text).Order(StringComparer.Ordinal).ToArray();
                var fast = Lexicons.Look(post).Select(PlainRules.Line).Order(StringComparer.Ordinal).ToArray();
                Interlocked.Add(ref found, fast.Length);
                return plain.SequenceEqual(fast);
            },
            iter: 400,
            threads: 2);
        Assert.True(found > 20, $"only {found} posts were a find: the property would hold for a book that finds nothing");
    }

    private static Gen<string> PieceOf(WatchRule rule)
    {
        string[] pieces = [.. rule.Frame.SelectMany(slot => slot.Terms).Select(term => term.Key.Replace("*", "ам", StringComparison.Ordinal))];
        return Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
    }
}
