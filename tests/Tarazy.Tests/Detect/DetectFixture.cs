using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tarazy.Analysis.Engine;
using Tarazy.Detect;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Detect.Stories;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Detect;

/// <summary>The Detect stage over a database and a feed of posts in memory. A new one over the same database is a restart.</summary>
internal sealed class DetectFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DetectFixture(ServiceProvider services) => _services = services;

    public DetectPosts Step => _services.GetRequiredService<DetectPosts>();

    public LinkRetellings Linking => _services.GetRequiredService<LinkRetellings>();

    public Retellings Retellings => _services.GetRequiredService<Retellings>();

    public Detections Detections => _services.GetRequiredService<Detections>();

    public IFeed<Finding> Findings => _services.GetRequiredService<IFeed<Finding>>();

    public static async Task<DetectFixture> StartAsync(TestDatabase database, EngineData data, PostList posts, int batch = 2, FailingCommits? failing = null)
    {
        var all = new ServiceCollection()
            .AddStorage(database.Options)
            .AddDetect(new DetectOptions { BatchSize = batch })
            .AddSingleton(data)
            .AddPosts(posts)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        if (failing is not null)
        {
            all.ConfigureDbContext<SqliteDeskContext>(db => db.AddInterceptors(failing));
            all.ConfigureDbContext<PostgreSqlDeskContext>(db => db.AddInterceptors(failing));
        }

        var services = all.BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return new DetectFixture(services);
    }

    public Task<long> CursorAsync() => _services.GetRequiredService<Cursors>().GetAsync(DetectPosts.Reader, TestContext.Current.CancellationToken);

    public async Task RunAsync()
    {
        while (await Step.StepAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    public async Task LinkAsync()
    {
        while (await Linking.StepAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>Everything that the stage has written, in words that two runs can be compared by.</summary>
    public async Task<IReadOnlyList<string>> WrittenAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = await _services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(cancel);
        var readings = await db.Set<ReadingRow>().AsNoTracking().OrderBy(r => r.PostSeq).ToListAsync(cancel);
        var findings = await db.Set<FindingRow>().AsNoTracking().OrderBy(f => f.Seq).ToListAsync(cancel);
        var footers = await db.Set<ChannelFooterRow>().AsNoTracking().OrderBy(f => f.Channel).ToListAsync(cancel);
        var retellings = await db.Set<RetellingRow>().AsNoTracking().OrderBy(r => r.Later).ThenBy(r => r.Earlier).ToListAsync(cancel);
        var stories = await Detections.WidestStoriesAsync(1_000, cancel);
        return
        [
            .. readings.Select(r => $"reading {r.PostSeq} {r.Post} {r.Channel} {r.Language} {r.Story} {r.Similarity:R} {Convert.ToHexString(r.Mark)}"),
            .. findings.Select(f => $"finding {f.Id} {f.Post} {f.Story} {f.Rule} {f.Shadow}"),
            .. stories.Select(s => s.ToString()),
            .. footers.Select(f => $"footers {f.Channel} {Convert.ToHexString(f.State)}"),
            .. retellings.Select(r => $"retelling {r.Later} {r.Earlier} {r.Group} {r.Score:R}"),
        ];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Posts in memory, numbered from 1.</summary>
internal sealed class PostList(params IReadOnlyList<Post> posts) : IFeed<Post>, IPostNumbers
{
    public Task<IReadOnlyList<Numbered<Post>>> ReadAfterAsync(long after, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Numbered<Post>>>(
            [.. posts.Select((p, i) => new Numbered<Post>(i + 1, p)).Where(p => p.Seq > after).Take(most)]);

    public Task<IReadOnlyDictionary<PostId, long>> NumbersAsync(DeskContext db, IReadOnlyCollection<PostId> asked, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<PostId, long>>(
            posts.Select((p, i) => (p.Id, Number: i + 1L)).Where(p => asked.Contains(p.Id)).ToDictionary(p => p.Id, p => p.Number));
}

internal static class PostListSetup
{
    /// <summary>What Ingest would bring: the feed, and where posts stand in it.</summary>
    public static IServiceCollection AddPosts(this IServiceCollection services, PostList posts) =>
        services.AddSingleton<IFeed<Post>>(posts).AddSingleton<IPostNumbers>(posts);
}
