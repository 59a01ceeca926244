using System.Formats.Cbor;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>Checks an age proof in the form of an mdoc, in the European age-verification profile (<c>eu.europa.ec.av.1</c>) over ISO/IEC 18013-5.</summary>
public sealed class MdocAgeProof(IReadOnlyList<TrustedIssuer> issuers, NonceBook nonces, AgeProofOptions options, TimeProvider clock)
{
    public const string Profile = "eu.europa.ec.av.1";

    /// <summary>Extended key usage of a document signer (ISO/IEC 18013-5 Annex B).</summary>
    public const string DocumentSigner = "1.0.18013.5.1.2";

    private const string OverPrefix = "age_over_";
    private const int Es256 = -7;

    private static readonly CoseHeaderLabel Chain = new(33);

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
            return AgeProofOutcome.Proven(new AgeProof(AgeThresholds.Answer(request.Years, Thresholds(shown)), issuer, clock.GetUtcNow()));
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
        var certificates = Certificates(message);
        foreach (var issuer in issuers.Where(one => one.Anchor is not null))
        {
            if (Leads(certificates, issuer.Anchor!))
            {
                using var key = certificates[0].GetECDsaPublicKey();
                RefusedProofException.Unless(key is not null && message.VerifyEmbedded(key), AgeProofCheck.IssuerSignature, "The issuer's signature does not hold.");
                return issuer.Name;
            }
        }

        throw new RefusedProofException(AgeProofCheck.Issuer, "The certificates do not lead to an issuer on the trusted list.");
    }

    private static List<X509Certificate2> Certificates(CoseSign1Message message)
    {
        RefusedProofException.Unless(message.UnprotectedHeaders.TryGetValue(Chain, out var header), AgeProofCheck.Issuer, "The signature comes without its certificates.");
        return CborParts.Guarded(() =>
        {
            var encoded = header.EncodedValue.ToArray();
            List<byte[]> list = new CborReader(encoded).PeekState() == CborReaderState.StartArray ? [.. CborParts.List(encoded).Select(CborParts.Bytes)] : [CborParts.Bytes(encoded)];
            RefusedProofException.Unless(list.Count is > 0 and <= 4, AgeProofCheck.Issuer, "The chain of certificates is empty or longer than is read.");
            try
            {
                return list.ConvertAll(bytes => X509CertificateLoader.LoadCertificate(bytes));
            }
            catch (CryptographicException)
            {
                throw new RefusedProofException(AgeProofCheck.Issuer, "A certificate cannot be read.");
            }
        });
    }

    private bool Leads(List<X509Certificate2> certificates, X509Certificate2 anchor)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(anchor);
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // the profile has none; its credentials live for weeks
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(DocumentSigner));
        return Builds(chain, certificates[0])
            && certificates[0].Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(use => use.EnhancedKeyUsages[DocumentSigner] is not null);
    }

    private static bool Builds(X509Chain chain, X509Certificate2 certificate)
    {
        try
        {
            return chain.Build(certificate);
        }
        catch (CryptographicException)
        {
            return false; // a broken field may come to light only when the chain is built; such a certificate leads nowhere
        }
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

    private static Dictionary<int, bool> Thresholds(IEnumerable<(string Name, byte[] Value)> items)
    {
        var shown = new Dictionary<int, bool>();
        foreach (var (name, value) in items)
        {
            RefusedProofException.Unless(name.StartsWith(OverPrefix, StringComparison.Ordinal), AgeProofCheck.OnlyAge, "The proof shows more than thresholds of age; it was not read further and nothing of it was kept.");
            var years = int.TryParse(name.AsSpan(OverPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 1 and <= 120 ? read : 0;
            var over = CborParts.Guarded(() => CborParts.Flag(value));
            RefusedProofException.Unless(years > 0 && over is not null, AgeProofCheck.Threshold, "A threshold is no age, or its answer is neither true nor false.");
            shown[years] = over!.Value;
        }

        return shown;
    }
}
