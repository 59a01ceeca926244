using System.Reflection;
using System.Text;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>
/// What was learnt of how Russian, Ukrainian and Kazakh are written: which Cyrillic letters a Latin spelling stands for, and where words
/// end in letters written without gaps. Safe for many threads. The file: "TRZS", a version byte, the size of the tables as a power of
/// two, the two tables, then each Latin spelling with its Cyrillic ones, little-endian and UTF-8.
/// </summary>
public sealed class SpellingModel
{
    private const int MostBits = 22;
    private const int MostSpellings = 4096;
    private const byte Version = 1;

    private static readonly Lazy<SpellingModel> Embedded = new(ReadEmbedded);
    private readonly Dictionary<string, string[]> _choices;

    internal SpellingModel(ContextWeights letters, ContextWeights gaps, Dictionary<string, string[]> choices)
    {
        Letters = letters;
        Gaps = gaps;
        _choices = choices;
        ByLatin = choices.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The model that ships inside the assembly (<c>models/spelling</c>).</summary>
    public static SpellingModel Shipped => Embedded.Value;

    /// <summary>Latin spelling to Cyrillic ones, the most frequent first.</summary>
    internal Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ByLatin { get; }

    internal ContextWeights Letters { get; }

    internal ContextWeights Gaps { get; }

    /// <exception cref="InvalidDataException">No file of this kind, or one that was cut.</exception>
    public static SpellingModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(4).AsSpan().SequenceEqual("TRZS"u8) || reader.ReadByte() != Version || reader.ReadByte() is not (> 8 and <= MostBits and var bits))
            {
                throw new InvalidDataException("No spelling model of version 1; nothing of it was kept.");
            }

            var letters = new ContextWeights(bits, Table(reader, bits));
            var gaps = new ContextWeights(bits, Table(reader, bits));
            var count = Math.Min(reader.ReadInt32(), MostSpellings);
            var choices = new Dictionary<string, string[]>(count, StringComparer.Ordinal);
            for (var i = 0; i < count; i++)
            {
                choices[reader.ReadString()] = reader.ReadString().Split('|');
            }

            return new SpellingModel(letters, gaps, choices);
        }
        catch (EndOfStreamException fault)
        {
            throw new InvalidDataException("The spelling model ends before its last table; nothing of it was kept.", fault);
        }
    }

    /// <summary>Writes what the loader reads, little-endian; the same model gives the same bytes. The stream stays open.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write("TRZS"u8);
        writer.Write(Version);
        writer.Write((byte)Letters.Bits);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Letters.Weights.AsSpan()));
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Gaps.Weights.AsSpan()));
        writer.Write(_choices.Count);
        foreach (var (latin, cyrillic) in _choices.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(latin);
            writer.Write(string.Join('|', cyrillic));
        }
    }

    private static sbyte[] Table(BinaryReader reader, int bits)
    {
        var table = new sbyte[1 << bits];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(table.AsSpan()));
        return table;
    }

    private static SpellingModel ReadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("spelling.model")
            ?? throw new InvalidDataException("The assembly was built without models/spelling/spelling.model.");
        return Load(stream);
    }
}
