using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.FactChecks;

public static class FactCheckSetup
{
    /// <summary>Fact-checks and what they may be about. Goes after <see cref="DetectSetup.AddDetect"/>, whose readings it needs.</summary>
    public static IServiceCollection AddFactChecks(this IServiceCollection services, FactCheckOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IDeskPart, FactCheckPart>();
        services.AddSingleton<FactCheckMemory>();
        services.AddSingleton(s => new EventTable<FactCheckEvent>(
            FactCheckPart.Events, s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MatchStore>();
        services.AddSingleton<MatchPosts>();
        services.AddSingleton<IStageStep>(s => s.GetRequiredService<MatchPosts>());
        services.AddSingleton(s => new FactCheckStore(
            s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<FactCheckOptions>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new FactCheckDesk(
            s.GetRequiredService<FactCheckMemory>(), s.GetRequiredService<MatchStore>(), s.GetRequiredService<IDbContextFactory<DeskContext>>()));
        return services;
    }
}
