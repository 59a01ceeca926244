using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Erasure;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.Publish.Register;
using Tarazy.Publish.StateMeasures;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;
using Tarazy.TransparencyLog;

namespace Tarazy.Publish;

public static class PublishSetup
{
    /// <summary>
    /// The log, its step, receipts and the public register. Needs storage and an <see cref="IFeed{T}"/> of recorded notice events and one of demand events.
    /// </summary>
    public static IServiceCollection AddPublish(this IServiceCollection services, PublishOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IDeskPart, PublishPart>();
        services.AddSingleton(new LogFolder(new LogReader(options.Folder), key => Log.Open(options.Folder, key)));
        services.AddSingleton<DeskLog>();
        services.AddSingleton<IPublicLog>(s => s.GetRequiredService<DeskLog>());
        services.AddSingleton<IEntryReceipts, EntryReceipts>();
        services.AddSingleton<PublicRegister>();
        services.AddSingleton<PublicDemands>();
        services.AddSingleton<EraseContentHandler>();
        services.AddSingleton<EntryWriter>();
        services.AddSingleton<LogStep>();
        services.AddSingleton<LogDemands>();
        services.AddSingleton<IStageStep>(s => s.GetRequiredService<LogStep>());
        services.AddSingleton<IDeskPart, MeasurePart>();
        services.AddSingleton(s => new MeasureBook(new EventTable<MeasureEvent>(
            MeasurePart.Events, s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<TimeProvider>())));
        services.AddSingleton<IStageStep>(s => s.GetRequiredService<LogDemands>());
        return services;
    }
}
