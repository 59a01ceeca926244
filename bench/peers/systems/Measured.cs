using System.Diagnostics;
using System.Globalization;

namespace Tarazy.Peers.Systems;

/// <summary>CPU microseconds an item, the median of a few runs after the code is warm, and the line for the table.</summary>
internal static class Measured
{
    public const int Runs = 3;

    /// <summary>As long as the desk's own parts are warmed.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1.5);

    public static double Cost(int items, Action run)
    {
        var begin = Stopwatch.GetTimestamp();
        do
        {
            run();
        }
        while (Stopwatch.GetElapsedTime(begin) < Warming);

        var costs = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            run();
            costs.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / items);
        }

        costs.Sort();
        return costs[Runs / 2];
    }

    public static void Line(string name, int items, double cost, FormattableString note) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{items}\t{cost:F3}\t{note.ToString(CultureInfo.InvariantCulture)}"));

    public static string[] Lines(string folder, string name) => File.ReadAllLines(Path.Combine(folder, name));

    public static string[][] Rows(string folder, string name) => Array.ConvertAll(Lines(folder, name), line => line.Split('\t'));
}
