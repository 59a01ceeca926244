using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Similarity;
using Tarazy.Detect;
using Tarazy.Detect.Archive;
using Tarazy.Detect.Posts;
using Tarazy.Ingest;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Storage;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary>
/// <c>pipeline</c>: imports, reads and stores whole exports into a fresh SQLite file, and says what each stage costs. CPU time is what to
/// compare: it barely changes with what else the machine does, while wall time does.
/// </summary>
internal static class PipelineRun
{
    private const int Processors = 2;

    public static async Task<int> RunAsync(string[] files)
    {
        var data = EngineData.Load(EngineData.Find(AppContext.BaseDirectory));
        Console.WriteLine("| file | posts | parse | look | place | store posts | whole | wall posts/s | posts/s on two free cores | resident MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var file in files.Prepend(files[0]))
        {
            Console.WriteLine(await RowAsync(file, data));
        }

        Console.WriteLine("CPU microseconds a post. The first row warms up. \"Whole\" also has what joins the stages: queues, readings, findings, stories, cursor.");
        return 0;
    }

    private static async Task<string> RowAsync(string file, EngineData data)
    {
        var parts = await PartsAsync(file, data);
        var stored = await ImportAsync(file, null);
        var whole = await ImportAsync(file, data);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(file)} ({new FileInfo(file).Length / 1e9:F1} GB) | {whole.Posts} | {parts.Parse:F1} | {parts.Look:F1} | {parts.Place:F1} | {stored.Cpu - parts.Parse:F1} | {whole.Cpu:F1} | {whole.Posts / whole.Seconds:F0} | {Processors * 1e6 / whole.Cpu:F0} | {whole.Resident} |");
    }

    private static async Task<(double Parse, double Look, double Place)> PartsAsync(string file, EngineData data)
    {
        using var archive = new TokenArchive(null);
        using var looker = new PostLooker(data, new DetectOptions(), archive);
        var index = new StoryIndex();
        var blocks = new PostBlocks();
        var (posts, look, place) = (0L, 0.0, 0.0);
        var all = new Meter();
        await foreach (var item in new PostSources(TimeProvider.System).OpenBlocks(file, new IngestOptions(), blocks))
        {
            if (item is IngestItem.PostsSeen(var seen))
            {
                var looking = new Meter();
                var looks = looker.Look(seen);
                look += looking.CpuMicroseconds;
                var placing = new Meter();
                foreach (var one in looks)
                {
                    index.Place(++posts, one.Mark);
                }

                place += placing.CpuMicroseconds;
                blocks.Return(seen);
            }
        }

        return ((all.CpuMicroseconds - look - place) / posts, look / posts, place / posts);
    }

    /// <param name="data">Null stores the posts only.</param>
    internal static async Task<(long Posts, double Cpu, double Seconds, long Resident)> ImportAsync(string file, EngineData? data)
    {
        var folder = Directory.CreateTempSubdirectory("tarazy-bench-");
        var services = new ServiceCollection().AddStorage(new DatabaseOptions { Database = Path.Combine(folder.FullName, "desk.db") }).AddIngest();
        if (data is not null)
        {
            services.AddDetect(new DetectOptions()).AddSingleton(data);
        }

        await using (var desk = services.BuildServiceProvider())
        {
            await using (var db = await desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync())
            {
                await db.Database.EnsureCreatedAsync();
            }

            GC.Collect();
            var meter = new Meter();
            var summary = await desk.GetRequiredService<ImportPostsHandler>().HandleAsync(new ImportPosts(file, new IngestOptions()), progress: null, default);
            var result = (summary.Read, meter.CpuMicroseconds / summary.Read, meter.Seconds, Meter.Resident);
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return result;
        }
    }
}
