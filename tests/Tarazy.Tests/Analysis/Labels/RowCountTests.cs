using CsCheck;
using Tarazy.Analysis.Labels;

namespace Tarazy.Tests.Analysis.Labels;

public class RowCountTests
{
    [Fact]
    public void Rows_are_counted_as_a_dictionary_counts_them_however_many_there_are() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 12]).SelectMany((power, spread) => Gen.Int[0, 20 << spread].Select(row => row << power).Array[0, 9000])
            .Sample(
                texts =>
                {
                    var counts = new RowCounts();
                    foreach (var rows in (int[][])[texts, [.. texts.Take(50)]])
                    {
                        Assert.Equal(rows.CountBy(row => row).Select(pair => (pair.Key, pair.Value)), Counted(counts, rows));
                    }
                },
                iter: 200);

    private static List<(int Row, int Count)> Counted(RowCounts counts, int[] rows)
    {
        var distinct = new List<int>();
        var slots = new int[rows.Length];
        foreach (var row in rows)
        {
            if (!counts.Add(row, out var slot))
            {
                continue;
            }

            slots[distinct.Count] = slot;
            distinct.Add(row);
            if (counts.IsFull(distinct.Count))
            {
                counts.Grow([.. distinct], slots);
            }
        }

        return [.. distinct.Select((row, at) => (row, counts.Take(slots[at])))];
    }
}
