using Spectre.Console;
using Tarazy.Detect.Archive;

namespace Tarazy.Server.Commands.Rules;

/// <summary>Shows how far a replay has come, on a terminal only.</summary>
internal static class ReplayBar
{
    public static async Task<long> RunAsync(RulesOutput output, Func<IProgress<ReplayProgress>?, Task<long>> replay)
    {
        if (!output.ShowsProgress)
        {
            return await replay(null);
        }

        return await output.Talk.Progress().AutoClear(enabled: true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Reading").IsIndeterminate();
            return await replay(new Bar(bar));
        });
    }

    private sealed class Bar(ProgressTask bar) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value)
        {
            bar.Description = value.Confirmed == 0
                ? $"{value.Scanned:N0} posts asked, {value.Candidates:N0} to read again"
                : $"{value.Confirmed:N0} of {Math.Max(value.Candidates, value.Confirmed):N0} posts read again";
            if (value.Candidates > 0 && value.Confirmed > 0)
            {
                bar.IsIndeterminate = false;
                bar.MaxValue = Math.Max(value.Candidates, value.Confirmed);
                bar.Value = value.Confirmed;
            }
        }
    }
}
