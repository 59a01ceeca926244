using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// A model on disk: gzip over <c>TZLANG1\0</c>, bits (byte), languages (byte), their codes (length byte and ASCII), scale, the two
/// bounds (little-endian floats), then the weights row by row, one signed byte a language.
/// </summary>
internal static class LanguageFile
{
    private const int MostBits = 20;
    private static ReadOnlySpan<byte> Magic => "TZLANG1\0"u8;

    public static void Write(LanguageModel model, Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(gzip, Encoding.ASCII);
        writer.Write(Magic);
        writer.Write((byte)model.Bits);
        writer.Write((byte)model.Codes.Count);
        foreach (var code in model.Codes)
        {
            writer.Write(code);
        }

        writer.Write(model.Scale);
        writer.Write(model.Bounds.UnknownBelow);
        writer.Write(model.Bounds.SureFrom);
        var bytes = MemoryMarshal.AsBytes(model.Weights.AsSpan());
        for (var row = 0; row < bytes.Length; row += LanguageModel.Lanes)
        {
            writer.Write(bytes.Slice(row, model.Codes.Count));
        }
    }

    public static LanguageModel Read(Stream stream)
    {
        try
        {
            using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            using var buffered = new BufferedStream(gzip, 1 << 16);
            using var reader = new BinaryReader(buffered, Encoding.ASCII);
            return Read(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException("The language model cannot be read: it is cut short or not a model. Nothing was loaded.", fault);
        }
    }

    private static LanguageModel Read(BinaryReader reader)
    {
        Span<byte> magic = stackalloc byte[8];
        reader.BaseStream.ReadExactly(magic);
        int bits = reader.ReadByte(), languages = reader.ReadByte();
        if (!magic.SequenceEqual(Magic) || bits is < 8 or > MostBits || languages is < 2 or > LanguageModel.Lanes)
        {
            throw new InvalidDataException("The header is not that of a language model.");
        }

        var codes = new string[languages];
        for (var i = 0; i < languages; i++)
        {
            codes[i] = reader.ReadString();
        }

        var scale = reader.ReadSingle();
        var bounds = new LanguageBounds(reader.ReadSingle(), reader.ReadSingle());
        var weights = new sbyte[LanguageModel.Lanes << bits];
        var bytes = MemoryMarshal.AsBytes(weights.AsSpan());
        for (var row = 0; row < bytes.Length; row += LanguageModel.Lanes)
        {
            reader.BaseStream.ReadExactly(bytes.Slice(row, languages));
        }

        return new LanguageModel(codes, bits, scale, weights, bounds);
    }
}
