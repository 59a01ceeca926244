using CsCheck;
using Tarazy.Analysis.Language;

namespace Tarazy.Tests.Analysis.Language;

public class SoftmaxTests
{
    [Fact]
    public void The_vectors_and_the_plain_road_share_alike() => Gen.Select(Gen.Int[-20_000, 20_000].Array[1, 64], Gen.Float[0.0001f, 0.1f]).Sample((scores, factor) =>
    {
        var (vectors, plain) = (new float[scores.Length], new float[scores.Length]);
        Softmax.Of(scores, scores.Max(), factor, vectors);
        Softmax.OfPlain(scores, scores.Max(), factor, plain);
        for (var i = 0; i < scores.Length; i++)
        {
            Assert.Equal(plain[i], vectors[i], 1e-6f);
        }

        Assert.Equal(1, vectors.Sum(), 1e-5f);
    });
}
