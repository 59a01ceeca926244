namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>The parts of an mdoc answer (ISO/IEC 18013-5 §8.3.2.1.2.2) that an age proof has: one document with one namespace.</summary>
/// <param name="Items">The encoded items of the namespace, each with its tag 24, as they were digested.</param>
/// <param name="IssuerAuth">COSE_Sign1 over the mobile security object.</param>
/// <param name="DeviceNameSpaces">Encoded, with its tag 24.</param>
/// <param name="DeviceSignature">COSE_Sign1 of the holder; null when the wallet used a MAC or nothing.</param>
internal sealed record DeviceResponse(
    string DocType,
    string NameSpace,
    IReadOnlyList<byte[]> Items,
    byte[] IssuerAuth,
    byte[] DeviceNameSpaces,
    byte[]? DeviceSignature)
{
    private const int MostItems = 16;

    public static DeviceResponse Read(byte[] bytes) => CborParts.Guarded(() =>
    {
        var top = CborParts.Map(bytes);
        RefusedProofException.Unless(top.TryGetValue("status", out var status) && CborParts.Number(status) == 0, AgeProofCheck.WalletStatus, "The wallet answered with an error.");
        var documents = CborParts.List(CborParts.Get(top, "documents"));
        RefusedProofException.Unless(documents.Count == 1, AgeProofCheck.Shape, "The answer holds more than one document, or none.");
        var document = CborParts.Map(documents[0]);
        var issuerSigned = CborParts.Map(CborParts.Get(document, "issuerSigned"));
        var spaces = CborParts.Map(CborParts.Get(issuerSigned, "nameSpaces"));
        RefusedProofException.Unless(spaces.Count == 1, AgeProofCheck.Shape, "The answer shows more than one namespace, or none.");
        var (space, list) = spaces.Single();
        var items = CborParts.List(list);
        RefusedProofException.Unless(items.Count is > 0 and <= MostItems, AgeProofCheck.Shape, "The namespace is empty or larger than is read.");
        var deviceSigned = CborParts.Map(CborParts.Get(document, "deviceSigned"));
        var auth = CborParts.Map(CborParts.Get(deviceSigned, "deviceAuth"));
        return new DeviceResponse(
            CborParts.Text(CborParts.Get(document, "docType")),
            space,
            items,
            CborParts.Get(issuerSigned, "issuerAuth"),
            CborParts.Get(deviceSigned, "nameSpaces"),
            auth.GetValueOrDefault("deviceSignature"));
    });
}
