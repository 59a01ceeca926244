using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tarazy.Policy.Ages.Proofs.SdJwt;

/// <summary>Checks an age proof in the form of an SD-JWT with key binding (RFC 9901).</summary>
public sealed class SdJwtAgeProof(IReadOnlyList<TrustedIssuer> issuers, NonceBook nonces, AgeProofOptions options, TimeProvider clock)
{
    private const string OverPrefix = "age_over_";
    private const string EqualOrOver = "age_equal_or_over";

    /// <summary>Claims of the mechanism; anything else that is shown must be a threshold of age.</summary>
    private static readonly HashSet<string> Mechanism = new(StringComparer.Ordinal) { "iss", "iat", "nbf", "exp", "vct", "cnf", "_sd_alg" };

    /// <summary>The checks that are made of this form, in their order.</summary>
    public static IReadOnlyList<AgeProofCheck> Checks { get; } =
    [
        AgeProofCheck.Shape, AgeProofCheck.Type, AgeProofCheck.Algorithm, AgeProofCheck.Issuer, AgeProofCheck.IssuerSignature, AgeProofCheck.Validity,
        AgeProofCheck.Kind, AgeProofCheck.HashAlgorithm, AgeProofCheck.Digests, AgeProofCheck.Names, AgeProofCheck.Overwriting, AgeProofCheck.Unsigned,
        AgeProofCheck.Status, AgeProofCheck.Holder, AgeProofCheck.HolderSignature, AgeProofCheck.Audience, AgeProofCheck.Nonce, AgeProofCheck.Fresh,
        AgeProofCheck.Binding, AgeProofCheck.Replay, AgeProofCheck.OnlyAge, AgeProofCheck.Answer, AgeProofCheck.Threshold,
    ];

    public AgeProofOutcome Check(string presentation, AgeProofRequest request)
    {
        try
        {
            RefusedProofException.Unless(presentation.Length <= options.MostBytes, AgeProofCheck.Shape, "The proof is larger than is read.");
            var parts = presentation.Split('~');
            RefusedProofException.Unless(parts.Length >= 2 && parts.Length - 2 <= options.MostDisclosures, AgeProofCheck.Shape, "This is no SD-JWT, or it discloses more than is read.");
            var token = CompactJws.Parse(parts[0], AgeProofCheck.Shape);
            var issuer = Issuer(token);
            Valid(token.Payload);
            RefusedProofException.Unless(
                CompactJws.Text(token.Payload, "vct") is { } vct && options.CredentialTypes.Contains(vct), AgeProofCheck.Kind, "The credential is of a kind that is not taken here.");
            RefusedProofException.Unless(
                token.Payload["_sd_alg"] is null || CompactJws.Text(token.Payload, "_sd_alg") == "sha-256", AgeProofCheck.HashAlgorithm, "Digests are not SHA-256.");
            var holder = (token.Payload["cnf"] as JsonObject)?["jwk"]?.DeepClone();
            var disclosures = new Disclosures(parts[1..^1]);
            disclosures.Open(token.Payload);
            disclosures.DemandAllUsed();
            RefusedProofException.Unless(!token.Payload.ContainsKey("status"), AgeProofCheck.Status, "The credential points to a status list, which is not asked here.");
            Holder(parts[^1], presentation[..^parts[^1].Length], holder, request);
            return AgeProofOutcome.Proven(new AgeProof(Shown(token.Payload).Answer(request.Years), issuer, clock.GetUtcNow()));
        }
        catch (RefusedProofException refusal)
        {
            return AgeProofOutcome.Refused(refusal);
        }
    }

    private string Issuer(CompactJws token)
    {
        RefusedProofException.Unless(CompactJws.Text(token.Header, "typ") == "dc+sd-jwt", AgeProofCheck.Type, "The token's type is not dc+sd-jwt.");
        token.DemandAlgorithm();
        var name = CompactJws.Text(token.Payload, "iss");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var issuer = issuers.FirstOrDefault(one => one.Name == name && one.Key is not null && one.IsOn(today));
        RefusedProofException.Unless(issuer is not null, AgeProofCheck.Issuer, "The issuer is not on the trusted list.");
        using var key = issuer!.OpenKey();
        RefusedProofException.Unless(token.SignedBy(key), AgeProofCheck.IssuerSignature, "The issuer's signature does not hold.");
        return issuer.Name;
    }

    private void Valid(JsonObject payload)
    {
        var now = clock.GetUtcNow();
        foreach (var name in new[] { "iat", "nbf", "exp" })
        {
            RefusedProofException.Unless(!payload.ContainsKey(name) || CompactJws.Time(payload, name) is not null, AgeProofCheck.Validity, $"{name} is no time.");
        }

        RefusedProofException.Unless(CompactJws.Time(payload, "exp") is { } end && end > now - options.Skew, AgeProofCheck.Validity, "The credential has no end, or it is over.");
        RefusedProofException.Unless(!(CompactJws.Time(payload, "nbf") > now + options.Skew), AgeProofCheck.Validity, "The credential is not valid yet.");
        RefusedProofException.Unless(!(CompactJws.Time(payload, "iat") > now + options.Skew), AgeProofCheck.Validity, "The credential was issued in the future.");
    }

    private void Holder(string binding, string bound, JsonNode? jwk, AgeProofRequest request)
    {
        RefusedProofException.Unless(binding.Length > 0 && jwk is JsonObject, AgeProofCheck.Holder, "The holder has not signed, or the credential names no holder's key.");
        var token = CompactJws.Parse(binding, AgeProofCheck.Holder);
        RefusedProofException.Unless(CompactJws.Text(token.Header, "typ") == "kb+jwt", AgeProofCheck.Holder, "The holder's token is not of the type kb+jwt.");
        token.DemandAlgorithm();
        using var key = HolderKey((JsonObject)jwk!);
        RefusedProofException.Unless(token.SignedBy(key), AgeProofCheck.HolderSignature, "The holder's signature does not hold.");
        RefusedProofException.Unless(CompactJws.Text(token.Payload, "aud") == request.Audience, AgeProofCheck.Audience, "The proof was made for somebody else.");
        RefusedProofException.Unless(CompactJws.Text(token.Payload, "nonce") == request.Nonce, AgeProofCheck.Nonce, "The proof was made for another request.");
        var now = clock.GetUtcNow();
        RefusedProofException.Unless(
            CompactJws.Time(token.Payload, "iat") is { } made && made <= now + options.Skew && made >= now - options.RequestLife - options.Skew,
            AgeProofCheck.Fresh,
            "The proof was not made just now.");
        var hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(bound)));
        RefusedProofException.Unless(CompactJws.Text(token.Payload, "sd_hash") == hash, AgeProofCheck.Binding, "The holder signed something else than was sent.");
        RefusedProofException.Unless(nonces.TakeBack(request.Nonce), AgeProofCheck.Replay, "The request is unknown, too old, or was answered before.");
    }

    private static ECDsa HolderKey(JsonObject jwk)
    {
        RefusedProofException.Unless(
            CompactJws.Text(jwk, "kty") == "EC" && CompactJws.Text(jwk, "crv") == "P-256", AgeProofCheck.Algorithm, "The holder's key is not on the curve P-256.");
        try
        {
            return ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = CompactJws.Bytes(CompactJws.Text(jwk, "x") ?? "", AgeProofCheck.Holder),
                    Y = CompactJws.Bytes(CompactJws.Text(jwk, "y") ?? "", AgeProofCheck.Holder),
                },
            });
        }
        catch (CryptographicException)
        {
            throw new RefusedProofException(AgeProofCheck.Holder, "The holder's key is no point of its curve.");
        }
    }

    private static AgeThresholds Shown(JsonObject payload)
    {
        var shown = new AgeThresholds();
        foreach (var (name, value) in payload.Where(claim => !Mechanism.Contains(claim.Key)))
        {
            if (name == EqualOrOver && value is JsonObject thresholds)
            {
                foreach (var (years, over) in thresholds)
                {
                    shown.Add(years, Flag(over));
                }
            }
            else
            {
                RefusedProofException.Unless(name.StartsWith(OverPrefix, StringComparison.Ordinal), AgeProofCheck.OnlyAge, "The proof shows more than thresholds of age; it was not read further and nothing of it was kept.");
                shown.Add(name[OverPrefix.Length..], Flag(value));
            }
        }

        return shown;
    }

    private static bool? Flag(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;
}
