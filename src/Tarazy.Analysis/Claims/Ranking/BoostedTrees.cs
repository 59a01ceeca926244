namespace Tarazy.Analysis.Claims.Ranking;

/// <summary>
/// A sum of small decision trees (Friedman, "Greedy function approximation", 2001). Every tree is whole: level by level, the
/// children of node n are 2n + 1 and 2n + 2, and a split that separates nothing sends all to the left.
/// </summary>
/// <param name="Depth">Splits from the root to a leaf.</param>
/// <param name="Start">The sum before the first tree, in log odds.</param>
/// <param name="Features">Feature of every split, tree after tree.</param>
/// <param name="Thresholds">A row goes left when its feature is at most this.</param>
/// <param name="Leaves">What a leaf adds, tree after tree.</param>
internal sealed record BoostedTrees(int Depth, float Start, int[] Features, float[] Thresholds, float[] Leaves)
{
    public int Trees => Leaves.Length >> Depth;

    public float Sum(ReadOnlySpan<float> row)
    {
        var splits = (1 << Depth) - 1;
        var sum = Start;
        for (var tree = 0; tree < Trees; tree++)
        {
            var begin = tree * splits;
            var node = 0;
            for (var level = 0; level < Depth; level++)
            {
                node = (2 * node) + (row[Features[begin + node]] <= Thresholds[begin + node] ? 1 : 2);
            }

            sum += Leaves[(tree << Depth) + node - splits];
        }

        return sum;
    }
}
