using System.Formats.Cbor;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>Makes CBOR in encoded pieces, the other way round than <see cref="CborParts"/>.</summary>
internal static class CborMake
{
    public static byte[] Map(params IReadOnlyList<(string Key, byte[] Value)> entries) => One(writer =>
    {
        writer.WriteStartMap(entries.Count);
        foreach (var (key, value) in entries)
        {
            writer.WriteTextString(key);
            writer.WriteEncodedValue(value);
        }

        writer.WriteEndMap();
    });

    public static byte[] NumberedMap(params IReadOnlyList<(long Key, byte[] Value)> entries) => One(writer =>
    {
        writer.WriteStartMap(entries.Count);
        foreach (var (key, value) in entries)
        {
            writer.WriteInt64(key);
            writer.WriteEncodedValue(value);
        }

        writer.WriteEndMap();
    });

    public static byte[] List(params IReadOnlyList<byte[]> items) => One(writer =>
    {
        writer.WriteStartArray(items.Count);
        foreach (var item in items)
        {
            writer.WriteEncodedValue(item);
        }

        writer.WriteEndArray();
    });

    public static byte[] Text(string text) => One(writer => writer.WriteTextString(text));

    public static byte[] Number(long number) => One(writer => writer.WriteInt64(number));

    public static byte[] Bytes(byte[] bytes) => One(writer => writer.WriteByteString(bytes));

    public static byte[] Flag(bool flag) => One(writer => writer.WriteBoolean(flag));

    public static byte[] Time(DateTimeOffset time) => One(writer => writer.WriteDateTimeOffset(time));

    /// <summary>Encoded CBOR in a byte string, under tag 24.</summary>
    public static byte[] Tagged(byte[] inside) => One(writer =>
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
