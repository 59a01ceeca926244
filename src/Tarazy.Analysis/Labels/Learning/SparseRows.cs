using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// The weighed features of many texts, row after row. Columns are the table rows that the texts use, the most frequent first, so
/// that what is read most lies together.
/// </summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private SparseRows(int[] starts, int[] columns, float[] values, int[] tableRows, int tableSize, int shared)
    {
        _starts = starts;
        _columns = columns;
        _values = values;
        TableRows = tableRows;
        TableSize = tableSize;
        Shared = shared;
    }

    public int Count => _starts.Length - 1;

    /// <summary>The row of the hashed table that each column stands for.</summary>
    public int[] TableRows { get; }

    /// <summary>Rows of the hashed table, used or not.</summary>
    public int TableSize { get; }

    /// <summary>Columns before this one are used by two texts or more.</summary>
    public int Shared { get; }

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public float Squares(int row)
    {
        float sum = 0;
        foreach (var value in Values(row))
        {
            sum += value * value;
        }

        return sum;
    }

    /// <param name="share">How much words count; null lets all blocks count alike.</param>
    public static SparseRows Of(IReadOnlyList<string> texts, FeatureSet set, Weighing weighing, WordShare? share = null)
    {
        var starts = new int[texts.Count + 1];
        var rows = new List<int>(texts.Count * 200);
        var values = new List<float>(texts.Count * 200);
        var text = new FoldedText();
        var scratch = new LabelScratch();
        for (var i = 0; i < texts.Count; i++)
        {
            text.Fold(texts[i]);
            weighing.Weigh(text, scratch);
            rows.AddRange(scratch.Rows);
            for (var at = 0; at < scratch.Rows.Length; at++)
            {
                values.Add(scratch.Values[at] * (share?.Of(scratch.Rows[at]) ?? 1));
            }

            starts[i + 1] = rows.Count;
        }

        return Compact(starts, [.. rows], [.. values], set.Rows + set.StyleRows);
    }

    /// <summary>Rows given as positions in a hashed table.</summary>
    public static SparseRows Compact(int[] starts, int[] rows, float[] values, int tableRows)
    {
        var uses = new int[tableRows];
        foreach (var row in rows)
        {
            uses[row]++;
        }

        var used = Enumerable.Range(0, tableRows).Where(row => uses[row] > 0).OrderByDescending(row => uses[row]).ToArray();
        var columnOf = new int[tableRows];
        var shared = 0;
        for (var column = 0; column < used.Length; column++)
        {
            columnOf[used[column]] = column;
            shared += uses[used[column]] > 1 ? 1 : 0;
        }

        var columns = new int[rows.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = columnOf[rows[i]];
        }

        return new SparseRows(starts, columns, values, used, tableRows, shared);
    }
}
