using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Analysis.Labels.Spans;

/// <summary>Each word of a text as a row: itself, its beginning, its neighbours, in a hashed table.</summary>
internal static class TokenRows
{
    public const int Bits = 18;
    public const int Features = 12;

    private static readonly float Value = 1 / MathF.Sqrt(Features);

    /// <summary>Writes the table rows of one word.</summary>
    public static void Of(PartToken[] tokens, int at, Span<int> rows)
    {
        unchecked
        {
            ulong Word(int by) => at + by >= 0 && at + by < tokens.Length ? tokens[at + by].Word : 7;
            ulong Stem(int by) => at + by >= 0 && at + by < tokens.Length ? tokens[at + by].Stem : 7;
            rows[0] = Row(Word(0), 1);
            rows[1] = Row(Stem(0), 2);
            rows[2] = Row(Stem(-1), 3);
            rows[3] = Row(Stem(1), 4);
            rows[4] = Row(Stem(-2), 5);
            rows[5] = Row(Stem(2), 6);
            rows[6] = Row(FeatureReader.Pair(Stem(-1), Stem(0)), 7);
            rows[7] = Row(FeatureReader.Pair(Stem(0), Stem(1)), 8);
            rows[8] = Row(Word(-1), 9);
            rows[9] = Row(Word(1), 10);
            rows[10] = Row(Stem(3), 11);
            rows[11] = Row(Stem(-3), 12);
        }
    }

    public static SparseRows All(IReadOnlyList<TextParts> texts)
    {
        var count = texts.Sum(text => text.Tokens.Length);
        var starts = new int[count + 1];
        var rows = new int[count * Features];
        var row = 0;
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Tokens.Length; i++, row++)
            {
                Of(text.Tokens, i, rows.AsSpan(row * Features, Features));
                starts[row + 1] = (row + 1) * Features;
            }
        }

        var values = new float[rows.Length];
        Array.Fill(values, Value);
        return SparseRows.Compact(starts, rows, values, 1 << Bits);
    }

    /// <summary>The score of one word under weights by table row.</summary>
    public static float Score(float[] weights, float bias, ReadOnlySpan<int> rows)
    {
        var sum = 0f;
        foreach (var row in rows)
        {
            sum += weights[row];
        }

        return (sum * Value) + bias;
    }

    private static int Row(ulong hash, ulong salt) => unchecked(FeatureReader.Row(hash + (salt * 0x9E37_79B9_7F4A_7C15UL), 64 - Bits));
}
