using Tarazy.Policy.Law;
using Tarazy.Server.Hosting;
using Tarazy.Server.Public.Law.Ages;
using Tarazy.Server.Public.Law.Clauses;
using Tarazy.Server.Public.Law.Competing;
using Tarazy.Server.Public.Law.Measures;
using Tarazy.Server.Public.Law.Proofs;

namespace Tarazy.Server.Public.Law;

/// <summary>Packs, age rules and state measures: their records, pages and API.</summary>
internal static class LawSetup
{
    public static IServiceCollection AddLawRecords(this IServiceCollection services)
    {
        services.AddSingleton(Read);
        services.AddSingleton<LawDesk>();
        services.AddSingleton<MeasureWords>();
        services.AddSingleton<MeasureAtom>();
        services.AddSingleton<CompareDesk>();
        services.AddHostedService<TakeInMeasures>();
        return services;
    }

    public static void MapLaw(this IEndpointRouteBuilder routes)
    {
        routes.MapPacks();
        routes.MapAges();
        routes.MapMeasures();
        routes.MapCompeting();
        routes.MapLawApi();
        routes.MapAgeProofs();
    }

    /// <summary>A record with a fault is left out, and the desk says so.</summary>
    private static LawRecords Read(IServiceProvider services)
    {
        var records = LawRecords.Load(Path.Combine(DataFiles.Folder, "policies"));
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Tarazy.Policy");
        foreach (var fault in records.Faults)
        {
            FaultLog.RecordFault(log, fault.ToString());
        }

        return records;
    }
}
