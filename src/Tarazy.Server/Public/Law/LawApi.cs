using System.Text.Json;
using System.Text.Json.Serialization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Publish.StateMeasures;

namespace Tarazy.Server.Public.Law;

/// <summary>The records and the age question for programs. A field that is not listed is refused: nobody can send a birth date by mistake.</summary>
internal static class LawApi
{
    private const int MostBytes = 16 * 1024;

    private static readonly JsonSerializerOptions Strict = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void MapLawApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/age/rules", (LawDesk law) => Results.Json(law.Ages.All, RecordJson.Options));
        routes.MapGet("/api/measures", async (MeasureBook measures, CancellationToken cancel) =>
            Results.Json((await measures.ReadAsync(cancel)).Standing.All, RecordJson.Options));
        routes.MapPost("/api/age/evaluate", EvaluateAsync);
    }

    private static async Task<IResult> EvaluateAsync(HttpRequest request, LawDesk law, TimeProvider clock, CancellationToken cancel)
    {
        if (request.ContentLength is null or > MostBytes)
        {
            return Refused($"Send one JSON object of at most {MostBytes} bytes, with its length.");
        }

        try
        {
            var asked = await JsonSerializer.DeserializeAsync<AgeRequest>(request.Body, Strict, cancel);
            if (asked is null)
            {
                return Refused("Send one JSON object.");
            }

            var date = asked.Date ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var proofs = asked.Proofs?.Select(proof => new ThresholdProof(proof.Years, proof.Over)).ToList();
            var question = new AgeQuestion(asked.Jurisdiction, date, asked.Service, asked.Name, proofs, asked.At, asked.Zone);
            return Results.Json(AgeReply.Of(EvaluateAge.Answer(question, law.Ages, law.Places), law), RecordJson.Options);
        }
        catch (JsonException fault)
        {
            return Refused($"{fault.Path ?? "$"} cannot be read at byte {fault.BytePositionInLine ?? 0}. The fields are jurisdiction, date, service, name, proofs, at and zone; a birth date, a person's name or a document is neither asked for nor accepted.");
        }
        catch (ArgumentException fault)
        {
            return Refused(fault.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static IResult Refused(string says) => Results.Json(new { error = says }, RecordJson.Options, statusCode: StatusCodes.Status400BadRequest);

    private sealed record AgeRequest(
        [property: JsonRequired] string Jurisdiction,
        DateOnly? Date,
        [property: JsonRequired] ServiceType Service,
        string? Name,
        IReadOnlyList<ProofRequest>? Proofs,
        DateTimeOffset? At,
        string? Zone);

    private sealed record ProofRequest([property: JsonRequired] int Years, [property: JsonRequired] bool Over);
}
