namespace Tarazy.Server.Commands.Scan;

/// <summary>Posts by day and language, in the time zone of the scan.</summary>
public sealed class DayCounts
{
    /// <summary>More columns than this cannot be told apart on paper.</summary>
    private const int MostColumns = 62;

    private const int DaysOfWeek = 7;
    private const int DaysOfMonth = 30;

    private readonly Dictionary<(int Day, string Language), long> _counts = [];

    public DateOnly First { get; private set; } = DateOnly.MaxValue;

    public DateOnly Last { get; private set; } = DateOnly.MinValue;

    public bool IsEmpty => _counts.Count == 0;

    public void Add(DateOnly day, string language)
    {
        First = day < First ? day : First;
        Last = day > Last ? day : Last;
        var key = (day.DayNumber, language);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>How many days a column of the chart holds, so that all columns fit.</summary>
    public int DaysPerColumn
    {
        get
        {
            var days = IsEmpty ? 1 : Last.DayNumber - First.DayNumber + 1;
            return days <= MostColumns ? 1
                : days <= MostColumns * DaysOfWeek ? DaysOfWeek
                : Math.Max(DaysOfMonth, (days + MostColumns - 1) / MostColumns);
        }
    }

    /// <summary>The first day of each column.</summary>
    public IReadOnlyList<DateOnly> Columns()
    {
        if (IsEmpty)
        {
            return [];
        }

        var step = DaysPerColumn;
        var count = ((Last.DayNumber - First.DayNumber) / step) + 1;
        return [.. Enumerable.Range(0, count).Select(i => First.AddDays(i * step))];
    }

    /// <summary>Posts of each column that <paramref name="wanted"/> asks for by language.</summary>
    public long[] Of(Func<string, bool> wanted)
    {
        var columns = new long[Columns().Count];
        foreach (var ((day, language), count) in _counts)
        {
            if (wanted(language))
            {
                columns[(day - First.DayNumber) / DaysPerColumn] += count;
            }
        }

        return columns;
    }
}
