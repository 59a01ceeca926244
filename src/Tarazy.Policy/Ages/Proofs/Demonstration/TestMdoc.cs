using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using Tarazy.Policy.Ages.Proofs.Mdoc;

namespace Tarazy.Policy.Ages.Proofs.Demonstration;

/// <summary>An mdoc of the age-verification profile with one threshold, and a wallet that presents it.</summary>
internal sealed class TestMdoc
{
    private const int Chain = 33;

    private readonly byte[] _item;
    private readonly byte[] _issuerAuth;

    private TestMdoc(byte[] item, byte[] issuerAuth) => (_item, _issuerAuth) = (item, issuerAuth);

    public static TestMdoc Issue(TestIssuer issuer, TestCredential credential, ECDsa holder)
    {
        var item = Item(credential.Element, credential.Threshold.Over);
        var unprotected = new CoseHeaderMap { [new CoseHeaderLabel(Chain)] = CoseHeaderValue.FromEncodedValue(CborMake.Bytes(issuer.Certificate)) };
        var signer = new CoseSigner(issuer.Key, HashAlgorithmName.SHA256, null, unprotected);
        return new TestMdoc(item, CoseSign1Message.SignEmbedded(CborMake.Tagged(Signed(item, credential, holder)), signer));
    }

    /// <summary>The same with the other answer, whose digest the issuer did not sign.</summary>
    public TestMdoc Tampered(TestCredential credential) => new(Item(credential.Element, !credential.Threshold.Over), _issuerAuth);

    public byte[] Present(AgeProofRequest request, ECDsa holder)
    {
        var ofTheWallet = CborMake.Tagged(CborMake.Map());
        var signature = CoseSign1Message.SignDetached(
            Handover.DeviceAuthentication(request, MdocAgeProof.Profile, ofTheWallet), new CoseSigner(holder, HashAlgorithmName.SHA256));
        var document = CborMake.Map(
            ("docType", CborMake.Text(MdocAgeProof.Profile)),
            ("issuerSigned", CborMake.Map(("nameSpaces", CborMake.Map((MdocAgeProof.Profile, CborMake.List(_item)))), ("issuerAuth", _issuerAuth))),
            ("deviceSigned", CborMake.Map(("nameSpaces", ofTheWallet), ("deviceAuth", CborMake.Map(("deviceSignature", signature))))));
        return CborMake.Map(("version", CborMake.Text("1.0")), ("documents", CborMake.List(document)), ("status", CborMake.Number(0)));
    }

    private static byte[] Item(string name, bool over) => CborMake.Tagged(CborMake.Map(
        ("digestID", CborMake.Number(0)),
        ("random", CborMake.Bytes(RandomNumberGenerator.GetBytes(16))),
        ("elementIdentifier", CborMake.Text(name)),
        ("elementValue", CborMake.Flag(over))));

    private static byte[] Signed(byte[] item, TestCredential credential, ECDsa holder)
    {
        var point = holder.ExportParameters(includePrivateParameters: false).Q;
        var key = CborMake.NumberedMap((1, CborMake.Number(2)), (-1, CborMake.Number(1)), (-2, CborMake.Bytes(point.X!)), (-3, CborMake.Bytes(point.Y!)));
        return CborMake.Map(
            ("version", CborMake.Text("1.0")),
            ("digestAlgorithm", CborMake.Text("SHA-256")),
            ("valueDigests", CborMake.Map((MdocAgeProof.Profile, CborMake.NumberedMap((0, CborMake.Bytes(SHA256.HashData(item))))))),
            ("deviceKeyInfo", CborMake.Map(("deviceKey", key))),
            ("docType", CborMake.Text(MdocAgeProof.Profile)),
            ("validityInfo", CborMake.Map(
                ("signed", CborMake.Time(credential.From)), ("validFrom", CborMake.Time(credential.From)), ("validUntil", CborMake.Time(credential.Until)))));
    }
}
