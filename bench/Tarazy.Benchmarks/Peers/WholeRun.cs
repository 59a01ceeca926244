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
        var costs = new List<(double Cpu, double Seconds, long Posts)>();
        for (var run = 0; run < Runs; run++)
        {
            var whole = await PipelineRun.ImportAsync(file, data);
            costs.Add((whole.Cpu, whole.Seconds, whole.Posts));
        }

        var (cpu, seconds, posts) = costs.Order().ElementAt(Runs / 2);
        PeerLine.Write("tarazy", posts, cpu, $"wall_per_s={posts / seconds:F0}; {data.Rules.Rules.Count} rules, stories, labels and findings, SQLite; median of {Runs} runs after one to warm up");
        return 0;
    }
}
