using System.Buffers;
using CsCheck;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Text;

public class UnitFolderTests
{
    private static readonly string[] Odd = ["🔥", "👨‍👩‍👧", "𝐛𝐨𝐥𝐝", "\uD83D", "\uDC00", "🅰", "\U000E0041"];
    private static readonly SearchValues<char> OnlyCyrillic = SearchValues.Create("бгджзлцчшщэюя");

    // Ordinary letters in long stretches with everything odd strewn in, so that both roads and their seams are walked.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (12, Gen.String[Gen.Char["абвгдеёжийклмнопрстуфхцчшщьыэюяәғқңөұүһіўїєґҷӯӣ "], 1, 40]),
        (6, Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyzABCXYZ .,:/@'0123456789\n\t"], 1, 40]),
        (2, Gen.String[Gen.Char["ёЁÀßÿ×÷«»—…“”’‘\u00A0\u200B\u0301\u0306\u0308\uFE0Fﬁｆ№½ ıİſ"], 1, 6]),
        (2, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])),
        (2, Gen.String[Gen.Char, 1, 8])).List[0, 12].Select(string.Concat);

    private static readonly Gen<string> CyrillicWords =
        Gen.String[Gen.Char["абвгдежзийклмнопрстуфхцчшщьыэюяaeopcxyKMTHB03"], 1, 20].Where(word => word.AsSpan().ContainsAny(OnlyCyrillic));

    [Fact]
    public void The_vector_roads_and_the_plain_one_fold_alike() => Texts.Sample(text =>
    {
        var plain = Fold(text, UnitFolder.FoldPlain);
        Assert.Equal(plain, Fold(text, UnitFolder.Fold256));
        Assert.Equal(plain, Fold(text, UnitFolder.Fold512));
        Assert.Equal(plain, Fold(text, UnitFolder.Fold));
    });

    [Fact]
    public void Every_unit_of_the_first_plane_folds_alike_on_all_roads()
    {
        for (var block = 0; block < 0x10000; block += 32)
        {
            // Alone in a block of letters, so that the vector road decides by this unit.
            foreach (var unit in Enumerable.Range(block, 32))
            {
                var text = new string('б', 20) + (char)unit + new string('б', 43);
                Assert.Equal(Fold(text, UnitFolder.FoldPlain), Fold(text, UnitFolder.Fold256));
                Assert.Equal(Fold(text, UnitFolder.FoldPlain), Fold(text, UnitFolder.Fold512));
            }
        }
    }

    [Fact]
    public void Folding_what_was_folded_changes_nothing() => Texts.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
    {
        var once = Fold(text, UnitFolder.Fold).Text;
        return Fold(once, UnitFolder.Fold).Text == once;
    });

    [Fact]
    public void Every_folded_span_has_a_place_in_the_original() => Texts.Sample(text =>
    {
        var folded = new FoldedText();
        folded.Fold(text);
        var before = 0;
        foreach (var token in folded.Tokens)
        {
            var (start, length) = folded.ToOriginal(token.Start, token.Length);
            Assert.InRange(start, before, text.Length - 1);
            Assert.InRange(length, 1, text.Length - start);
            before = start;
        }
    });

    [Fact]
    public void A_word_with_a_letter_that_only_Cyrillic_has_never_comes_out_Latin() =>
        CyrillicWords.Sample(word => !HasLatin(word));

    [Fact]
    public void Nor_does_the_word_of_which_only_a_digit_kept_the_scripts_apart() =>
        CyrillicWords.Sample(word => !HasLatin(word), seed: "1Wq4qk8s6ph6", iter: 1);

    [Theory]
    [InlineData("o0жяи")]
    [InlineData("ж0o")]
    [InlineData("o30ж")]
    [InlineData("жя034600000000000000000000000000000000000000000000000000000000000000000000000o")]
    [InlineData("                                                               o0ж")] // the word begins one block, the digit the next
    [InlineData("                                                              o0ж")]
    [InlineData("                                                             o0ж")]
    public void Digits_between_two_scripts_hide_neither(string text) => Assert.False(HasLatin(text));

    private static bool HasLatin(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return folded.Chars.ContainsAnyInRange('a', 'z');
    }

    private delegate int Road(ReadOnlySpan<char> source, Span<char> target, PositionMap map);

    private static (string Text, string Places) Fold(string text, Road road)
    {
        var target = new char[(text.Length * 4) + 64];
        var map = new PositionMap();
        var length = road(text, target, map);
        return (new string(target, 0, length), string.Join(' ', Enumerable.Range(0, length).Select(map.Begin)));
    }
}
