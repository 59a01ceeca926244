using System.IO.Compression;
using System.Text.Json;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>One object of a JSON lines file, with its place for what is said about it.</summary>
internal readonly record struct DataRow(JsonElement Fields, string File, int Line)
{
    /// <summary>The key of the row as it is written: text or number.</summary>
    public JsonElement Key => Fields.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
        ? id
        : throw Refused("has no \"id\"");

    /// <summary>The key of the row as the scorer compares it, as text.</summary>
    public string Id => Key.ToString();

    /// <exception cref="EvaluateRefusedException">The field is missing or no text.</exception>
    public string Text(string field) => Optional(field) ?? throw Refused($"has no text \"{field}\"");

    public string? Optional(string field)
    {
        try
        {
            return Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON allows it, UTF-16 and UTF-8 do not.
            throw Refused($"has half a letter in \"{field}\"");
        }
    }

    /// <summary>The texts of a list; empty when the field is missing.</summary>
    public IReadOnlyList<string> Texts(string field) =>
        Fields.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(one => one.ToString())] : [];

    public bool Flag(string field) => Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True;

    public EvaluateRefusedException Refused(string says) => new($"{File}:{Line}: the row {says}; nothing was written after the row before it.");
}

/// <summary>Reads data sets: JSON lines or lines of text, plain or gzip by their name.</summary>
internal static class DataRows
{
    private const int MostLines = 5_000_000;
    private const int MostUnits = 4_000_000;

    public static IEnumerable<DataRow> Read(IEnumerable<FileInfo> files) => files.SelectMany(file => Read(file.FullName));

    /// <exception cref="EvaluateRefusedException">A line is no JSON object or a limit is passed.</exception>
    public static IEnumerable<DataRow> Read(string path)
    {
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new DataRow(Parse(line, path, number), Path.GetFileName(path), number);
            }
        }
    }

    /// <summary>The lines of a text file or gzip file.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        var number = 0;
        while (Next(reader, path, number + 1) is { } line)
        {
            if (++number > MostLines || line.Length > MostUnits)
            {
                throw new EvaluateRefusedException($"{path}:{number}: more than {MostLines} lines, or a line of more than {MostUnits} characters; reading stopped here.");
            }

            yield return line;
        }
    }

    private static string? Next(StreamReader reader, string path, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException)
        {
            throw new EvaluateRefusedException($"{path}:{number}: the gzip data are damaged or cut here; nothing was written after the row before it.");
        }
    }

    private static JsonElement Parse(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new EvaluateRefusedException($"{path}:{number}: one JSON object a line is wanted; this is {document.RootElement.ValueKind}.");
        }
        catch (JsonException fault)
        {
            throw new EvaluateRefusedException($"{path}:{number}: not JSON at byte {fault.BytePositionInLine}; nothing was written after the row before it.");
        }
    }
}
