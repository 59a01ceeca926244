using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>An issuer and a wallet in one, with a handle on every part that a forger would touch.</summary>
internal sealed class SdJwtWallet : IDisposable
{
    public const string IssuerName = "https://issuer.example";

    private readonly ECDsa _issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DateTimeOffset _now;

    public SdJwtWallet(DateTimeOffset now)
    {
        _now = now;
        var point = _holder.ExportParameters(false).Q;
        Payload = new JsonObject
        {
            ["iss"] = IssuerName,
            ["iat"] = Seconds(-3600),
            ["exp"] = Seconds(86_400),
            ["vct"] = "urn:eudi:age:1",
            ["_sd_alg"] = "sha-256",
            ["cnf"] = new JsonObject { ["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) } },
        };
    }

    public byte[] IssuerKey => _issuer.ExportSubjectPublicKeyInfo();

    public JsonObject Header { get; } = new() { ["alg"] = "ES256", ["typ"] = "dc+sd-jwt" };

    public JsonObject Payload { get; }

    public JsonObject HolderHeader { get; } = new() { ["alg"] = "ES256", ["typ"] = "kb+jwt" };

    /// <summary>Name and value of what is disclosed, digested under the issuer's signature.</summary>
    public List<(string Name, JsonNode? Value)> Disclosed { get; } = [];

    /// <summary>Disclosures that the issuer did not sign.</summary>
    public List<string> Smuggled { get; } = [];

    public Action<JsonObject> ChangeHolder { get; set; } = _ => { };

    public Func<string, string> ChangeSent { get; set; } = sent => sent;

    public Func<string, string> ChangeBefore { get; set; } = sent => sent;

    public long Seconds(int from) => _now.AddSeconds(from).ToUnixTimeSeconds();

    public string Present(string audience, string nonce)
    {
        var disclosures = Disclosed.Select(Disclosure).ToList();
        if (disclosures.Count > 0)
        {
            var digests = (Payload["_sd"] as JsonArray)?.Select(digest => digest!.GetValue<string>()).ToList() ?? [];
            Payload["_sd"] = new JsonArray([.. digests.Concat(disclosures.Select(Digest).Except(digests)).Select(digest => (JsonNode)digest)]);
        }

        var bound = ChangeBefore(string.Join('~', [Token(Header, Payload, _issuer), .. disclosures, .. Smuggled]) + "~");
        var holder = new JsonObject { ["aud"] = audience, ["nonce"] = nonce, ["iat"] = Seconds(-1), ["sd_hash"] = Digest(bound) };
        ChangeHolder(holder);
        return ChangeSent(bound + Token(HolderHeader, holder, _holder));
    }

    public static string Disclosure((string Name, JsonNode? Value) claim) => Encode(new JsonArray("salt-" + claim.Name, claim.Name, claim.Value?.DeepClone()));

    public static string Encode(JsonNode node) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(node.ToJsonString()));

    public static string Digest(string of) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(of)));

    public void Dispose()
    {
        _issuer.Dispose();
        _holder.Dispose();
    }

    private static string Token(JsonObject header, JsonObject payload, ECDsa key)
    {
        var signed = $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header))}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }
}
