using System.Formats.Cbor;

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
        RefusedProofException.Unless(top.TryGetValue("status", out var status) && CborParts.Number(status) == 0, AgeProofCheck.Shape, "The wallet answered with an error.");
        var documents = CborParts.List(CborParts.Get(top, "documents"));
        RefusedProofException.Unless(documents.Count == 1, AgeProofCheck.OnlyAge, "The answer holds more than one document, or none.");
        var document = CborParts.Map(documents[0]);
        var issuerSigned = CborParts.Map(CborParts.Get(document, "issuerSigned"));
        var spaces = CborParts.Map(CborParts.Get(issuerSigned, "nameSpaces"));
        RefusedProofException.Unless(spaces.Count == 1, AgeProofCheck.OnlyAge, "The answer shows more than one namespace, or none.");
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

/// <summary>Reads CBOR in encoded pieces, because digests and signatures are over bytes as they were sent.</summary>
internal static class CborParts
{
    private const int MostEntries = 64;

    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new RefusedProofException(AgeProofCheck.Shape, "The proof is not the CBOR that an mdoc is made of.");
        }
    }

    /// <summary>A map with text keys; a key that stands twice is refused by the reader.</summary>
    public static Dictionary<string, byte[]> Map(byte[] encoded)
    {
        var reader = Reader(encoded);
        var map = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = reader.ReadTextString();
            Limit(map.Count);
            map.Add(key, reader.ReadEncodedValue().ToArray());
        }

        return map;
    }

    public static Dictionary<long, byte[]> NumberedMap(byte[] encoded)
    {
        var reader = Reader(encoded);
        var map = new Dictionary<long, byte[]>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = reader.ReadInt64();
            Limit(map.Count);
            map.Add(key, reader.ReadEncodedValue().ToArray());
        }

        return map;
    }

    public static List<byte[]> List(byte[] encoded)
    {
        var reader = Reader(encoded);
        var list = new List<byte[]>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            Limit(list.Count);
            list.Add(reader.ReadEncodedValue().ToArray());
        }

        return list;
    }

    /// <summary>What stands inside of tag 24: encoded CBOR in a byte string.</summary>
    public static byte[] Inside(byte[] encoded)
    {
        var reader = Reader(encoded);
        RefusedProofException.Unless(reader.PeekState() == CborReaderState.Tag && reader.ReadTag() == CborTag.EncodedCborDataItem, AgeProofCheck.Shape, "Encoded CBOR without its tag.");
        return reader.ReadByteString();
    }

    public static byte[] Get(Dictionary<string, byte[]> map, string key) =>
        map.TryGetValue(key, out var value) ? value : throw new RefusedProofException(AgeProofCheck.Shape, $"The part {key} is missing.");

    public static string Text(byte[] encoded) => Reader(encoded).ReadTextString();

    public static long Number(byte[] encoded) => Reader(encoded).ReadInt64();

    public static byte[] Bytes(byte[] encoded) => Reader(encoded).ReadByteString();

    /// <summary>A date and time (tag 0).</summary>
    public static DateTimeOffset Time(byte[] encoded) => Reader(encoded).ReadDateTimeOffset();

    public static bool? Flag(byte[] encoded)
    {
        var reader = Reader(encoded);
        return reader.PeekState() == CborReaderState.Boolean ? reader.ReadBoolean() : null;
    }

    private static CborReader Reader(byte[] encoded) => new(encoded, CborConformanceMode.Strict);

    private static void Limit(int count) => RefusedProofException.Unless(count < MostEntries, AgeProofCheck.Shape, "A part has more entries than are read.");
}
