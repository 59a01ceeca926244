using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Ingest;

public static class IngestSetup
{
    /// <summary>The stage with its tables; <c>AddStorage</c> is called beside it.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDeskPart, IngestPart>();
        services.AddSingleton<PostSources>();
        services.AddSingleton<PostArchive>();
        services.AddSingleton<IFeed<Post>>(provider => provider.GetRequiredService<PostArchive>());
        services.AddSingleton<IPostNumbers>(provider => provider.GetRequiredService<PostArchive>());
        services.AddSingleton<ImportPostsHandler>();
        return services;
    }
}
