using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tarazy.Policy.Ages.Proofs.SdJwt;

/// <summary>A signed JSON token in its compact form (RFC 7515), with ES256 alone (RFC 7518 §3.4).</summary>
internal sealed class CompactJws
{
    private const string Algorithm = "ES256";
    private const int SignatureBytes = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly string _signed;
    private readonly byte[] _signature;

    private CompactJws(JsonObject header, JsonObject payload, string signed, byte[] signature) =>
        (Header, Payload, _signed, _signature) = (header, payload, signed, signature);

    public JsonObject Header { get; }

    public JsonObject Payload { get; }

    public static CompactJws Parse(string token, AgeProofCheck check)
    {
        var parts = token.Split('.');
        RefusedProofException.Unless(parts.Length == 3, check, "A signed token has three parts.");
        return new CompactJws(Json(parts[0], check), Json(parts[1], check), $"{parts[0]}.{parts[1]}", Bytes(parts[2], check));
    }

    /// <summary>Makes such a token.</summary>
    public static string Sign(string type, JsonObject payload, ECDsa key)
    {
        var header = new JsonObject { ["alg"] = Algorithm, ["typ"] = type };
        var signed = $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header))}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    public void DemandAlgorithm()
    {
        RefusedProofException.Unless(Text(Header, "alg") == Algorithm, AgeProofCheck.Algorithm, "The token is not signed with ES256, the one algorithm that is taken.");
        RefusedProofException.Unless(!Header.ContainsKey("crit"), AgeProofCheck.Algorithm, "The token demands an extension that is not known here.");
    }

    public bool SignedBy(ECDsa key) => _signature.Length == SignatureBytes
        && key.VerifyData(Encoding.ASCII.GetBytes(_signed), _signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A NumericDate (RFC 7519 §2), whole seconds.</summary>
    public static DateTimeOffset? Time(JsonObject of, string name) =>
        of[name] is JsonValue value && value.TryGetValue<long>(out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static byte[] Bytes(string text, AgeProofCheck check)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            throw new RefusedProofException(check, "A part is not base64url.");
        }
    }

    public static JsonNode Node(ReadOnlySpan<byte> json, AgeProofCheck check)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) ?? throw new RefusedProofException(check, "A part is the JSON null.");
        }
        catch (JsonException)
        {
            throw new RefusedProofException(check, "A part is not JSON, or names a member twice.");
        }
    }

    private static JsonObject Json(string part, AgeProofCheck check) =>
        Node(Bytes(part, check), check) as JsonObject ?? throw new RefusedProofException(check, "A part is no JSON object.");
}
