using CsCheck;
using Tarazy.Analysis.Language;

namespace Tarazy.Tests.Analysis.Language;

public class RunTableTests
{
    private static readonly Gen<ulong> Run = Gen.ULong;

    [Fact]
    public void The_road_without_branches_and_the_plain_one_find_alike() =>
        Gen.Select(Run.Array[0, 400], Run.Array[0, 400], Gen.Int[-99, 99].Array[RunTable.Lanes]).Sample((known, asked, weights) =>
        {
            var table = new RunTable(8, 8);
            for (var i = 0; i < known.Length; i++)
            {
                if (table.Place(known[i]) < 0)
                {
                    table.PlaceVote(known[i], (i % (RunTable.Lanes - 1)) + 1);
                }
            }

            ulong[] runs = [.. asked, .. known];
            int[] fastRows = new int[runs.Length], plainRows = new int[runs.Length];
            int[] fastSums = new int[RunTable.Lanes], plainSums = new int[RunTable.Lanes];
            var plain = table.FindPlain(runs, plainRows, weights, plainSums);
            var fast = table.Find([.. runs], fastRows, weights, fastSums);
            Assert.Equal(plainRows[..plain], fastRows[..fast]);
            Assert.Equal(plainSums, fastSums);
        });

    [Fact]
    public void A_placed_run_is_found_in_its_own_row_and_a_full_bucket_takes_no_more()
    {
        var table = new RunTable(8, 8);
        var placed = Enumerable.Range(0, 6).Select(i => (ulong)(i + 1) << 8).ToDictionary(run => run, table.Place);
        Assert.Equal([0, 1, 2, 3, -1, -1], placed.Values);
        Assert.All(placed, pair => Assert.Equal(pair.Value, table.Row(pair.Key)));
    }

    [Fact]
    public void A_vote_is_found_under_its_lane_and_what_was_never_seen_has_none()
    {
        var table = new RunTable(8, 8);
        Assert.True(table.PlaceVote(0x1234_5678_9ABC_DEF0, 7));
        Assert.Equal(7, table.Lane(0x1234_5678_9ABC_DEF0));
        Assert.Equal(0, table.Lane(0x1234_5678_0000_0000));
    }

    [Fact]
    public void Rows_are_asked_to_have_room_for_every_run() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunTable(8, 8).Find(new ulong[3], new int[2], new int[32], new int[32]));
}
