using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tarazy.Policy.Ages.Proofs.Mdoc;

namespace Tarazy.Policy.Ages.Proofs.Demonstration;

/// <summary>An issuer for showing how a proof works. Its keys are made at start, are written nowhere, and stand on no list that decides.</summary>
internal sealed class TestIssuer : IDisposable
{
    private const int Years = 5;

    private readonly X509Certificate2 _root;

    public TestIssuer(string name, DateTimeOffset now)
    {
        Name = name;
        using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Test issuer", root, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _root = authority.CreateSelfSigned(now.AddYears(-1), now.AddYears(Years));
        var signer = new CertificateRequest("CN=Test document signer", Key, HashAlgorithmName.SHA256);
        signer.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(MdocAgeProof.DocumentSigner)], critical: true));
        using var signed = signer.Create(_root, now.AddYears(-1), now.AddYears(Years).AddDays(-1), RandomNumberGenerator.GetBytes(8));
        Certificate = signed.RawData;
    }

    public string Name { get; }

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Of its document signer.</summary>
    public byte[] Certificate { get; }

    public TrustedIssuer Listed() => new(Name, Key.ExportSubjectPublicKeyInfo(), X509CertificateLoader.LoadCertificate(_root.RawData), Test: true);

    public void Dispose()
    {
        Key.Dispose();
        _root.Dispose();
    }
}

/// <summary>What a test issuer is asked to sign. Days are whole, as the profile wants them: an hour would tell one person from another.</summary>
internal sealed record TestCredential(ThresholdProof Threshold, DateTimeOffset From, DateTimeOffset Until)
{
    public string Element => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"age_over_{Threshold.Years}");
}
