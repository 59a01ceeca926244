using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Tarazy.Analysis.Labels.Files;

/// <summary>
/// A model on disk: <c>TZLABEL1</c>, the SHA-256 of the rest, then gzip over the content (docs/formats/label-model.md). The hash is
/// looked at before anything is unpacked.
/// </summary>
internal static class LabelFile
{
    private const int MostBytes = 64 << 20;
    private const int VersionBytes = 6;

    private static ReadOnlySpan<byte> Magic => "TZLABEL1"u8;

    public static void Write(LabelModel model, Stream stream)
    {
        var content = Pack(model);
        stream.Write(Magic);
        stream.Write(SHA256.HashData(content));
        stream.Write(content);
    }

    /// <summary>Whether the stream begins like a label model; it is wound back afterwards.</summary>
    public static bool Begins(Stream stream)
    {
        Span<byte> head = stackalloc byte[Magic.Length];
        var begins = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Magic);
        stream.Position = 0;
        return begins;
    }

    public static string VersionOf(LabelModel model)
    {
        using var plain = new MemoryStream();
        WritePlain(model, plain);
        return Convert.ToHexStringLower(SHA256.HashData(plain.GetBuffer().AsSpan(0, (int)plain.Length)).AsSpan(0, VersionBytes));
    }

    public static LabelModel Read(Stream stream)
    {
        try
        {
            Span<byte> head = stackalloc byte[Magic.Length + SHA256.HashSizeInBytes];
            stream.ReadExactly(head);
            var content = ReadRest(stream);
            if (!head.StartsWith(Magic) || !SHA256.HashData(content).AsSpan().SequenceEqual(head[Magic.Length..]))
            {
                throw new InvalidDataException("The magic or the hash does not fit.");
            }

            using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            using var buffered = new BufferedStream(gzip, 1 << 16);
            using var reader = new BinaryReader(buffered, Encoding.UTF8);
            return LabelContent.Read(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException($"The label model cannot be read: it is cut short, changed or not a model. Nothing was loaded. ({fault.Message})", fault);
        }
    }

    private static byte[] Pack(LabelModel model)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            WritePlain(model, gzip);
        }

        return packed.ToArray();
    }

    private static void WritePlain(LabelModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        LabelContent.Write(model, writer);
    }

    private static byte[] ReadRest(Stream stream)
    {
        using var rest = new MemoryStream();
        Span<byte> buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            rest.Write(buffer[..read]);
            if (rest.Length > MostBytes)
            {
                throw new InvalidDataException($"More than {MostBytes >> 20} MB.");
            }
        }

        return rest.ToArray();
    }
}
