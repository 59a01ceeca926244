using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tarazy.Analysis.Engine;
using Tarazy.Detect;
using Tarazy.Detect.Posts;
using Tarazy.Ingest;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Storage;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary>
/// <c>pipeline</c>: imports, reads and stores whole exports into a fresh SQLite file, as a desk does it, and says what each stage
/// costs. CPU time is what to compare: it changes far less with what else the machine does than wall time does.
/// </summary>
internal static class PipelineRun
{
    private const int Processors = 2;

    public static async Task<int> RunAsync(string[] files)
    {
        var data = EngineData.Load(EngineData.Find(AppContext.BaseDirectory));
        Console.WriteLine("| file | posts | parse | look | store posts | save readings | rest | whole | wall posts/s | posts/s on two free cores | B allocated a post | collections | resident MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var file in files.Prepend(files[0]))
        {
            Console.WriteLine(await RowAsync(file, data));
        }

        Console.WriteLine();
        Console.WriteLine("CPU microseconds a post; the first row warms up. \"Save readings\" has stories, footers, findings and the cursor, \"rest\" the token archive, commits, queues and what threads cost one another.");
        return 0;
    }

    private static async Task<string> RowAsync(string file, EngineData data)
    {
        var parse = await ParseAsync(file);
        var stored = await ImportAsync(file, null);
        var whole = await ImportAsync(file, data);
        var store = stored.Cpu - parse;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(file)} ({new FileInfo(file).Length / 1e9:F1} GB) | {whole.Posts} | {parse:F1} | {whole.Look:F1} | {store:F1} | {whole.Save:F1} | {whole.Cpu - parse - whole.Look - store - whole.Save:F1} | {whole.Cpu:F1} | {whole.Posts / whole.Seconds:F0} | {Processors * 1e6 / whole.Cpu:F0} | {whole.Allocated} | {whole.Collections} | {whole.Resident} |");
    }

    private static async Task<double> ParseAsync(string file)
    {
        using var blocks = new PostBlocks();
        var posts = 0L;
        var meter = new Meter();
        await foreach (var item in new PostSources(TimeProvider.System).OpenBlocks(file, new IngestOptions(), blocks))
        {
            if (item is IngestItem.PostsSeen(var seen))
            {
                posts += seen.Count;
                blocks.Return(seen);
            }
        }

        return meter.CpuMicroseconds / posts;
    }

    /// <param name="data">Null stores the posts only.</param>
    internal static async Task<Result> ImportAsync(string file, EngineData? data)
    {
        var folder = Directory.CreateTempSubdirectory("tarazy-bench-");
        await using (var desk = Desk(folder.FullName, data))
        {
            await using (var db = await desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync())
            {
                await db.Database.EnsureCreatedAsync();
            }

            GC.Collect();
            var collections = GC.CollectionCount(0);
            var meter = new Meter();
            var summary = await desk.GetRequiredService<ImportPostsHandler>().HandleAsync(new ImportPosts(file, new IngestOptions()), progress: null, default);
            var timed = desk.GetService<TimedReader>();
            var result = new Result(
                summary.Read,
                meter.CpuMicroseconds / summary.Read,
                (timed?.Read ?? 0) / summary.Read,
                (timed?.Saved ?? 0) / summary.Read,
                meter.Seconds,
                meter.Allocated / summary.Read,
                GC.CollectionCount(0) - collections,
                Meter.Resident);
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return result;
        }
    }

    private static ServiceProvider Desk(string folder, EngineData? data)
    {
        var services = new ServiceCollection().AddStorage(new DatabaseOptions { Database = Path.Combine(folder, "desk.db") }).AddIngest();
        if (data is null)
        {
            return services.BuildServiceProvider();
        }

        services.AddDetect(new DetectOptions { ArchiveFolder = Path.Combine(folder, "tokens") }).AddSingleton(data);
        services.RemoveAll<IBulkReader>()
            .AddSingleton<DetectBulk>()
            .AddSingleton(all => new TimedReader(all.GetRequiredService<DetectBulk>()))
            .AddSingleton<IBulkReader>(all => all.GetRequiredService<TimedReader>());
        return services.BuildServiceProvider();
    }

    internal sealed record Result(
        long Posts, double Cpu, double Look, double Save, double Seconds, long Allocated, int Collections, long Resident);
}
