using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Detect.Archive;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Detect.Stories;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect;

public static class DetectSetup
{
    /// <summary>The Detect stage. It needs storage and the feed of posts that Ingest brings.</summary>
    public static IServiceCollection AddDetect(this IServiceCollection services, DetectOptions options)
    {
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<IDeskPart, DetectPart>();
        services.AddSingleton(_ => EngineData.Load(options.DataFolder ?? EngineData.Find(AppContext.BaseDirectory)));
        services.AddSingleton(_ => new TokenArchive(options.ArchiveFolder));
        services.AddSingleton<PostLooker>();
        services.AddSingleton<StoryMemory>();
        services.AddSingleton<FooterMemory>();
        services.AddSingleton<DetectBatchStore>();
        services.AddSingleton<DetectPosts>();
        services.AddSingleton<IStageStep>(all => all.GetRequiredService<DetectPosts>());
        services.AddSingleton(all => new ArchivePosts(
            all.GetRequiredService<TokenArchive>(),
            all.GetRequiredService<IFeed<Post>>(),
            all.GetRequiredService<Cursors>(),
            all.GetRequiredService<IDbContextFactory<DeskContext>>()));
        services.AddSingleton<IStageStep>(all => all.GetRequiredService<ArchivePosts>());
        services.AddSingleton<ReplayRule>();
        services.AddSingleton(all => RetellingModel.Load(all.GetRequiredService<EngineData>().Folder));
        services.AddSingleton<RetellingMemory>();
        services.AddSingleton<LinkRetellings>();
        services.AddSingleton<IStageStep>(all => all.GetRequiredService<LinkRetellings>());
        services.AddSingleton<Retellings>();
        services.AddSingleton<IBulkReader, DetectBulk>();
        services.AddSingleton<FindingFeed>();
        services.AddSingleton<IFeed<Finding>>(all => all.GetRequiredService<FindingFeed>());
        services.AddSingleton<Detections>();
        return services;
    }
}
