using System.Text;

namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>The rows of a table (RFC 4180): quoted cells may hold delimiters, quotes and line ends. The delimiter is found in the first row.</summary>
internal static class CsvRows
{
    private const int MostCells = 100;

    /// <summary>Line of the file at which each row begins, and its cells. A row that breaks a limit has none.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var delimiter = DelimiterOf(text);
        var at = 0;
        var line = 1;
        while (at < text.Length)
        {
            var begin = line;
            var cells = Row(text, delimiter, ref at, ref line);
            if (cells.Count > 1 || cells is [{ Length: > 0 }])
            {
                yield return (begin, cells.Count > MostCells ? [] : cells);
            }
        }
    }

    /// <summary>The one of , ; tab and | that the first line has most of, outside of quotes.</summary>
    public static char DelimiterOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return ",;\t|".MaxBy(d => first.Split('"').Where((_, i) => i % 2 == 0).Sum(part => part.Count(c => c == d)));
    }

    private static List<string> Row(string text, char delimiter, ref int at, ref int line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (; at < text.Length; at++)
        {
            var unit = text[at];
            line += unit == '\n' ? 1 : 0;
            if (quoted)
            {
                if (unit != '"')
                {
                    cell.Append(unit);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (unit == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (unit == delimiter)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (unit == '\n')
            {
                at++;
                break;
            }
            else if (unit != '\r')
            {
                cell.Append(unit);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
