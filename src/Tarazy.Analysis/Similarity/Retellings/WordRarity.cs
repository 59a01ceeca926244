using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// How rare a word is: its inverse document frequency, ln((N + 1) / (df + 1)), in a table of one byte a bucket of word stems.
/// Words that were never counted are as rare as can be, which is right for names.
/// </summary>
public sealed class WordRarity
{
    internal const int Buckets = 1 << 16;

    /// <summary>Steps of the stored byte: one is a 24th of a natural logarithm.</summary>
    private const double Steps = 24;

    private readonly byte[] _table;

    internal WordRarity(byte[] table) => _table = table.Length == Buckets
        ? table
        : throw new InvalidDataException($"The table of word rarity has {table.Length} bytes and not {Buckets}.");

    internal ReadOnlySpan<byte> Table => _table;

    /// <summary>0 for a word of every text, about 10 for one never seen.</summary>
    public float Of(uint stem) => (float)(_table[stem >> 16] / Steps);

    /// <summary>Counts the stems of many texts.</summary>
    public static WordRarity Learn(IEnumerable<string> texts)
    {
        var counts = new int[Buckets];
        var seen = new HashSet<uint>();
        var folded = new FoldedText();
        var all = 0;
        foreach (var text in texts)
        {
            folded.Fold(text);
            seen.Clear();
            for (var i = 0; i < folded.Tokens.Length; i++)
            {
                if (folded.Kinds[i] == TokenKind.Word && folded.Tokens[i].Length >= StoryFacts.ShortestWord && seen.Add(StoryFacts.StemOf(folded, i)))
                {
                    counts[StoryFacts.StemOf(folded, i) >> 16]++;
                }
            }

            all++;
        }

        return new WordRarity([.. counts.Select(count => (byte)Math.Clamp(Math.Round(Math.Log((all + 1.0) / (count + 1)) * Steps), 0, byte.MaxValue))]);
    }
}
