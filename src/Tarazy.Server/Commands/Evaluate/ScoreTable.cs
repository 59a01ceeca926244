using System.Diagnostics;
using System.Globalization;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>The table of all tasks: what is published, what is demanded, what was measured now.</summary>
internal static class ScoreTable
{
    /// <returns>0 when every demand is met, 1 when one is missed.</returns>
    public static int Print(DirectoryInfo data, IReadOnlyCollection<string> only, TextWriter to, CancellationToken cancel)
    {
        to.WriteLine("| task | measure | published | demanded | ours | |");
        to.WriteLine("| --- | --- | --- | --- | --- | --- |");
        var missed = 0;
        foreach (var task in EvaluateTasks.All.Where(task => only.Count == 0 || only.Contains(task.Name)))
        {
            var clock = Stopwatch.StartNew();
            var lines = 0;
            foreach (var line in task.Measure(data.FullName, cancel))
            {
                to.WriteLine(Format(line));
                missed += line.Met ? 0 : 1;
                lines++;
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{task.Name}: {lines} lines, {clock.Elapsed.TotalSeconds:0} s"));
        }

        return missed == 0 ? 0 : 1;
    }

    private static string Format(ScoreLine line)
    {
        var demand = line.Demand is { } number ? string.Create(CultureInfo.InvariantCulture, $"{(line.AtMost ? "≤" : "≥")} {number:0.###}") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {line.Task} | {line.Measure} | {line.Published} | {demand} | {line.Ours:0.000} | {(line.Demand is null ? string.Empty : line.Met ? "met" : "missed")} |");
    }
}
