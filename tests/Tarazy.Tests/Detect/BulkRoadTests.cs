using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Detect;
using Tarazy.Detect.Archive;
using Tarazy.Detect.Posts;
using Tarazy.Ingest;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Storage;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Ingest.Telegram.Export;
using Tarazy.Tests.Server.Scan;

namespace Tarazy.Tests.Detect;

public sealed class BulkRoadOnSqliteTests : BulkRoadTests
{
    private protected override Task<TestDatabase> DatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class BulkRoadOnPostgreSqlTests : BulkRoadTests
{
    private protected override async Task<TestDatabase> DatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}

/// <summary>Posts that are looked at while they are stored give the same rows as posts that are found by the cursor later.</summary>
public abstract class BulkRoadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-bulk-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_sample_gives_the_same_rows_by_both_roads() =>
        BothRoadsAgreeAsync(Repository.Path("samples", "steppe", "result.json"), batch: 7);

    [Fact]
    public async Task Real_news_give_the_same_rows_by_both_roads()
    {
        var path = SharedData.Path("coordination-telegram-news-ru/posts.jsonl.gz", out var why);
        Assert.SkipWhen(path is null, why);
        var export = Path.Combine(_folder.FullName, "result.json");
        await RealScanTests.ConvertAsync(path!, export);
        await BothRoadsAgreeAsync(export, batch: 2_000);
    }

    [Fact]
    public async Task Edits_and_copies_within_a_block_and_across_blocks_give_the_same_rows()
    {
        var first = await ExportAsync("a.json", Exports.Channel([.. Enumerable.Range(1, 30).Select(i => Exports.Words(i, $"{TestPosts.Rumour} {i % 4}"))]));
        var then = await ExportAsync("b.json", Exports.Channel(
        [
            Exports.Words(3, "Қате жазыппыз, барлық банк әдеттегідей жұмыс істейді"),
            Exports.Words(40, TestPosts.Recruitment),
            Exports.Words(40, TestPosts.Recruitment + " бүгін"),
            Exports.Words(3, "Тағы да түзетеміз: банктер туралы хабар дұрыс емес"),
            Exports.Words(7, $"{TestPosts.Rumour} 3"),
            Exports.Words(41, ""),
        ]));

        await BothRoadsAgreeAsync([first, then], batch: 4);
    }

    [Fact]
    public async Task A_crash_at_every_commit_of_an_import_loses_nothing_and_repeats_nothing()
    {
        var export = await ExportAsync("a.json", Many());
        await using var straight = await DatabaseAsync();
        await using var crashing = await DatabaseAsync();
        await using (var desk = await StartAsync(straight))
        {
            await ImportAsync(desk, export, batch: 5);
        }

        // The same process goes on after each fault, and imports again from the beginning.
        var failing = new FailingCommits();
        await using (var desk = await StartAsync(crashing, failing))
        {
            for (var crashes = 0; ; crashes++)
            {
                failing.After = crashes;
                failing.Next = true;
                try
                {
                    await ImportAsync(desk, export, batch: 5);
                    break;
                }
                catch (FailingCommits.CrashException)
                {
                    Assert.True(crashes < 100);
                }
            }

            failing.Next = false;
        }

        Assert.Equal(await ReadAsync(straight, DeskRows.OfAsync), await ReadAsync(crashing, DeskRows.OfAsync));
    }

    [Fact]
    public async Task A_desk_that_lies_behind_is_brought_up_before_more_is_stored()
    {
        var first = await ExportAsync("a.json", Many());
        var then = await ExportAsync("b.json", Exports.Channel(Exports.Words(500, TestPosts.Rumour), Exports.Words(501, TestPosts.Recruitment)));
        await using var straight = await DatabaseAsync();
        await using var behind = await DatabaseAsync();
        await using (var desk = await StartAsync(straight))
        {
            await ImportAsync(desk, first, batch: 5);
            await ImportAsync(desk, then, batch: 5);
        }

        await using (var desk = await StartAsync(behind, detect: false))
        {
            await ImportAsync(desk, first, batch: 5);
        }

        await using (var desk = await StartAsync(behind))
        {
            await ImportAsync(desk, then, batch: 5);
        }

        Assert.Equal(await ReadAsync(straight, DeskRows.OfAsync), await ReadAsync(behind, DeskRows.OfAsync));
    }

    [Fact]
    public async Task An_import_in_another_process_is_known_to_the_desk_that_runs()
    {
        var first = await ExportAsync("a.json", Many());
        var then = await ExportAsync("b.json", Exports.Channel([.. Enumerable.Range(500, 20).Select(i => Exports.Words(i, $"{TestPosts.Rumour} {i % 5}"))]));
        var last = await ExportAsync("c.json", Exports.Channel([.. Enumerable.Range(600, 20).Select(i => Exports.Words(i, $"{TestPosts.Rumour} {i % 7}"))]));
        await using var straight = await DatabaseAsync();
        await using var shared = await DatabaseAsync();
        await using (var desk = await StartAsync(straight))
        {
            await ImportAsync(desk, first, batch: 5);
            await ImportAsync(desk, then, batch: 5);
            await ImportAsync(desk, last, batch: 5);
        }

        await using (var running = await StartAsync(shared))
        await using (var importing = await StartAsync(shared))
        {
            await ImportAsync(running, first, batch: 5);
            await ImportAsync(importing, then, batch: 5);
            await ImportAsync(running, last, batch: 5);
        }

        Assert.Equal(await ReadAsync(straight, DeskRows.OfAsync), await ReadAsync(shared, DeskRows.OfAsync));
    }

    [Fact]
    public async Task A_rule_replayed_over_what_an_import_kept_finds_what_it_finds_over_what_the_cursor_kept()
    {
        var export = await ExportAsync("a.json", Many());
        await using var slow = await DatabaseAsync();
        await using var bulk = await DatabaseAsync();
        IReadOnlyList<string> found;
        await using (var stored = await StartAsync(slow, detect: false))
        await using (var looking = await StartAsync(slow, archive: Path.Combine(_folder.FullName, "slow")))
        {
            await ImportAsync(stored, export, batch: 5);
            await looking.GetRequiredService<IBulkReader>().CatchUpAsync(Cancel);
            while (await looking.GetRequiredService<ArchivePosts>().StepAsync(Cancel))
            {
                // Behind the cursor the archive is made by a step of its own.
            }

            found = await ReplayAsync(looking);
        }

        await using var desk = await StartAsync(bulk, archive: Path.Combine(_folder.FullName, "bulk"));
        await ImportAsync(desk, export, batch: 5);
        Assert.False(await desk.GetRequiredService<ArchivePosts>().StepAsync(Cancel));
        Assert.NotEmpty(found);
        Assert.Equal(found, await ReplayAsync(desk));
    }

    [Fact]
    public async Task A_source_that_fails_half_way_keeps_what_was_stored_and_says_so()
    {
        var whole = Many();
        var broken = await ExportAsync("broken.json", whole[..(whole.Length / 2)]);
        var export = await ExportAsync("whole.json", whole);
        await using var straight = await DatabaseAsync();
        await using var twice = await DatabaseAsync();
        await using (var desk = await StartAsync(straight))
        {
            await ImportAsync(desk, export, batch: 5);
        }

        await using (var desk = await StartAsync(twice))
        {
            var half = await ImportAsync(desk, broken, batch: 5);
            Assert.Equal(1, half.Refused["truncated"]);
            Assert.InRange(half.New, 1, 59);
            await ImportAsync(desk, export, batch: 5);
        }

        Assert.Equal(await ReadAsync(straight, DeskRows.OfAsync), await ReadAsync(twice, DeskRows.OfAsync));
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<TestDatabase> DatabaseAsync();

    private static string Many() => Exports.Channel(
        [.. Enumerable.Range(1, 60).Select(i => Exports.Words(i, i % 9 == 0 ? $"{TestPosts.Recruitment} {i}" : i % 5 == 0 ? "" : $"{TestPosts.Rumour} {i % 11}"))]);

    private Task BothRoadsAgreeAsync(string export, int batch) => BothRoadsAgreeAsync([export], batch);

    private async Task BothRoadsAgreeAsync(string[] exports, int batch)
    {
        await using var slow = await DatabaseAsync();
        await using var bulk = await DatabaseAsync();
        await using (var stored = await StartAsync(slow, detect: false))
        await using (var looking = await StartAsync(slow, lookAtOnce: batch / 2))
        {
            foreach (var export in exports)
            {
                await ImportAsync(stored, export, batch);
                await looking.GetRequiredService<IBulkReader>().CatchUpAsync(Cancel);
            }
        }

        await using (var desk = await StartAsync(bulk))
        {
            foreach (var export in exports)
            {
                await ImportAsync(desk, export, batch);
            }

            Assert.False(await desk.GetRequiredService<DetectPosts>().StepAsync(Cancel));
        }

        Assert.Equal(await ReadAsync(slow, DeskRows.OfAsync), await ReadAsync(bulk, DeskRows.OfAsync));
        Assert.Equal(0, await ReadAsync(bulk, DeskRows.StoriesThatMiscountAsync));
    }

    private static async Task<T> ReadAsync<T>(TestDatabase database, Func<DeskContext, CancellationToken, Task<T>> read)
    {
        await using var desk = await StartAsync(database);
        await using var db = await desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        return await read(db, Cancel);
    }

    private async Task<string> ExportAsync(string name, string export)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, export, Cancel);
        return path;
    }

    private static Task<ImportSummary> ImportAsync(ServiceProvider desk, string export, int batch) =>
        desk.GetRequiredService<ImportPostsHandler>().HandleAsync(new ImportPosts(export, new IngestOptions { BatchPosts = batch }), progress: null, Cancel);

    private static async Task<IReadOnlyList<string>> ReplayAsync(ServiceProvider desk)
    {
        var hits = new List<string>();
        await foreach (var hit in desk.GetRequiredService<ReplayRule>().RunAsync(TestEngine.Data.Rules, default, progress: null, Cancel))
        {
            hits.Add(FormattableString.Invariant($"{hit.Post.Id} {hit.Hit.Rule.Name} {hit.Hit.Strength:R}"));
        }

        return hits;
    }

    private static async Task<ServiceProvider> StartAsync(
        TestDatabase database, FailingCommits? failing = null, bool detect = true, int lookAtOnce = 3, string? archive = null)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new StillClock())
            .AddStorage(database.Options).AddIngest().AddDetect(new DetectOptions { BatchSize = lookAtOnce, ArchiveFolder = archive }).AddSingleton(TestEngine.Data);
        if (!detect)
        {
            services.Remove(services.Single(s => s.ServiceType == typeof(IBulkReader)));
        }

        if (failing is not null)
        {
            services.ConfigureDbContext<SqliteDeskContext>(db => db.AddInterceptors(failing));
            services.ConfigureDbContext<PostgreSqlDeskContext>(db => db.AddInterceptors(failing));
        }

        var desk = services.BuildServiceProvider();
        await using var db = await desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        await db.Database.EnsureCreatedAsync(Cancel);
        return desk;
    }

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TestPosts.Start;
    }
}
