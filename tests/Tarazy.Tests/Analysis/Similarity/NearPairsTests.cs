using CsCheck;
using Tarazy.Analysis.Similarity;

namespace Tarazy.Tests.Analysis.Similarity;

public class NearPairsTests
{
    [Fact]
    public void Every_pair_that_is_named_is_as_like_as_it_says_and_no_copy_is_missed() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[8, 40]).List[2, 30].Sample(made =>
        {
            var texts = made.Select(one => Text(one.Item1, one.Item2)).ToList();
            var pairs = NearPairs.Find(texts, 0.8);
            Assert.All(pairs, pair => Assert.Equal(Plain(texts[pair.First], texts[pair.Second]), pair.Likeness, 12));
            var named = pairs.Select(pair => (pair.First, pair.Second)).ToHashSet();
            Assert.Equal(pairs.Count, named.Count);
            for (var a = 0; a < texts.Count; a++)
            {
                for (var b = a + 1; b < texts.Count; b++)
                {
                    var likeness = Plain(texts[a], texts[b]);
                    Assert.Equal(likeness, NearPairs.Likeness(texts[a], texts[b]), 12);
                    Assert.True(likeness < 1 || named.Contains((a, b)));
                    Assert.True(likeness >= 0.8 || !named.Contains((a, b)));
                }
            }
        });

    [Fact]
    public void A_text_of_two_words_is_like_no_other() => Assert.Empty(NearPairs.Find([[1, 2], [1, 2], []], 0.5));

    /// <summary>The beginning of one of ten long texts.</summary>
    private static ulong[] Text(int which, int length) => [.. Enumerable.Range(0, length).Select(i => unchecked((ulong)((which * 1_000) + i) * 0x9E37_79B9_7F4A_7C15UL))];

    private static double Plain(ulong[] a, ulong[] b)
    {
        static HashSet<(ulong, ulong, ulong)> Of(ulong[] words) => [.. Enumerable.Range(0, words.Length - 2).Select(i => (words[i], words[i + 1], words[i + 2]))];
        var (first, second) = (Of(a), Of(b));
        var common = first.Count(second.Contains);
        return common / (double)(first.Count + second.Count - common);
    }
}
