using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tarazy.Analysis.Rules;
using Tarazy.Detect;
using Tarazy.Detect.Archive;
using Tarazy.Detect.Posts;
using Tarazy.Records.Posts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Detect.Archive;

/// <summary>A desk that keeps an archive, over a database and posts in memory. A new one over the same folder is a restart.</summary>
internal sealed class ArchiveDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ArchiveDesk(ServiceProvider services) => _services = services;

    public TokenArchive Archive => _services.GetRequiredService<TokenArchive>();

    public ArchivePosts Keeper => _services.GetRequiredService<ArchivePosts>();

    public static async Task<ArchiveDesk> OpenAsync(TestDatabase database, IReadOnlyList<Post> posts, string folder)
    {
        var services = new ServiceCollection()
            .AddStorage(database.Options)
            .AddDetect(new DetectOptions { BatchSize = 7, ArchiveFolder = folder })
            .AddSingleton(TestEngine.Data)
            .AddPosts(new PostList(posts))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return new ArchiveDesk(services);
    }

    public async Task DetectAsync()
    {
        while (await _services.GetRequiredService<DetectPosts>().StepAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    public async Task<int> CatchUpAsync()
    {
        var steps = 0;
        while (await Keeper.StepAsync(TestContext.Current.CancellationToken))
        {
            steps++;
        }

        return steps;
    }

    /// <summary>Post and strength of every hit, and how many posts had to be read again.</summary>
    public async Task<(IReadOnlyList<string> Hits, long Candidates, long Scanned)> ReplayAsync(RuleBook book, ReplayRange range = default)
    {
        var heard = new Heard();
        var hits = new List<string>();
        await foreach (var hit in _services.GetRequiredService<ReplayRule>().RunAsync(book, range, heard, TestContext.Current.CancellationToken))
        {
            hits.Add(FormattableString.Invariant($"{hit.Post.Id} {hit.Hit.Rule.Name} {hit.Hit.Strength:R}"));
        }

        return (hits, heard.Last.Candidates, heard.Last.Scanned);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Heard : IProgress<ReplayProgress>
    {
        public ReplayProgress Last { get; private set; }

        public void Report(ReplayProgress value) => Last = value;
    }
}
