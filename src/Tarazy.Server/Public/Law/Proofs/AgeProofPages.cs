using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Server.Hosting;
using Tarazy.Server.Public.Law.Ages;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Proofs;

/// <summary>"Prove an age without saying who you are": a proof from its issuing to its check, and five forgeries, each refused at its check.</summary>
internal static class AgeProofPages
{
    /// <summary>GET: the page, and one run of it where the query asks for one. A run leaves nothing behind but an open request for minutes.</summary>
    public const string Address = "/age/proof";

    /// <summary>The limit of questions, in a bucket of its own.</summary>
    public const string Limit = "age-proof";

    public const string Years = "years";
    public const string Over = "over";
    public const string Form = "form";
    public const string Try = "try";

    private const string OwnList = "age-issuers.yaml";

    public static IServiceCollection AddAgeProofs(this IServiceCollection services)
    {
        services.AddSingleton(Believed);
        services.AddSingleton<AgeProofDesk>();
        services.AddSingleton<AgeProofDemonstration>();
        return services;
    }

    public static void MapAgeProofs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, Show).RequireRateLimiting(Limit);
        routes.MapAgeProofApi();
    }

    private static IResult Show(HttpRequest request, HttpResponse response, AgeProofDemonstration demonstration)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        var years = int.TryParse(request.Query[Years], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && AgeQuery.Thresholds.Contains(number) ? number : 16;
        var threshold = new ThresholdProof(years, request.Query[Over] != "no");
        var form = FormNames.Parse<ProofForm>(request.Query[Form]);
        return Page.Of<AgeProofPage>(new AgeProofView(
            threshold, form, FormNames.TryParse<Forgery>(request.Query[Try], out var forgery) ? demonstration.Show(threshold, form, forgery) : null));
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
                DeskLog.RecordFault(log, fault.ToString());
            }
        }

        return new BelievedIssuers([.. issuers.DistinctBy(issuer => issuer.Name)]);
    }
}

/// <param name="Shown">Null before anything was tried.</param>
public sealed record AgeProofView(ThresholdProof Threshold, ProofForm Form, ShownProof? Shown);
