using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Public.Law.Proofs;

/// <summary>Age proofs: whom the desk believes, and what checks and shows them.</summary>
internal static class AgeProofSetup
{
    private const string OwnList = "age-issuers.yaml";

    public static IServiceCollection AddAgeProofs(this IServiceCollection services)
    {
        services.AddSingleton(Believed);
        services.AddSingleton<AgeProofDesk>();
        services.AddSingleton<AgeProofDemonstration>();
        return services;
    }

    /// <summary>The list that ships and the desk's own. Test issuers are left out of both: no decision rests on them.</summary>
    private static BelievedIssuers Believed(IServiceProvider services)
    {
        var own = Path.Combine(services.GetRequiredService<DeskFolder>().Root, OwnList);
        string[] files = [Path.Combine(DataFiles.Folder, "policies", "ages", "issuers.yaml"), .. File.Exists(own) ? [own] : Array.Empty<string>()];
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Tarazy.Policy");
        var issuers = new List<TrustedIssuer>();
        foreach (var file in files)
        {
            var load = TrustedIssuers.Load(file);
            issuers.AddRange(load.Issuers.Where(issuer => !issuer.Test));
            foreach (var fault in load.Faults)
            {
                FaultLog.RecordFault(log, fault.ToString());
            }
        }

        return new BelievedIssuers([.. issuers.DistinctBy(issuer => issuer.Name)]);
    }
}
