using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>The certificates that come with an issuer's signature (<c>x5chain</c>, RFC 9360), and whether they lead to an issuer on the list.</summary>
internal sealed class SignerCertificates : IDisposable
{
    private const int Longest = 4;

    private static readonly CoseHeaderLabel Chain = new(33);

    private readonly List<X509Certificate2> _certificates;

    private SignerCertificates(List<X509Certificate2> certificates) => _certificates = certificates;

    public static SignerCertificates Of(CoseSign1Message message)
    {
        RefusedProofException.Unless(message.UnprotectedHeaders.TryGetValue(Chain, out var header), AgeProofCheck.Issuer, "The signature comes without its certificates.");
        return CborParts.Guarded(() =>
        {
            var encoded = header.EncodedValue.ToArray();
            List<byte[]> list = new CborReader(encoded).PeekState() == CborReaderState.StartArray ? [.. CborParts.List(encoded).Select(CborParts.Bytes)] : [CborParts.Bytes(encoded)];
            RefusedProofException.Unless(list.Count is > 0 and <= Longest, AgeProofCheck.Issuer, "The chain of certificates is empty or longer than is read.");
            try
            {
                return new SignerCertificates(list.ConvertAll(bytes => X509CertificateLoader.LoadCertificate(bytes)));
            }
            catch (CryptographicException)
            {
                throw new RefusedProofException(AgeProofCheck.Issuer, "A certificate cannot be read.");
            }
        });
    }

    /// <summary>The issuer that they lead to; three checks, each refused as itself.</summary>
    public TrustedIssuer Issuer(IEnumerable<TrustedIssuer> issuers, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var ended = false;
        foreach (var issuer in issuers.Where(one => one.Anchor is not null && one.IsOn(today)))
        {
            var faults = Faults(issuer.Anchor!, now);
            if ((faults & ~X509ChainStatusFlags.NotTimeValid) == X509ChainStatusFlags.NoError)
            {
                RefusedProofException.Unless(SignsDocuments(), AgeProofCheck.SignerUse, "The certificate is not one for signing such documents.");
                if (faults == X509ChainStatusFlags.NoError)
                {
                    return issuer;
                }

                ended = true;
            }
        }

        throw ended
            ? new RefusedProofException(AgeProofCheck.SignerValidity, "A certificate of the issuer is not valid now.")
            : new RefusedProofException(AgeProofCheck.Issuer, "The certificates do not lead to an issuer on the trusted list.");
    }

    public bool Signed(CoseSign1Message message)
    {
        using var key = _certificates[0].GetECDsaPublicKey();
        return key is not null && message.VerifyEmbedded(key);
    }

    public void Dispose() => _certificates.ForEach(certificate => certificate.Dispose());

    private bool SignsDocuments() =>
        _certificates[0].Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(use => use.EnhancedKeyUsages[MdocAgeProof.DocumentSigner] is not null);

    private X509ChainStatusFlags Faults(X509Certificate2 anchor, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(anchor);
        chain.ChainPolicy.ExtraStore.AddRange(_certificates.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // the profile has none; its credentials live for weeks
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        try
        {
            return chain.Build(_certificates[0]) ? X509ChainStatusFlags.NoError
                : chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) is var faults && faults != X509ChainStatusFlags.NoError ? faults
                : X509ChainStatusFlags.PartialChain;
        }
        catch (CryptographicException)
        {
            return X509ChainStatusFlags.PartialChain; // a broken field may come to light only when the chain is built; such a certificate leads nowhere
        }
    }
}
