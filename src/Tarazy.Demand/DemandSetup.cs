using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Shelf;
using Tarazy.Policy.Law;
using Tarazy.Records.Demands;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Demand;

public static class DemandSetup
{
    /// <summary>
    /// The stage of demands: people bring them in, and it shows the feed of demand events. The host brings
    /// <see cref="IDemandReceipts"/> and <see cref="Linking.IDemandedCases"/>.
    /// </summary>
    public static IServiceCollection AddDemand(this IServiceCollection services)
    {
        services.AddSingleton<IDeskPart, DemandPart>();
        services.AddSingleton(s => new EventTable<DemandEvent>(
            DemandPart.Events, s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFeed<Recorded<DemandEvent>>>(s => s.GetRequiredService<EventTable<DemandEvent>>());
        services.AddSingleton<DemandActions>();
        services.AddSingleton<AnswerDesk>();
        services.AddSingleton(s => new DemandDesk(
            s.GetRequiredService<EventTable<DemandEvent>>(),
            s.GetRequiredService<DemandActions>(),
            s.GetRequiredService<AnswerDesk>(),
            s.GetRequiredService<Packs>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new DemandShelf(
            s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<EventTable<DemandEvent>>()));
        return services;
    }
}
