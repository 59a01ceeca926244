using System.Text;
using Tarazy.Policy.StateMeasures;

namespace Tarazy.Tests.Server.Measures;

/// <summary>Fields of a record as a form posts them, and the rows of the CSV as another program reads them.</summary>
internal sealed record MeasureTable((string Name, string Value)[] All)
{
    public static MeasureTable Of(StateMeasure measure) => new([.. MeasureFields.Of(measure)]);

    public MeasureTable With(string name, string value) => new([.. All.Where(field => field.Name != name), (name, value)]);

    /// <summary>What stood in the record: a cell that a spreadsheet would run has a quote before it.</summary>
    public static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    /// <summary>RFC 4180.</summary>
    public static List<string[]> Rows(string csv)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !quoted:
                    cells.Add(cell.ToString().TrimEnd('\r'));
                    cell.Clear();
                    rows.Add([.. cells]);
                    cells.Clear();
                    break;
                default:
                    cell.Append(csv[i]);
                    break;
            }
        }

        return rows;
    }
}
