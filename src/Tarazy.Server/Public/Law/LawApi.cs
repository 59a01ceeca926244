using System.Text.Json;
using System.Text.Json.Serialization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Public.Law.Ages;

namespace Tarazy.Server.Public.Law;

/// <summary>The records and the age question for programs. A field that is not listed is refused: nobody can send a birth date by mistake.</summary>
internal static class LawApi
{
    public const int MostBytes = 16 * 1024;

    private static readonly JsonSerializerOptions Strict = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void MapLawApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/age/rules", (LawDesk law) => Results.Json(law.Ages.All, RecordJson.Options));
        routes.MapGet("/api/measures", async (MeasureBook measures, CancellationToken cancel) =>
            Results.Json((await measures.ReadAsync(cancel)).Standing.All, RecordJson.Options));
        routes.MapGet(AgeQuery.ChangesApi, (string? country, LawDesk law, TimeProvider clock) => Answer(() => Changes(country, law, clock)));
        routes.MapPost("/api/age/evaluate", EvaluateAsync).DisableAntiforgery();
    }

    /// <summary>Reads one JSON object without a field too many.</summary>
    /// <exception cref="JsonException">It is not that; the path says where.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, int mostBytes, CancellationToken cancel)
        where T : class
    {
        if (request.ContentLength is not { } length || length > mostBytes)
        {
            throw new ArgumentException($"Send one JSON object of at most {mostBytes} bytes, with its length.", nameof(request));
        }

        return await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, cancel) ?? throw new ArgumentException("Send one JSON object.", nameof(request));
    }

    public static IResult Refused(string says) => Results.Json(new { error = says }, RecordJson.Options, statusCode: StatusCodes.Status400BadRequest);

    public static string Says(ArgumentException fault) => fault.Message.Split(" (Parameter", 2)[0];

    public static string Where(JsonException fault) => $"{fault.Path ?? "$"} cannot be read at byte {fault.BytePositionInLine ?? 0}.";

    private static async Task<IResult> EvaluateAsync(HttpRequest request, LawDesk law, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            var asked = await ReadAsync<AgeRequest>(request, MostBytes, cancel);
            var proofs = asked.Proofs?.Select(proof => new ThresholdProof(proof.Years, proof.Over)).ToList();
            var ask = new AgeAsk(asked.Jurisdiction, asked.Service, asked.Name, asked.Date, proofs ?? [], asked.At, asked.Zone, asked.Users);
            return Answer(() => AgeReply.Of(EvaluateAge.Answer(ask.Question(law.Places, clock.GetUtcNow()), law.Ages, law.Places), law));
        }
        catch (JsonException fault)
        {
            return Refused($"{Where(fault)} The fields are jurisdiction, date, service, name, users, proofs, at and zone; a birth date, a person's name or a document is neither asked for nor accepted.");
        }
        catch (ArgumentException fault)
        {
            return Refused(Says(fault));
        }
    }

    private static List<AgeReplyChange> Changes(string? country, LawDesk law, TimeProvider clock)
    {
        var layers = string.IsNullOrWhiteSpace(country) ? null : law.Places.Layers(AgeAsk.PlaceCode(country));
        return [.. law.Ages.ChangesAfter(LocalMoment.Day(clock.GetUtcNow(), null), layers).Select(AgeReplyChange.Of)];
    }

    private static IResult Answer<T>(Func<T> answer)
    {
        try
        {
            return Results.Json(answer(), RecordJson.Options);
        }
        catch (ArgumentException fault)
        {
            return Refused(Says(fault));
        }
    }

    private sealed record AgeRequest(
        [property: JsonRequired] string Jurisdiction,
        DateOnly? Date,
        [property: JsonRequired] ServiceType Service,
        string? Name,
        long? Users,
        IReadOnlyList<ProofRequest>? Proofs,
        string? At,
        string? Zone);

    private sealed record ProofRequest([property: JsonRequired] int Years, [property: JsonRequired] bool Over);
}
