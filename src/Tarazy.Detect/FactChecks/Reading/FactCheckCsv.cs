using System.Globalization;

namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>Fact-checks as a table. The columns are those of <c>docs/formats/fact-checks.md</c>, in any order; others are passed over.</summary>
internal static class FactCheckCsv
{
    private static readonly string[] Needed = ["claim", "rating", "publisher"];

    public static IEnumerable<FactCheckItem> Read(byte[] bytes, string file)
    {
        var rows = CsvRows.Read(TextOf.Bytes(bytes)).ToList();
        if (rows.Count == 0)
        {
            return [new FactCheckItem.Refused(file, 0, "the table is empty")];
        }

        var columns = rows[0].Cells.Select(Key).ToList();
        return Needed.Where(n => !columns.Contains(n)).ToList() is { Count: > 0 } missing
            ? [new FactCheckItem.Refused(file, rows[0].Line, $"the first row names no column {string.Join(", ", missing)}, so no row was read")]
            : rows.Skip(1).Select(row => Read(row.Cells, columns, file, row.Line));
    }

    private static FactCheckItem Read(IReadOnlyList<string> cells, List<string> columns, string file, int line)
    {
        if (cells.Count != columns.Count)
        {
            return new FactCheckItem.Refused(
                file, line, string.Create(CultureInfo.InvariantCulture, $"the row has {cells.Count} cells and the first row {columns.Count}"));
        }

        return new FactCheckFields
        {
            Claim = Cell("claim"),
            Title = Cell("title"),
            Rating = Cell("rating"),
            RatingValue = Cell("rating-value"),
            BestRating = Cell("best-rating"),
            WorstRating = Cell("worst-rating"),
            Publisher = Cell("publisher"),
            PublisherUrl = Cell("publisher-url"),
            Url = Cell("url"),
            PublishedOn = Cell("published"),
            Language = Cell("language"),
            Claimant = Cell("claimant"),
            ClaimedOn = Cell("claimed"),
            Appearances = (Cell("appearances") ?? "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        }.At(file, line);

        string? Cell(string name) => columns.IndexOf(name) is var at and >= 0 ? cells[at] : null;
    }

    /// <summary>Names are compared without case, and spaces and underscores are hyphens.</summary>
    private static string Key(string name) => name.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
}
