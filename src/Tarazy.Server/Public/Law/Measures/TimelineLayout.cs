using Tarazy.Policy.StateMeasures;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>
/// Where each measure stands on the timeline: one block of rows a family, in it as many rows as overlap needs, all on one scale of years.
/// </summary>
internal sealed class TimelineLayout
{
    public const int Width = 760;
    private const int RowHeight = 17;
    private const int HeadHeight = 24;
    private const int Top = 22;

    /// <summary>What a shape and the code beside it need.</summary>
    private const int MarkWidth = 38;

    private readonly DateOnly _first;
    private readonly int _days;

    private TimelineLayout(DateOnly first, DateOnly last)
    {
        _first = first;
        _days = Math.Max(1, last.DayNumber - first.DayNumber);
    }

    public IReadOnlyList<TimelineFamily> Families { get; private init; } = [];

    public IReadOnlyList<(int Year, int X)> Years { get; private init; } = [];

    public int TodayX { get; private init; }

    public int Height { get; private init; }

    public static TimelineLayout Of(IReadOnlyList<StateMeasure> measures, DateOnly today)
    {
        var begin = new DateOnly(measures.Min(measure => measure.Date.First).Year, 1, 1);
        var latest = measures.Max(measure => measure.Date.First);
        var end = new DateOnly(Math.Max(today.Year, latest.Year), 12, 31);
        var scale = new TimelineLayout(begin, end);
        var families = new List<TimelineFamily>();
        var y = Top;
        foreach (var group in measures.GroupBy(measure => measure.Kind.Family()).OrderBy(group => group.Key))
        {
            var (marks, rows) = scale.Place([.. group.OrderBy(measure => measure.Date.First)], y + HeadHeight, today);
            families.Add(new TimelineFamily(group.Key, y, marks));
            y += HeadHeight + (rows * RowHeight) + 4;
        }

        return new TimelineLayout(begin, end)
        {
            Families = families,
            Years = [.. Enumerable.Range(begin.Year, end.Year - begin.Year + 1).Select(year => (year, scale.X(new DateOnly(year, 1, 1))))],
            TodayX = scale.X(today),
            Height = y + 4,
        };
    }

    private (IReadOnlyList<TimelineMark> Marks, int Rows) Place(IReadOnlyList<StateMeasure> measures, int top, DateOnly today)
    {
        var ends = new List<int>();
        var marks = new List<TimelineMark>();
        foreach (var measure in measures)
        {
            var from = Math.Min(X(measure.Date.First), Width - MarkWidth);
            var (to, open) = End(measure, today);
            var row = ends.FindIndex(end => end <= from);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = Math.Max(from + MarkWidth, to ?? 0) + 6;
            marks.Add(new TimelineMark(measure, from, to > from + MarkWidth ? to : null, open, top + (row * RowHeight) + (RowHeight / 2)));
        }

        return (marks, ends.Count);
    }

    /// <summary>A measure that is known to stand runs to today and on; one whose end nobody knows has no line.</summary>
    private (int? To, bool Open) End(StateMeasure measure, DateOnly today) => measure switch
    {
        { DateEnd: { } end } => (X(end.Last), false),
        { Status: StateMeasureStatus.InForce or StateMeasureStatus.Pending } => (X(today), true),
        _ => (null, false),
    };

    private int X(DateOnly day) => 8 + (int)((long)(day.DayNumber - _first.DayNumber) * (Width - 16) / _days);
}

/// <param name="Y">Where its head stands.</param>
internal sealed record TimelineFamily(KindFamily Family, int Y, IReadOnlyList<TimelineMark> Marks);

/// <param name="To">Where its line ends; null where it has none, or none long enough to be seen.</param>
/// <param name="Open">It still stands or waits.</param>
internal sealed record TimelineMark(StateMeasure Measure, int X, int? To, bool Open, int Y);
