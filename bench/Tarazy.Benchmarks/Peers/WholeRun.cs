using Tarazy.Analysis.Engine;
using Tarazy.Benchmarks.Pipeline;

namespace Tarazy.Benchmarks.Peers;

/// <summary><c>peer whole FILE</c>: parse, read, place and store every post of an export, as an import does.</summary>
internal static class WholeRun
{
    private const int Runs = 3;

    public static async Task<int> RunAsync(string file)
    {
        var data = EngineData.Load(EngineData.Find(AppContext.BaseDirectory));
        await PipelineRun.ImportAsync(file, data);
        var costs = new List<PipelineRun.Result>();
        for (var run = 0; run < Runs; run++)
        {
            costs.Add(await PipelineRun.ImportAsync(file, data));
        }

        var whole = costs.OrderBy(run => run.Cpu).ElementAt(Runs / 2);
        PeerLine.Write(
            "tarazy",
            whole.Posts,
            whole.Cpu,
            $"wall_per_s={whole.Posts / whole.Seconds:F0}; {data.Rules.Rules.Count} rules, stories, labels and findings, SQLite; of it {whole.Look:F1} us looks, {whole.Save:F1} us saving readings; median of {Runs} runs after one to warm up");
        return 0;
    }
}
