using Tarazy.Server.Commands.Evaluate.Tasks;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Claims;

/// <summary>The index and the trainer on tweets with known answers.</summary>
public class RealClaimsTests
{
    [Fact]
    public void The_right_claim_of_a_tweet_stands_high_as_measured()
    {
        Assert.SkipWhen(SharedData.Path("claimmatch-checkthat2020", out var why) is null, why);
        var lines = new ClaimsTask().Measure(SharedData.Folder!, TestContext.Current.CancellationToken).ToDictionary(l => l.Measure, l => l);
        Assert.All(lines.Values, l => Assert.True(l.Met, $"{l.Measure} {l.Ours:0.000}"));
        Assert.True(lines["MAP@5 dev, BM25 alone"].Ours >= 0.76);
        Assert.True(lines["MAP@5 dev, the ranker set by hand"].Ours >= 0.70);
        Assert.True(lines["MAP@5 dev, trained on train"].Ours >= 0.78);
        Assert.True(lines["precision dev at p > 0.5, trained"].Ours >= 0.9);
        Assert.True(lines["precision dev at p > 0.7, by hand"].Ours >= 0.9);
    }
}
