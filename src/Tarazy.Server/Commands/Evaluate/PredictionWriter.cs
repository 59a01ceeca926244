using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>Writes predictions, one JSON object a line, in the order of the rows, and says now and then how far it is.</summary>
/// <param name="progress">Where it says so; null when nobody waits.</param>
internal sealed class PredictionWriter(TextWriter to, TextWriter? progress = null, TimeProvider? clock = null)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private long _said = (clock ?? TimeProvider.System).GetTimestamp();

    public int Rows { get; private set; }

    /// <param name="prediction">An anonymous object: <c>new { id, label }</c>.</param>
    public void Write<T>(T prediction) => Line(JsonSerializer.Serialize(prediction, Options));

    /// <summary>A line that is no JSON: the pairs of near-duplicates are a table.</summary>
    public void Line(string line)
    {
        to.Write(line);
        to.Write('\n');
        Rows++;
        if (progress is not null && _clock.GetElapsedTime(_said) >= Between)
        {
            _said = _clock.GetTimestamp();
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rows written: {Rows:N0}"));
        }
    }
}
