using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Tarazy.Records.Findings;
using Tarazy.Server.Commands.Scan;

namespace Tarazy.Server.Commands.Rules;

/// <summary>Tables on a terminal, the same in a pipe without lines around it. Text from outside is never read as markup.</summary>
internal sealed class RulesOutput
{
    private const int PostText = 400;
    private const int SaysText = 1_000;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Style Head = new(decoration: Decoration.Bold);
    private static readonly Style Marked = new(foreground: Color.Yellow, decoration: Decoration.Underline);

    private readonly IAnsiConsole _lines = ScanOutput.To(Console.Out, Console.IsOutputRedirected);
    private readonly IAnsiConsole _talk = ScanOutput.To(Console.Error, Console.IsErrorRedirected);

    public bool ShowsProgress => _talk.Profile.Capabilities.Interactive;

    public IAnsiConsole Talk => _talk;

    public int Refuse(string says, int code)
    {
        _talk.WriteLine(PlainText.Line(says, SaysText));
        return code;
    }

    public void Title(string title) => _lines.Write(new Paragraph("\n").Append(PlainText.Line(title, SaysText), Head).Append("\n"));

    public void Line(string line = "") => _lines.WriteLine(PlainText.Line(line, SaysText));

    public void Table(string[] columns, IEnumerable<string[]> rows, params int[] numbers)
    {
        var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.None : TableBorder.Simple);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(new Text(columns[i], Head));
            table.AddColumn(numbers.Contains(i) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(PlainText.Line(cell, PostText))));
        }

        _lines.Write(table);
    }

    /// <summary>The text on one line with its evidence marked: in colour on a terminal, in brackets everywhere.</summary>
    public void Quoted(string text, IReadOnlyList<Evidence> evidence)
    {
        var line = new Paragraph("    ");
        var at = 0;
        foreach (var span in evidence.OrderBy(e => e.Start).Where(e => e.Length > 0))
        {
            if (span.Start < at)
            {
                continue;
            }

            line.Append(Between(text[at..span.Start]));
            line.Append($"[{PlainText.Line(text.Substring(span.Start, span.Length), PostText)}]", Marked);
            at = span.Start + span.Length;
        }

        line.Append(Between(text[at..]));
        line.Append("\n");
        _lines.Write(line);
    }

    public static void Json(Action<Utf8JsonWriter> write)
    {
        using var to = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(to, Indented))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        to.Write("\n"u8);
    }

    public static void JsonEvidence(Utf8JsonWriter json, string text, IEnumerable<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var span in evidence)
        {
            json.WriteStartObject();
            json.WriteString("slot", span.Slot);
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteString("words", text.AsSpan(span.Start, span.Length));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <param name="field">Null where a fault is told by its line alone.</param>
    public static void JsonFault(Utf8JsonWriter json, string file, (long Line, long Column) at, string? field, string says, string mend)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteNumber("line", at.Line);
        json.WriteNumber("column", at.Column);
        if (field is not null)
        {
            json.WriteString("field", field);
        }

        json.WriteString("says", says);
        json.WriteString("mend", mend);
        json.WriteEndObject();
    }

    // The words around the evidence: both ends of a long stretch.
    private static string Between(string text)
    {
        const int Around = 80;
        var line = text.Length <= 2 * Around ? PlainText.Line(text, PostText) : $"{PlainText.Line(text[..Around], PostText)} … {PlainText.Line(text[^Around..], PostText)}";
        var before = text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " : "";
        var after = text.Length > 1 && char.IsWhiteSpace(text[^1]) ? " " : "";
        return before + line + after;
    }
}
