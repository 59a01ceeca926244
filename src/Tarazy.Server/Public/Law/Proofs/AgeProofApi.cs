using System.Text.Json;
using System.Text.Json.Serialization;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Policy.Law;

namespace Tarazy.Server.Public.Law.Proofs;

/// <summary>Age proofs for programs: a request is given out, its answer is checked, and what comes out is a boolean, an issuer and a time.</summary>
internal static class AgeProofApi
{
    public const string Nonce = "/api/age/proofs/nonce";

    private const int OldestThreshold = 120;
    private const int LongestNonce = 200;
    private const int MostBytes = 96 * 1024; // a proof of 64 KB in base64url, and its frame

    public static void MapAgeProofApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Nonce, GiveOut).RequireRateLimiting(AgeProofPages.Limit).DisableAntiforgery();
        routes.MapPost(AgeProofDesk.Verify, VerifyAsync).RequireRateLimiting(AgeProofPages.Limit).DisableAntiforgery();
    }

    private static IResult GiveOut(AgeProofDesk desk, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        try
        {
            return Results.Json(
                new NonceReply(
                    desk.GiveOut(),
                    (int)AgeProofDesk.Options.RequestLife.TotalSeconds,
                    desk.Audience,
                    desk.ResponseAddress,
                    Enum.GetValues<ProofForm>(),
                    ["ES256"],
                    AgeProofDesk.Options.CredentialTypes,
                    desk.Issuers),
                RecordJson.Options);
        }
        catch (InvalidOperationException full)
        {
            return Results.Json(new { error = full.Message }, RecordJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> VerifyAsync(HttpRequest request, HttpResponse response, AgeProofDesk desk, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        try
        {
            var asked = await LawApi.ReadAsync<VerifyRequest>(request, MostBytes, cancel);
            if (asked.Years is < 1 or > OldestThreshold || asked.Nonce.Length is 0 or > LongestNonce)
            {
                return LawApi.Refused($"years is the threshold that was asked for, 1 to {OldestThreshold}, and nonce is one that {Nonce} gave out.");
            }

            var outcome = desk.Check(asked.Format, asked.Years, asked.Token, asked.Nonce);
            return outcome.Proof is { } proof
                ? Results.Json(new VerifyReply(proof.Proof.Over, proof.Proof.Years, proof.Issuer, proof.At), RecordJson.Options)
                : Results.Json(new RefusedReply(outcome.Failed!.Value, outcome.Says!), RecordJson.Options, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (JsonException fault)
        {
            return LawApi.Refused($"{LawApi.Where(fault)} The fields are format (sd_jwt or mdoc), years, token and nonce, and no other.");
        }
        catch (ArgumentException fault)
        {
            return LawApi.Refused(LawApi.Says(fault));
        }
    }

    private sealed record VerifyRequest(
        [property: JsonRequired] ProofForm Format, [property: JsonRequired] int Years, [property: JsonRequired] string Token, [property: JsonRequired] string Nonce);

    /// <param name="Seconds">How long the request can be answered, once.</param>
    private sealed record NonceReply(
        string Nonce,
        int Seconds,
        string Audience,
        string ResponseAddress,
        IReadOnlyList<ProofForm> Formats,
        IReadOnlyList<string> Algorithms,
        IReadOnlyList<string> CredentialTypes,
        IReadOnlyList<string> Issuers);

    private sealed record VerifyReply(bool Over, int Years, string Issuer, DateTimeOffset At);

    private sealed record RefusedReply(AgeProofCheck Refused, string Says);
}
