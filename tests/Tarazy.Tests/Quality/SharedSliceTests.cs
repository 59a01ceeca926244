using Tarazy.Server.Commands.Evaluate;
using Tarazy.TestKit;

namespace Tarazy.Tests.Quality;

/// <summary>The demands on the tasks that are measured in seconds, on real data where it is there. <c>tarazy evaluate all</c> measures the rest.</summary>
public class SharedSliceTests
{
    [Theory]
    [InlineData("obfuscation", "obfuscation")]
    [InlineData("near-duplicates", "coordination-telegram-news-ru")]
    [InlineData("same-story", "samestory-pairs")]
    [InlineData("threats", "harm-threats-en")]
    [InlineData("robustness", "harm-topics-ru")]
    [InlineData("scam", "scam-telegram-ru")]
    public void Every_demand_is_met(string task, string set)
    {
        var folder = SharedData.Path(set, out var why);
        Assert.SkipWhen(folder is null, why);
        var lines = EvaluateTasks.Find(task)!.Measure(SharedData.Folder!, TestContext.Current.CancellationToken).ToList();
        Assert.Contains(lines, line => line.Demand is not null);
        Assert.DoesNotContain(lines, line => !line.Met);
    }
}
