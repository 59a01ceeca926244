using System.Globalization;
using Tarazy.Records.Cases;

namespace Tarazy.Server.Public.Register;

/// <summary>
/// Where the bars of the register's chart stand: the first bar is everything, the second what was not left alone. Widths are
/// strictly in proportion; only the labels move aside for each other.
/// </summary>
internal sealed record ChartBars(double LeftAlone, IReadOnlyList<ChartPart> Parts)
{
    private const double Width = 1040;
    private const double From = 560;
    private const double Gap = 3;
    private const double LetterWidth = 5.9;
    private const double Apart = 10;

    /// <summary>Where the rest of the first bar begins.</summary>
    public double Acted => LeftAlone == 0 ? 0 : LeftAlone + 4;

    /// <summary>Whether what is said of the posts left alone has room in their bar; on the bar beside it nobody could read it.</summary>
    public bool Holds(string label) => LeftAlone > 24 + (LetterWidth * label.Length);

    /// <param name="name">The label of a part, for the room it takes.</param>
    public static ChartBars Of(RegisterFigures figures, Func<string, string> name)
    {
        (string Key, long Count, string Class)[] kinds =
        [
            ("context", figures.Measures.GetValueOrDefault(Measure.Context), "c3"),
            ("label", figures.Measures.GetValueOrDefault(Measure.Label), "c2"),
            ("asked", figures.Measures.GetValueOrDefault(Measure.AskAuthor), "c2"),
            ("restricted", figures.Measures.Where(m => m.Key > Measure.AskAuthor).Sum(m => m.Value), "c1"),
        ];
        var shown = kinds.Where(k => k.Count > 0).ToList();
        var whole = shown.Sum(k => k.Count);
        var free = Width - From - (Gap * Math.Max(0, shown.Count - 1));
        var parts = new List<ChartPart>();
        var x = From;
        foreach (var (key, count, style) in shown)
        {
            var width = free * count / whole;
            parts.Add(new ChartPart(key, count, style, x, width, x));
            x += width + Gap;
        }

        var left = figures.LookedAt == 0 ? 0 : (Width - 4) * figures.LeftAlone / figures.LookedAt;
        return new(figures.Acted == 0 ? Width : left, Labelled(parts, p => Room(p, name)));
    }

    private static double Room(ChartPart part, Func<string, string> name) =>
        LetterWidth * (part.Count.ToString("N0", CultureInfo.CurrentCulture).Length + 1 + name(part.Key).Length);

    // Each label starts under its bar, or where the one before it ends; then the row is pushed back inside the picture.
    private static List<ChartPart> Labelled(List<ChartPart> parts, Func<ChartPart, double> room)
    {
        var end = Width;
        var free = From - 200;
        for (var i = 0; i < parts.Count; i++)
        {
            parts[i] = parts[i] with { LabelX = Math.Max(parts[i].X, free) };
            free = parts[i].LabelX + room(parts[i]) + Apart;
        }

        for (var i = parts.Count - 1; i >= 0; i--)
        {
            parts[i] = parts[i] with { LabelX = Math.Min(parts[i].LabelX, end - room(parts[i])) };
            end = parts[i].LabelX - Apart;
        }

        return parts;
    }
}

internal sealed record ChartPart(string Key, long Count, string Class, double X, double Width, double LabelX);
