using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>Checks an age proof in the form of an mdoc, in the European age-verification profile (<c>eu.europa.ec.av.1</c>) over ISO/IEC 18013-5.</summary>
public sealed class MdocAgeProof(IReadOnlyList<TrustedIssuer> issuers, NonceBook nonces, AgeProofOptions options, TimeProvider clock)
{
    public const string Profile = "eu.europa.ec.av.1";

    /// <summary>Extended key usage of a document signer (ISO/IEC 18013-5 Annex B).</summary>
    public const string DocumentSigner = "1.0.18013.5.1.2";

    private const string OverPrefix = "age_over_";
    private const int Es256 = -7;

    /// <summary>The checks that are made of this form, in their order. Nonce, desk and address are inside of what the holder signs.</summary>
    public static IReadOnlyList<AgeProofCheck> Checks { get; } =
    [
        AgeProofCheck.Shape, AgeProofCheck.WalletStatus, AgeProofCheck.Type, AgeProofCheck.Algorithm, AgeProofCheck.Issuer, AgeProofCheck.SignerUse,
        AgeProofCheck.SignerValidity, AgeProofCheck.IssuerSignature, AgeProofCheck.Version, AgeProofCheck.Validity, AgeProofCheck.Kind,
        AgeProofCheck.HashAlgorithm, AgeProofCheck.Digests, AgeProofCheck.Holder, AgeProofCheck.HolderSignature, AgeProofCheck.Replay,
        AgeProofCheck.OnlyAge, AgeProofCheck.Answer, AgeProofCheck.Threshold,
    ];

    /// <param name="response">As a wallet posts it, in base64url.</param>
    public AgeProofOutcome Check(string response, AgeProofRequest request)
    {
        var most = Base64Url.GetEncodedLength(options.MostBytes);
        return response.Length <= most && Base64Url.IsValid(response)
            ? Check(Base64Url.DecodeFromChars(response), request)
            : AgeProofOutcome.Refused(new RefusedProofException(AgeProofCheck.Shape, "The proof is not base64url, or is larger than is read."));
    }

    public AgeProofOutcome Check(byte[] response, AgeProofRequest request)
    {
        try
        {
            RefusedProofException.Unless(response.Length <= options.MostBytes, AgeProofCheck.Shape, "The proof is larger than is read.");
            var read = DeviceResponse.Read(response);
            RefusedProofException.Unless(read.DocType == Profile && read.NameSpace == Profile, AgeProofCheck.Type, "The document is not of the age-verification profile.");
            var issuerAuth = Sign1(read.IssuerAuth, AgeProofCheck.Shape);
            var issuer = Issuer(issuerAuth);
            var signed = SecurityObject.Read(issuerAuth.Content?.ToArray() ?? []);
            Valid(signed);
            RefusedProofException.Unless(signed.DocType == read.DocType, AgeProofCheck.Kind, "The issuer signed another kind of document.");
            RefusedProofException.Unless(signed.DigestAlgorithm == "SHA-256", AgeProofCheck.HashAlgorithm, "Digests are not SHA-256.");
            var shown = read.Items.Select(item => Item(item, signed, read.NameSpace)).ToList();
            Holder(read, signed, request);
            RefusedProofException.Unless(nonces.TakeBack(request.Nonce), AgeProofCheck.Replay, "The request is unknown, too old, or was answered before.");
            RefusedProofException.Unless(
                CborParts.Guarded(() => CborParts.Map(CborParts.Inside(read.DeviceNameSpaces))).Count == 0, AgeProofCheck.OnlyAge, "The wallet adds something of its own; it was not read and nothing of it was kept.");
            return AgeProofOutcome.Proven(new AgeProof(Thresholds(shown).Answer(request.Years), issuer, clock.GetUtcNow()));
        }
        catch (RefusedProofException refusal)
        {
            return AgeProofOutcome.Refused(refusal);
        }
    }

    private static CoseSign1Message Sign1(byte[] encoded, AgeProofCheck check)
    {
        try
        {
            var message = CoseMessage.DecodeSign1(encoded);
            RefusedProofException.Unless(
                message.ProtectedHeaders.TryGetValue(CoseHeaderLabel.Algorithm, out var algorithm) && algorithm.GetValueAsInt32() == Es256,
                AgeProofCheck.Algorithm,
                "The signature is not ES256, the one algorithm that is taken.");
            return message;
        }
        catch (Exception broken) when (broken is CryptographicException or InvalidOperationException)
        {
            throw new RefusedProofException(check, "A signature is not the COSE_Sign1 that it should be.");
        }
    }

    private string Issuer(CoseSign1Message message)
    {
        using var certificates = SignerCertificates.Of(message);
        var issuer = certificates.Issuer(issuers, clock.GetUtcNow());
        RefusedProofException.Unless(certificates.Signed(message), AgeProofCheck.IssuerSignature, "The issuer's signature does not hold.");
        return issuer.Name;
    }

    private void Valid(SecurityObject signed)
    {
        var now = clock.GetUtcNow();
        RefusedProofException.Unless(
            signed.Signed <= signed.ValidFrom && signed.ValidFrom <= now + options.Skew && now <= signed.ValidUntil + options.Skew,
            AgeProofCheck.Validity,
            "The document is not valid now.");
    }

    private static (string Name, byte[] Value) Item(byte[] encoded, SecurityObject signed, string space)
    {
        var item = CborParts.Guarded(() => CborParts.Map(CborParts.Inside(encoded)));
        var digest = CborParts.Guarded(() => CborParts.Number(CborParts.Get(item, "digestID")));
        var expected = signed.Digests.TryGetValue(space, out var digests) && digests.TryGetValue(digest, out var found)
            ? CborParts.Guarded(() => CborParts.Bytes(found))
            : throw new RefusedProofException(AgeProofCheck.Digests, "The issuer signed no digest for what is shown.");
        RefusedProofException.Unless(
            CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(encoded)), AgeProofCheck.Digests, "What is shown is not what the issuer signed.");
        return CborParts.Guarded(() => (CborParts.Text(CborParts.Get(item, "elementIdentifier")), CborParts.Get(item, "elementValue")));
    }

    private static void Holder(DeviceResponse read, SecurityObject signed, AgeProofRequest request)
    {
        RefusedProofException.Unless(read.DeviceSignature is not null, AgeProofCheck.Holder, "The holder has not signed.");
        var message = Sign1(read.DeviceSignature!, AgeProofCheck.Holder);
        using var key = signed.OpenDeviceKey();
        var bytes = Handover.DeviceAuthentication(request, read.DocType, read.DeviceNameSpaces);

        // Nonce, client id and address are inside of what is signed: another request gives other bytes.
        RefusedProofException.Unless(
            message.Content is null && message.VerifyDetached(key, bytes), AgeProofCheck.HolderSignature, "The holder's signature does not hold for this request.");
    }

    private static AgeThresholds Thresholds(IEnumerable<(string Name, byte[] Value)> items)
    {
        var shown = new AgeThresholds();
        foreach (var (name, value) in items)
        {
            RefusedProofException.Unless(name.StartsWith(OverPrefix, StringComparison.Ordinal), AgeProofCheck.OnlyAge, "The proof shows more than thresholds of age; it was not read further and nothing of it was kept.");
            shown.Add(name[OverPrefix.Length..], CborParts.Guarded(() => CborParts.Flag(value)));
        }

        return shown;
    }
}
