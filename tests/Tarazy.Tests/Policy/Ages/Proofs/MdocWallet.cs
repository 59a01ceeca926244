using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Mdoc;

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

        var deviceSpaces = Tagged(Map([]));
        var holder = new CoseSigner(_holder, HashAlgorithmName.SHA256);
        var signature = CoseSign1Message.SignDetached(Handover.DeviceAuthentication(Request(request), DocType, deviceSpaces), holder);
        var document = Map(
        [
            ("docType", Text(DocType)),
            ("issuerSigned", Map([("nameSpaces", Map([(NameSpace, List(items))])), ("issuerAuth", issuerAuth)])),
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
            var chain = new CborWriter();
            chain.WriteByteString(Certificate());
            unprotected[new CoseHeaderLabel(33)] = CoseHeaderValue.FromEncodedValue(chain.Encode());
        }

        return CoseSign1Message.SignEmbedded(Tagged(SecurityObject(items)), new CoseSigner(OtherSigner ? other : _signer, IssuerHash, null, unprotected));
    }

    private byte[] SecurityObject(List<byte[]> items)
    {
        var digests = new CborWriter();
        digests.WriteStartMap(items.Count);
        for (var id = 0; id < items.Count; id++)
        {
            digests.WriteInt32(id);
            digests.WriteByteString(SHA256.HashData(items[id]));
        }

        digests.WriteEndMap();
        return Map(
        [
            ("version", Text("1.0")),
            ("digestAlgorithm", Text(DigestAlgorithm)),
            ("valueDigests", Map([(NameSpace, digests.Encode())])),
            ("deviceKeyInfo", Map([("deviceKey", DeviceKey())])),
            ("docType", Text(SignedDocType)),
            ("validityInfo", Map([("signed", Time(ValidFrom)), ("validFrom", Time(ValidFrom)), ("validUntil", Time(ValidUntil))])),
        ]);
    }

    private byte[] DeviceKey()
    {
        var point = _holder.ExportParameters(false).Q;
        var key = new CborWriter();
        key.WriteStartMap(4);
        key.WriteInt32(1);
        key.WriteInt32(2);
        key.WriteInt32(-1);
        key.WriteInt32(Curve);
        key.WriteInt32(-2);
        key.WriteByteString(point.X!);
        key.WriteInt32(-3);
        key.WriteByteString(point.Y!);
        key.WriteEndMap();
        return key.Encode();
    }

    private byte[] Certificate()
    {
        var request = new CertificateRequest("CN=Invented signer", _signer, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Usage)], critical: true));
        using var root = OwnRoot ? SelfSigned("CN=Forged root") : null;
        using var signed = request.Create(root ?? Anchor, now.AddDays(-10), now.AddDays(100), [1, 2, 3]);
        return signed.RawData;
    }

    private X509Certificate2 SelfSigned(string name)
    {
        var request = new CertificateRequest(name, _root, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(now.AddDays(-20), now.AddDays(200));
    }

    private static byte[] Item(int id, string name, object value)
    {
        var element = new CborWriter();
        if (value is bool flag)
        {
            element.WriteBoolean(flag);
        }
        else
        {
            element.WriteTextString((string)value);
        }

        var random = new CborWriter();
        random.WriteByteString(SHA256.HashData([(byte)id])[..16]);
        return Tagged(Map([("digestID", Number(id)), ("random", random.Encode()), ("elementIdentifier", Text(name)), ("elementValue", element.Encode())]));
    }

    private static byte[] Map(IReadOnlyList<(string Key, byte[] Value)> entries)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(entries.Count);
        foreach (var (key, value) in entries)
        {
            writer.WriteTextString(key);
            writer.WriteEncodedValue(value);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private static byte[] List(List<byte[]> items)
    {
        var writer = new CborWriter();
        writer.WriteStartArray(items.Count);
        items.ForEach(item => writer.WriteEncodedValue(item));
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] Text(string text) => One(writer => writer.WriteTextString(text));

    private static byte[] Number(long number) => One(writer => writer.WriteInt64(number));

    private static byte[] Time(DateTimeOffset time) => One(writer => writer.WriteDateTimeOffset(time));

    private static byte[] Tagged(byte[] inside) => One(writer =>
    {
        writer.WriteTag(CborTag.EncodedCborDataItem);
        writer.WriteByteString(inside);
    });

    private static byte[] One(Action<CborWriter> write)
    {
        var writer = new CborWriter();
        write(writer);
        return writer.Encode();
    }
}
