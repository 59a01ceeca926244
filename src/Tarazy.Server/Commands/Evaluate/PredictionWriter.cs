using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>Writes predictions, one JSON object a line, in the order of the rows.</summary>
internal sealed class PredictionWriter(TextWriter to)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Rows { get; private set; }

    /// <param name="prediction">An anonymous object: <c>new { id, label }</c>.</param>
    public void Write<T>(T prediction) => Line(JsonSerializer.Serialize(prediction, Options));

    /// <summary>A line that is no JSON: the pairs of near-duplicates are a table.</summary>
    public void Line(string line)
    {
        to.Write(line);
        to.Write('\n');
        Rows++;
    }
}
