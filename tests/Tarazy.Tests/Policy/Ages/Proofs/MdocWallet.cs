using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Mdoc;
using static Tarazy.Policy.Ages.Proofs.Mdoc.CborMake;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>Makes mdocs by hand, with a handle on every part that a forger would touch.</summary>
internal sealed class MdocWallet(DateTimeOffset now) : IDisposable
{
    private readonly ECDsa _root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private X509Certificate2? _anchor;

    public X509Certificate2 Anchor => _anchor ??= SelfSigned("CN=Invented root");

    public List<(string Name, object Value)> Items { get; } = [];

    public string DocType { get; set; } = MdocAgeProof.Profile;

    public string SignedDocType { get; set; } = MdocAgeProof.Profile;

    public string NameSpace { get; set; } = MdocAgeProof.Profile;

    public string Usage { get; set; } = MdocAgeProof.DocumentSigner;

    public string DigestAlgorithm { get; set; } = "SHA-256";

    public DateTimeOffset ValidUntil { get; set; } = now.AddDays(30);

    public DateTimeOffset ValidFrom { get; set; } = now.AddDays(-1);

    public HashAlgorithmName IssuerHash { get; set; } = HashAlgorithmName.SHA256;

    public bool ForgeItem { get; set; }

    public bool WithoutChain { get; set; }

    public bool OwnRoot { get; set; }

    public bool OtherSigner { get; set; }

    public bool WithoutHolder { get; set; }

    /// <summary>Days from now until which the signer's certificate is valid.</summary>
    public int SignerUntil { get; set; } = 100;

    public string Version { get; set; } = "1.0";

    public DateTimeOffset? Signed { get; set; }

    public int NameSpaces { get; set; } = 1;

    /// <summary>The wallet adds an element of its own.</summary>
    public bool Added { get; set; }

    public long Status { get; set; }

    public int Documents { get; set; } = 1;

    public int Curve { get; set; } = 1;

    public Func<AgeProofRequest, AgeProofRequest> Request { get; set; } = request => request;

    public byte[] Present(AgeProofRequest request)
    {
        var items = Items.Select((item, id) => Item(id, item.Name, item.Value)).ToList();
        var issuerAuth = IssuerAuth(items);
        if (ForgeItem)
        {
            items[0] = Item(0, Items[0].Name, !(bool)Items[0].Value);
        }

        var deviceSpaces = Tagged(Map(Added ? [(NameSpace, Map([("given_name", Text("Invented"))]))] : []));
        var holder = new CoseSigner(_holder, HashAlgorithmName.SHA256);
        var signature = CoseSign1Message.SignDetached(Handover.DeviceAuthentication(Request(request), DocType, deviceSpaces), holder);
        var document = Map(
        [
            ("docType", Text(DocType)),
            ("issuerSigned", Map([("nameSpaces", Map([.. Enumerable.Range(0, NameSpaces).Select(n => (n == 0 ? NameSpace : NameSpace + ".more", List(items)))])), ("issuerAuth", issuerAuth)])),
            ("deviceSigned", Map([("nameSpaces", deviceSpaces), ("deviceAuth", Map(WithoutHolder ? [] : [("deviceSignature", signature)]))])),
        ]);
        return Map([("version", Text("1.0")), ("documents", List([.. Enumerable.Repeat(document, Documents)])), ("status", Number(Status))]);
    }

    public void Dispose()
    {
        _root.Dispose();
        _signer.Dispose();
        _holder.Dispose();
        _anchor?.Dispose();
    }

    private byte[] IssuerAuth(List<byte[]> items)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var unprotected = new CoseHeaderMap();
        if (!WithoutChain)
        {
            unprotected[new CoseHeaderLabel(33)] = CoseHeaderValue.FromEncodedValue(Bytes(Certificate()));
        }

        return CoseSign1Message.SignEmbedded(Tagged(SecurityObject(items)), new CoseSigner(OtherSigner ? other : _signer, IssuerHash, null, unprotected));
    }

    private byte[] SecurityObject(List<byte[]> items) => Map(
        ("version", Text(Version)),
        ("digestAlgorithm", Text(DigestAlgorithm)),
        ("valueDigests", Map((NameSpace, NumberedMap([.. items.Select((item, id) => ((long)id, Bytes(SHA256.HashData(item))))])))),
        ("deviceKeyInfo", Map(("deviceKey", DeviceKey()))),
        ("docType", Text(SignedDocType)),
        ("validityInfo", Map(("signed", Time(Signed ?? ValidFrom)), ("validFrom", Time(ValidFrom)), ("validUntil", Time(ValidUntil)))));

    private byte[] DeviceKey()
    {
        var point = _holder.ExportParameters(false).Q;
        return NumberedMap((1, Number(2)), (-1, Number(Curve)), (-2, Bytes(point.X!)), (-3, Bytes(point.Y!)));
    }

    private byte[] Certificate()
    {
        var request = new CertificateRequest("CN=Invented signer", _signer, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Usage)], critical: true));
        using var root = OwnRoot ? SelfSigned("CN=Forged root") : null;
        using var signed = request.Create(root ?? Anchor, now.AddDays(-10), now.AddDays(SignerUntil), [1, 2, 3]);
        return signed.RawData;
    }

    private X509Certificate2 SelfSigned(string name)
    {
        var request = new CertificateRequest(name, _root, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(now.AddDays(-20), now.AddDays(200));
    }

    private static byte[] Item(int id, string name, object value) => Tagged(Map(
        ("digestID", Number(id)),
        ("random", Bytes(SHA256.HashData([(byte)id])[..16])),
        ("elementIdentifier", Text(name)),
        ("elementValue", value is bool flag ? Flag(flag) : Text((string)value))));
}
