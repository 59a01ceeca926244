using System.Diagnostics;
using System.Globalization;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>The table of all tasks: what is published, what is demanded, what was measured now.</summary>
internal static class ScoreTable
{
    /// <returns>0 when every demand is met, 1 when one is missed, 2 when nothing can be measured.</returns>
    public static int Print(DirectoryInfo data, IReadOnlyCollection<string> only, TextWriter to, CancellationToken cancel)
    {
        if (Refused(data, only) is { } refused)
        {
            Console.Error.WriteLine(refused);
            return 2;
        }

        to.WriteLine("| task | measure | published | demanded | ours | |");
        to.WriteLine("| --- | --- | --- | --- | --- | --- |");
        var (missed, measured) = (0, 0);
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

            measured += lines;
            to.Flush();
            Console.Error.WriteLine(lines == 0
                ? $"{task.Name}: not measured, its data are not in {data.Name}"
                : string.Create(CultureInfo.InvariantCulture, $"{task.Name}: {lines} lines, {clock.Elapsed.TotalSeconds:0} s"));
        }

        return measured == 0 ? 2 : missed == 0 ? 0 : 1;
    }

    private static string? Refused(DirectoryInfo data, IReadOnlyCollection<string> only)
    {
        if (!data.Exists)
        {
            return $"{data} is not there; nothing was measured.";
        }

        return only.FirstOrDefault(name => EvaluateTasks.Find(name) is null) is { } unknown
            ? $"There is no task {unknown}. Tasks: {string.Join(", ", EvaluateTasks.All.Select(task => task.Name))}. Nothing was measured."
            : null;
    }

    private static string Format(ScoreLine line)
    {
        var demand = line.Demand is { } number ? string.Create(CultureInfo.InvariantCulture, $"{(line.AtMost ? "≤" : "≥")} {number:0.###}") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {line.Task} | {line.Measure} | {line.Published} | {demand} | {line.Ours:0.000} | {(line.Demand is null ? string.Empty : line.Met ? "met" : "missed")} |");
    }
}
