using CsCheck;
using Tarazy.Detect.Stories;

namespace Tarazy.Tests.Detect;

public class TextDiffTests
{
    [Fact]
    public void A_changed_word_is_shown_as_removed_and_added_between_what_stayed()
    {
        var parts = TextDiff.Between("Завтра банки закроются", "Завтра банки не закроются навсегда");
        Assert.Equal(
            [
                new DiffPart(DiffKind.Same, "Завтра банки "),
                new DiffPart(DiffKind.Added, "не "),
                new DiffPart(DiffKind.Same, "закроются "),
                new DiffPart(DiffKind.Added, "навсегда"),
            ],
            parts);
    }

    [Fact]
    public void Equal_texts_have_one_part_and_empty_texts_none()
    {
        Assert.Equal([new DiffPart(DiffKind.Same, "бір екі\nүш")], TextDiff.Between("бір екі\nүш", "бір екі\nүш"));
        Assert.Empty(TextDiff.Between("", ""));
    }

    [Fact]
    public void What_stayed_and_what_came_are_the_new_text_to_the_letter()
    {
        string[] words = ["а", "бір", "x", "😀", "\n", " ", "  ", "со", "бака"];
        var word = Gen.Int[0, words.Length - 1].Select(i => words[i]);
        Gen.Select(word.List[0, 30], word.List[0, 30]).Sample((a, b) =>
        {
            var (before, after) = (string.Join(' ', a), string.Concat(b));
            var parts = TextDiff.Between(before, after);
            Assert.Equal(after, Joined(parts, DiffKind.Added));
            Assert.Equal(Words(before), Words(Joined(parts, DiffKind.Removed)));
        });
    }

    [Fact]
    public void Very_long_texts_without_a_common_word_are_one_removal_and_one_addition()
    {
        var before = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"a{i}"));
        var after = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"b{i}"));
        Assert.Equal([DiffKind.Removed, DiffKind.Added], TextDiff.Between(before, after).Select(p => p.Kind));
    }

    private static string Joined(IReadOnlyList<DiffPart> parts, DiffKind also) =>
        string.Concat(parts.Where(p => p.Kind == DiffKind.Same || p.Kind == also).Select(p => p.Text));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
