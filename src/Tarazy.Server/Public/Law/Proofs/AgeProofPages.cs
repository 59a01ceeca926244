using Microsoft.AspNetCore.Http.HttpResults;
using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs.Demonstration;
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

    public static void MapAgeProofs(this IEndpointRouteBuilder routes)
    {
        // Made now, so that a fault in the list of issuers is said at start and not to the first who asks.
        routes.ServiceProvider.GetRequiredService<AgeProofDesk>();
        routes.MapGet(Address, Show).RequireRateLimiting(Limit);
        routes.MapAgeProofApi();
    }

    private static RazorComponentResult<AgeProofPage> Show(HttpRequest request, HttpResponse response, AgeProofDemonstration demonstration)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        var years = int.TryParse(request.Query[Years], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && AgeQuery.Thresholds.Contains(number) ? number : 16;
        var threshold = new ThresholdProof(years, request.Query[Over] != "no");
        var form = FormNames.Parse<ProofForm>(request.Query[Form]);
        return Page.Of<AgeProofPage>(new AgeProofView(
            threshold, form, FormNames.TryParse<Forgery>(request.Query[Try], out var forgery) ? demonstration.Show(threshold, form, forgery) : null));
    }
}

/// <param name="Shown">Null before anything was tried.</param>
public sealed record AgeProofView(ThresholdProof Threshold, ProofForm Form, ShownProof? Shown);
