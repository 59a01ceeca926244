using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Tarazy.Analysis.Labels.Files;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>A model of passages on disk: <c>TZSPANS1</c>, the SHA-256 of the rest, then gzip (docs/formats/label-model.md). The hash is looked at before anything is unpacked.</summary>
internal static class SpanFile
{
    private const int MostBytes = 64 << 20;
    private const int MostPart = 256 << 20;
    private const int MostStack = 1 << 16;
    private const int Edges = 7;

    private static ReadOnlySpan<byte> Magic => "TZSPANS1"u8;

    public static void Write(SpanParts model, Stream stream)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new BinaryWriter(gzip, Encoding.UTF8))
        {
            WriteModel(model.Texts, writer);
            WriteModel(model.Sentences, writer);
            writer.Write(model.Weights.WordBias);
            writer.Write(MemoryMarshal.AsBytes(model.Weights.Words.AsSpan()));
            foreach (var edges in model.Weights.Bins.Edges)
            {
                writer.Write(MemoryMarshal.AsBytes(edges.AsSpan()));
            }

            writer.Write(model.Weights.StackBias);
            writer.Write(model.Weights.Threshold);
            writer.Write(model.Weights.Stack.Length);
            writer.Write(MemoryMarshal.AsBytes(model.Weights.Stack.AsSpan()));
        }

        var content = packed.ToArray();
        stream.Write(Magic);
        stream.Write(SHA256.HashData(content));
        stream.Write(content);
    }

    public static SpanParts Read(Stream stream)
    {
        try
        {
            Span<byte> head = stackalloc byte[Magic.Length + SHA256.HashSizeInBytes];
            stream.ReadExactly(head);
            if (stream.Length - stream.Position > MostBytes)
            {
                throw new InvalidDataException($"More than {MostBytes >> 20} MB.");
            }

            var content = new byte[stream.Length - stream.Position];
            stream.ReadExactly(content);
            if (!head.StartsWith(Magic) || !SHA256.HashData(content).AsSpan().SequenceEqual(head[Magic.Length..]))
            {
                throw new InvalidDataException("The magic or the hash does not fit.");
            }

            using var reader = new BinaryReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress), Encoding.UTF8);
            return ReadContent(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException($"The model of passages cannot be read: it is cut short, changed or not one. Nothing was loaded. ({fault.Message})", fault);
        }
    }

    private static SpanParts ReadContent(BinaryReader reader)
    {
        var texts = ReadModel(reader);
        var sentences = ReadModel(reader);
        var wordBias = reader.ReadSingle();
        var words = Numbers(reader, 1 << TokenRows.Bits);
        var edges = new float[StackedSigns.Count][];
        for (var sign = 0; sign < edges.Length; sign++)
        {
            edges[sign] = Numbers(reader, Edges);
        }

        var (stackBias, threshold, count) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadInt32());
        if (count != BinnedSigns.TableRows || count > MostStack || !float.IsFinite(wordBias + stackBias + threshold))
        {
            throw new InvalidDataException("The last step is out of its limits.");
        }

        return new SpanParts(texts, sentences, new SpanWeights(words, wordBias, new BinnedSigns(edges), Numbers(reader, count), stackBias, threshold));
    }

    private static void WriteModel(LabelModel model, BinaryWriter writer)
    {
        using var part = new MemoryStream();
        using (var inner = new BinaryWriter(part, Encoding.UTF8, leaveOpen: true))
        {
            LabelContent.Write(model, inner);
        }

        writer.Write((int)part.Length);
        writer.Write(part.GetBuffer().AsSpan(0, (int)part.Length));
    }

    private static LabelModel ReadModel(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is <= 0 or > MostPart)
        {
            throw new InvalidDataException("A part is out of its limits.");
        }

        var part = new byte[length];
        reader.BaseStream.ReadExactly(part);
        using var inner = new BinaryReader(new MemoryStream(part), Encoding.UTF8);
        return LabelContent.Read(inner);
    }

    private static float[] Numbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers.All(float.IsFinite) ? numbers : throw new InvalidDataException("A number is not finite.");
    }
}
