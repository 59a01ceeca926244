namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>One story as ticks on the time line that all stories share.</summary>
internal static class TickChart
{
    public const double Width = 160;

    private const double Margin = 2;

    /// <summary>Places of the ticks, each once: copies of the same minute fall on one line.</summary>
    public static IReadOnlyList<double> Places(IReadOnlyList<DateTimeOffset> times, DateTimeOffset from, DateTimeOffset to)
    {
        var whole = Math.Max(1, (to - from).TotalSeconds);
        return
        [
            .. times
                .Select(t => Margin + Math.Round(Math.Clamp((t - from).TotalSeconds / whole, 0, 1) * (Width - (2 * Margin)), 1))
                .Distinct()
                .Order(),
        ];
    }
}
