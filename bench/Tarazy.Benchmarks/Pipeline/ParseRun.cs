using System.Globalization;
using Tarazy.Ingest.Sources;
using Tarazy.Storage.Bulk;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary><c>parse</c>: reads an export as an import does, and nothing more; one line for the table of peers.</summary>
internal static class ParseRun
{
    private const int Runs = 5;

    /// <summary>Allocation is counted from here on: buffers grow to their size once for a file, however long it is.</summary>
    private const int Warm = 50_000;

    public static async Task<int> RunAsync(string file)
    {
        var costs = new List<double>();
        var (posts, bytes, allocated) = (0L, 0L, 0L);
        for (var run = 0; run <= Runs; run++)
        {
            using var blocks = new PostBlocks();
            var meter = new Meter();
            (posts, bytes) = (0, 0);
            var (before, after) = (0L, 0L);
            await foreach (var item in new PostSources(TimeProvider.System).OpenBlocks(file, new IngestOptions(), blocks))
            {
                if (item is IngestItem.PostsSeen(var seen))
                {
                    posts += seen.Count;
                    bytes += seen.Bytes;
                    (before, after) = after == 0 && posts > Warm ? (meter.Allocated, posts) : (before, after);
                    blocks.Return(seen);
                }
            }

            allocated = (meter.Allocated - before) / Math.Max(1, posts - after);
            if (run > 0)
            {
                costs.Add(meter.CpuMicroseconds / posts);
            }
        }

        costs.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"tarazy\t{posts}\t{costs[Runs / 2]:F2}\tmedian of {Runs} runs after one to warm up; allocated_bytes={allocated} a post; {bytes / posts} B packed"));
        return 0;
    }
}
