using System.Text;
using BenchmarkDotNet.Attributes;
using Tarazy.Benchmarks.Export;
using Tarazy.Ingest.Telegram.Export;

namespace Tarazy.Benchmarks.Parts;

/// <summary>One message of the invented export: its end found, walked, and parsed in the ordinary way.</summary>
[MemoryDiagnoser]
public class MessageBenchmarks
{
    private readonly ExportMessageWalker _walker = new(new ExportOptions());
    private readonly ExportMessageParser _parser = new(new ExportOptions());
    private readonly ExportMessage _message = new();
    private byte[] _json = [];

    [GlobalSetup]
    public void Make()
    {
        var file = Path.GetTempFileName();
        new ExportMaker(Corpus.Load(Environment.GetEnvironmentVariable("TARAZY_DATA"))).Write(file, 40_000);
        var export = File.ReadAllText(file);
        File.Delete(file);
        var start = export.IndexOf("\n  {\n   \"id\": 12,", StringComparison.Ordinal) + 3;
        _json = Encoding.UTF8.GetBytes(export[start..(export.IndexOf("\n  }", start, StringComparison.Ordinal) + 4)]);
    }

    [Benchmark]
    public int FindEnd() => new NestingScanner(64).Scan(_json);

    [Benchmark]
    public bool Walk() => _walker.TryWalk(_json, _message, out _);

    [Benchmark(Baseline = true)]
    public void Parse() => _parser.Parse(_json, _message);
}
