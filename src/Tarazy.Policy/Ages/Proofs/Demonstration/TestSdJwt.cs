using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tarazy.Policy.Ages.Proofs.SdJwt;

namespace Tarazy.Policy.Ages.Proofs.Demonstration;

/// <summary>An SD-JWT with one threshold (RFC 9901), and a wallet that presents it with key binding.</summary>
internal sealed class TestSdJwt
{
    /// <summary>Digests of nothing, so that their number does not tell how many thresholds the issuer knows.</summary>
    private const int Decoys = 2;

    private readonly string _token;
    private readonly string _disclosure;

    private TestSdJwt(string token, string disclosure) => (_token, _disclosure) = (token, disclosure);

    public static TestSdJwt Issue(TestIssuer issuer, TestCredential credential, ECDsa holder)
    {
        var point = holder.ExportParameters(includePrivateParameters: false).Q;
        var disclosure = Disclosure(credential.Element, credential.Threshold.Over);
        var digests = Enumerable.Range(0, Decoys).Select(_ => RandomNumberGenerator.GetHexString(32)).Append(disclosure).Select(Digest).Order(StringComparer.Ordinal);
        var claims = new JsonObject
        {
            ["iss"] = issuer.Name,
            ["iat"] = credential.From.ToUnixTimeSeconds(),
            ["exp"] = credential.Until.ToUnixTimeSeconds(),
            ["vct"] = "urn:eu.europa.ec.av.1",
            ["_sd_alg"] = "sha-256",
            ["_sd"] = new JsonArray([.. digests.Select(digest => (JsonNode)digest)]),
            ["cnf"] = new JsonObject { ["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) } },
        };
        return new TestSdJwt(CompactJws.Sign("dc+sd-jwt", claims, issuer.Key), disclosure);
    }

    /// <summary>The same with the other answer in its disclosure, which the issuer did not sign.</summary>
    public TestSdJwt Tampered(TestCredential credential) => new(_token, Disclosure(credential.Element, !credential.Threshold.Over));

    public string Present(AgeProofRequest request, ECDsa holder, DateTimeOffset now)
    {
        var bound = $"{_token}~{_disclosure}~";
        var binding = new JsonObject { ["aud"] = request.Audience, ["nonce"] = request.Nonce, ["iat"] = now.ToUnixTimeSeconds(), ["sd_hash"] = Digest(bound) };
        return bound + CompactJws.Sign("kb+jwt", binding, holder);
    }

    private static string Disclosure(string name, bool over) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new JsonArray(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), name, over).ToJsonString()));

    private static string Digest(string of) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(of)));
}
