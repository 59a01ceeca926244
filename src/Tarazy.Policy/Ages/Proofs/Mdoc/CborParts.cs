using System.Formats.Cbor;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

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
