using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>What ties an mdoc to one request: the session transcript of OpenID4VP 1.0, Appendix B.2.6.1, without encryption.</summary>
internal static class Handover
{
    private const string Name = "OpenID4VPHandover";

    /// <summary>The bytes that the holder signs (DeviceAuthenticationBytes, ISO/IEC 18013-5 §9.1.3.4).</summary>
    public static byte[] DeviceAuthentication(AgeProofRequest request, string docType, byte[] deviceNameSpaces)
    {
        var inside = new CborWriter();
        inside.WriteStartArray(4);
        inside.WriteTextString("DeviceAuthentication");
        inside.WriteEncodedValue(SessionTranscript(request));
        inside.WriteTextString(docType);
        inside.WriteEncodedValue(deviceNameSpaces);
        inside.WriteEndArray();
        var outside = new CborWriter();
        outside.WriteTag(CborTag.EncodedCborDataItem);
        outside.WriteByteString(inside.Encode());
        return outside.Encode();
    }

    private static byte[] SessionTranscript(AgeProofRequest request)
    {
        var info = new CborWriter();
        info.WriteStartArray(4);
        info.WriteTextString(request.Audience);
        info.WriteTextString(request.Nonce);
        info.WriteNull();
        info.WriteTextString(request.ResponseAddress);
        info.WriteEndArray();

        var transcript = new CborWriter();
        transcript.WriteStartArray(3);
        transcript.WriteNull();
        transcript.WriteNull();
        transcript.WriteStartArray(2);
        transcript.WriteTextString(Name);
        transcript.WriteByteString(SHA256.HashData(info.Encode()));
        transcript.WriteEndArray();
        transcript.WriteEndArray();
        return transcript.Encode();
    }
}
