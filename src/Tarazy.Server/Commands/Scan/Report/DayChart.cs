using System.Globalization;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>Posts a day as small rows on one scale: all, then each of the languages that were read most.</summary>
internal sealed class DayChart
{
    public const double Width = 860;
    public const double Left = 140;

    private const int MostRows = 6;

    /// <summary>A language of fewer posts than this share would be an empty row; it is counted under <em>Other</em>.</summary>
    private const double LeastShare = 0.002;

    private const double Right = 855;
    private const double Tallest = 74;
    private const double Top = 2;
    private const double Gap = 18;
    private const double LeastRow = 34;
    private const double BarShare = 0.71;
    private const double Foot = 24;
    private const int MostTicks = 8;
    private const double OutlierTimes = 1.1;

    private DayChart(IReadOnlyList<DateOnly> columns, IReadOnlyList<Row> rows, double height, int daysPerColumn)
    {
        Columns = columns;
        Rows = rows;
        Height = height;
        DaysPerColumn = daysPerColumn;
    }

    public IReadOnlyList<DateOnly> Columns { get; }

    public IReadOnlyList<Row> Rows { get; }

    public double Height { get; }

    public int DaysPerColumn { get; }

    /// <summary>A day, a week or so many days, as the title says it.</summary>
    public string Step => DaysPerColumn switch
    {
        1 => "a day",
        7 => "a week",
        _ => string.Create(CultureInfo.InvariantCulture, $"every {DaysPerColumn} days"),
    };

    /// <summary>The column that rises above all others, if one does; only that one is numbered.</summary>
    public int? Outlier { get; private init; }

    public static DayChart? Of(ScanResult result)
    {
        if (result.Days.IsEmpty)
        {
            return null;
        }

        var series = Series(result);
        var scale = Tallest / Math.Max(1, series[0].Counts.Max());
        var rows = new List<Row>();
        var baseline = Top;
        foreach (var (label, counts) in series)
        {
            baseline += Math.Max(LeastRow, (counts.Max() * scale) + Gap);
            rows.Add(new Row(label, counts.Sum(), counts, baseline, scale));
        }

        return new DayChart(result.Days.Columns(), rows, baseline + Foot, result.Days.DaysPerColumn)
        {
            Outlier = FindOutlier(series[0].Counts),
        };
    }

    /// <summary>The columns that carry a date under the axis.</summary>
    public IEnumerable<int> Ticks()
    {
        var step = Math.Max(1, (Columns.Count + MostTicks - 1) / MostTicks);
        for (var i = 0; i < Columns.Count; i += step)
        {
            yield return i;
        }
    }

    /// <summary>The date under a column; with its year where the chart goes over several.</summary>
    public string Tick(int column) =>
        Columns[column].ToString(Columns[0].Year == Columns[^1].Year ? "d MMM" : "MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The column that stands out, as a sentence names it.</summary>
    public string Name(int column) =>
        DaysPerColumn == 1 ? Say.LongDay(Columns[column]) : $"The {DaysPerColumn.ToString(CultureInfo.InvariantCulture)} days from {Say.LongDay(Columns[column])}";

    public double X(int column) => Left + 5 + (Pitch * column);

    public double Middle(int column) => X(column) + (BarWidth / 2);

    public double BarWidth => Pitch * BarShare;

    private double Pitch => (Right - Left - 5) / Columns.Count;

    private static List<(string Label, long[] Counts)> Series(ScanResult result)
    {
        var known = result.Languages.Where(l => l.Code != LanguageNames.Unknown).Select(l => l.Code).ToList();
        var seen = result.Languages.Where(l => l.Posts >= result.Posts * LeastShare).Select(l => l.Code).ToHashSet();
        var shown = known.Where(seen.Contains).Take(MostRows).ToList();
        var series = new List<(string, long[])> { ("All", result.Days.Of(_ => true)) };
        series.AddRange(shown.Select(code => (LanguageNames.Of(code), result.Days.Of(l => l == code))));
        if (known.Count > shown.Count)
        {
            series.Add(("Other", result.Days.Of(l => l != LanguageNames.Unknown && !shown.Contains(l))));
        }

        if (result.Languages.Any(l => l.Code == LanguageNames.Unknown))
        {
            series.Add((LanguageNames.Of(LanguageNames.Unknown), result.Days.Of(l => l == LanguageNames.Unknown)));
        }

        return series;
    }

    private static int? FindOutlier(long[] counts)
    {
        if (counts.Length < 3)
        {
            return null;
        }

        var highest = Array.IndexOf(counts, counts.Max());
        var second = counts.Where((_, i) => i != highest).Max();
        return counts[highest] >= second * OutlierTimes ? highest : null;
    }

    internal sealed record Row(string Label, long Sum, long[] Counts, double Baseline, double Scale)
    {
        public double Bar(int column) => Counts[column] * Scale;
    }
}
