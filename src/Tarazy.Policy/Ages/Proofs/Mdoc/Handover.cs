using System.Security.Cryptography;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>What ties an mdoc to one request: the session transcript of OpenID4VP 1.0, Appendix B.2.6.1, without encryption.</summary>
internal static class Handover
{
    private const string Name = "OpenID4VPHandover";

    private static readonly byte[] Null = [0xf6];

    /// <summary>The bytes that the holder signs (DeviceAuthenticationBytes, ISO/IEC 18013-5 §9.1.3.4).</summary>
    public static byte[] DeviceAuthentication(AgeProofRequest request, string docType, byte[] deviceNameSpaces) => CborMake.Tagged(
        CborMake.List(CborMake.Text("DeviceAuthentication"), SessionTranscript(request), CborMake.Text(docType), deviceNameSpaces));

    private static byte[] SessionTranscript(AgeProofRequest request)
    {
        var info = CborMake.List(CborMake.Text(request.Audience), CborMake.Text(request.Nonce), Null, CborMake.Text(request.ResponseAddress));
        return CborMake.List(Null, Null, CborMake.List(CborMake.Text(Name), CborMake.Bytes(SHA256.HashData(info))));
    }
}
