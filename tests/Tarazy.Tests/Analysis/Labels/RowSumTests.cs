using CsCheck;
using Tarazy.Analysis.Labels;

namespace Tarazy.Tests.Analysis.Labels;

public class RowSumTests
{
    private static readonly Gen<(sbyte[] Weights, int Lanes, int[] Rows)> Tables =
        from lanes in Gen.Int[1, 33].Select(RowSums.LanesFor)
        from weights in Gen.SByte.Array[lanes * 32]
        from rows in Gen.Int[0, 31].Array[0, 700]
        select (weights, lanes, rows);

    [Fact]
    public void Weighed_sums_are_the_same_on_the_vector_road_and_the_plain_one() =>
        Tables.Sample(table =>
        {
            float[] values = [.. table.Rows.Select(row => row / 31f)];
            var (vector, plain) = (new float[table.Lanes], new float[table.Lanes]);
            RowSums.Add(table.Weights, table.Lanes, table.Rows, values, vector);
            RowSums.AddPlain(table.Weights, table.Lanes, table.Rows, values, plain);
            Assert.Equal(plain, vector);
        });

    [Fact]
    public void Counted_sums_are_the_same_on_the_vector_road_and_the_plain_one() =>
        Tables.Sample(table =>
        {
            var (vector, plain) = (new int[table.Lanes], new int[table.Lanes]);
            RowSums.Add(table.Weights, table.Lanes, table.Rows, vector);
            RowSums.AddPlain(table.Weights, table.Lanes, table.Rows, plain);
            Assert.Equal(plain, vector);
        });
}
