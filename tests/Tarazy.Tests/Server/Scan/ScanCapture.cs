using System.Globalization;
using System.Text.Json.Nodes;
using Tarazy.Server.Commands.Scan;

namespace Tarazy.Tests.Server.Scan;

/// <summary>Catches what a scan says.</summary>
internal sealed class ScanCapture : IDisposable
{
    private readonly MemoryStream _results = new();
    private readonly StringWriter _lines = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _talk = new(CultureInfo.InvariantCulture);

    public ScanCapture() => Output = new ScanOutput(_results, ScanOutput.To(_lines, plain: true), ScanOutput.To(_talk, plain: true));

    public ScanOutput Output { get; }

    public string Lines => _lines.ToString();

    public string Talk => _talk.ToString();

    public JsonObject Json() => JsonNode.Parse(_results.ToArray())!.AsObject();

    public void Dispose()
    {
        _results.Dispose();
        _lines.Dispose();
        _talk.Dispose();
    }
}
