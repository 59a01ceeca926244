using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Tests.Analysis.Labels;

public class WordShareTests
{
    private static readonly FeatureSet Set = FeatureSet.Quality with { StemLength = 5 };
    private static readonly WordShare Quarter = new(Set, 0.25f);

    [Fact]
    public void Words_count_as_much_as_their_share_says_and_letters_and_stems_as_before()
    {
        var (equal, unequal) = (Rows(null), Rows(Quarter));
        for (var i = 0; i < equal.Values(3).Length; i++)
        {
            var row = equal.TableRows[equal.Columns(3)[i]];
            var counts = row >= Set.CharRows && row < Set.CharRows + Set.WordRows ? 0.5f : 1;
            Assert.Equal(equal.Values(3)[i] * counts, unequal.Values(3)[i], 1e-6);
        }
    }

    [Fact]
    public void A_model_scores_texts_as_it_learnt_them_whatever_its_words_counted()
    {
        var (equal, unequal) = (Rows(null), Rows(Quarter));
        var random = new Random(3);
        float[] weights = [.. unequal.TableRows.Select(_ => (float)random.NextDouble())];
        var learnt = Score(unequal, weights, 7);
        Assert.NotEqual(learnt, Score(equal, weights, 7), 1e-2);
        Quarter.Fold(new Learnt("invented", [weights], [0], [[]]), unequal.TableRows);
        Assert.Equal(learnt, Score(equal, weights, 7), 1e-4);
    }

    private static SparseRows Rows(WordShare? share)
    {
        string[] texts = [.. InventedPosts.Rows(40).Select(row => row.Text)];
        return SparseRows.Of(texts, Set, Weighing.Learn(texts, Set), share);
    }

    private static float Score(SparseRows rows, float[] weights, int row) => new DualDescent(rows, seed: 1).Score(weights, 0, row);
}
