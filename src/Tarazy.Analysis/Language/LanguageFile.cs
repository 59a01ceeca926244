using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// A model on disk: gzip over <c>TZLANG2\0</c>, bits and vote bits (bytes), languages (byte), their codes (length byte and ASCII), the
/// lane of each language in each script (bytes), scale and the four bounds (little-endian floats), close pairs (byte, then two codes
/// and a float each), vote weights (32-bit), tags and votes (16-bit), then the weights lane after lane, one signed byte a row.
/// </summary>
internal static class LanguageFile
{
    private const int FewestBits = 8;
    private const int MostBits = 20;
    private const int MostVoteBits = 22;

    private static ReadOnlySpan<byte> Magic => "TZLANG2\0"u8;

    public static void Write(LanguageModel model, Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(gzip, Encoding.ASCII);
        writer.Write(Magic);
        writer.Write((byte)model.Table.Bits);
        writer.Write((byte)model.Table.VoteBits);
        writer.Write((byte)model.Codes.Count);
        foreach (var code in model.Codes)
        {
            writer.Write(code);
        }

        writer.Write(model.Lanes.All);
        writer.Write(model.Scale);
        writer.Write(model.Bounds.Sharpness);
        writer.Write(model.Bounds.Fading);
        writer.Write(model.Bounds.UnknownBelow);
        writer.Write(model.Bounds.SureFrom);
        writer.Write((byte)model.Close.Count);
        foreach (var (one, other, from) in model.Close)
        {
            writer.Write(one);
            writer.Write(other);
            writer.Write(from);
        }

        foreach (var weight in model.VoteWeights)
        {
            writer.Write(weight);
        }

        writer.Write(MemoryMarshal.AsBytes(model.Table.Tags.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Table.Votes.AsSpan()));
        writer.Write(Turned(MemoryMarshal.AsBytes(model.Table.Rows.AsSpan()), 1 << model.Table.Bits, RunTable.Lanes));
    }

    /// <exception cref="InvalidDataException">The stream is not a model, or is cut short.</exception>
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
        int bits = reader.ReadByte(), voteBits = reader.ReadByte(), languages = reader.ReadByte();
        Check(
            magic.SequenceEqual(Magic) && bits is >= FewestBits and <= MostBits && voteBits is >= FewestBits and <= MostVoteBits
                && languages is >= 2 and <= LanguageLanes.MostLanguages,
            "The header is not that of a language model.");
        var codes = new string[languages];
        for (var i = 0; i < languages; i++)
        {
            codes[i] = reader.ReadString();
        }

        var lanes = new byte[languages * WordScripts.Count];
        reader.BaseStream.ReadExactly(lanes);
        Check(lanes.All(lane => lane < RunTable.Lanes), "A lane is beyond the row.");
        var scale = reader.ReadSingle();
        var bounds = new LanguageBounds(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var close = new ClosePair[reader.ReadByte()];
        for (var i = 0; i < close.Length; i++)
        {
            close[i] = new ClosePair(reader.ReadString(), reader.ReadString(), reader.ReadSingle());
        }

        var weights = new int[LanguageLanes.Sums];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LanguageModel(new LanguageLanes(codes, lanes), ReadTable(reader.BaseStream, bits, voteBits), scale, weights, bounds, close);
    }

    private static RunTable ReadTable(Stream stream, int bits, int voteBits)
    {
        var table = new RunTable(bits, voteBits);
        stream.ReadExactly(MemoryMarshal.AsBytes(table.Tags.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(table.Votes.AsSpan()));
        var turned = new byte[table.Rows.Length];
        stream.ReadExactly(turned);
        Turned(turned, RunTable.Lanes, 1 << bits).CopyTo(MemoryMarshal.AsBytes(table.Rows.AsSpan()));
        return table;
    }

    private static void Check(bool holds, string says)
    {
        if (!holds)
        {
            throw new InvalidDataException(says);
        }
    }

    /// <summary>Rows become columns: one lane's weights are more alike than one row's, so they pack tighter.</summary>
    private static byte[] Turned(ReadOnlySpan<byte> cells, int rows, int columns)
    {
        var turned = new byte[cells.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                turned[(column * rows) + row] = cells[(row * columns) + column];
            }
        }

        return turned;
    }
}
