using System.Diagnostics;

namespace Tarazy.BrowserTests.Kit;

/// <summary>Asks again until something that another process does has happened.</summary>
internal static class Patience
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public static async Task UntilAsync(string what, Func<Task<bool>> happened)
    {
        var watch = Stopwatch.StartNew();
        while (!await happened())
        {
            Assert.True(watch.Elapsed < AtMost, $"This did not happen within {AtMost.TotalSeconds} s: {what}");
            await Task.Delay(Between, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
