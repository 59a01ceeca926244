using System.Numerics;

namespace Tarazy.TransparencyLog.Tree;

/// <summary>Where the hashes of whole subtrees come from: tiles, or memory.</summary>
internal interface INodes
{
    /// <summary>The hash over the leaves [index·2^level, (index+1)·2^level), all of which are in the tree.</summary>
    Digest Node(int level, long index);
}

/// <summary>Roots and proofs of a tree whose whole subtrees can be asked for (RFC 6962, 2.1).</summary>
internal static class TreeHashes
{
    public static Digest Root(INodes nodes, long size) => size == 0 ? MerkleHash.Empty : Range(nodes, 0, size);

    /// <summary>PATH(m, D[n]): from the leaf up.</summary>
    public static List<Digest> InclusionPath(INodes nodes, long index, long size)
    {
        var path = new List<Digest>();
        Walk(0, size);
        return path;

        void Walk(long start, long count)
        {
            if (count == 1)
            {
                return;
            }

            var left = LargestPowerBelow(count);
            if (index < start + left)
            {
                Walk(start, left);
                path.Add(Range(nodes, start + left, count - left));
            }
            else
            {
                Walk(start + left, count - left);
                path.Add(Range(nodes, start, left));
            }
        }
    }

    /// <summary>PROOF(m, D[n]); empty when the trees are one, or the first is empty.</summary>
    public static List<Digest> ConsistencyPath(INodes nodes, long from, long to)
    {
        var path = new List<Digest>();
        if (from > 0)
        {
            Walk(from, 0, to, known: true);
        }

        return path;

        void Walk(long old, long start, long count, bool known)
        {
            if (old == count)
            {
                if (!known)
                {
                    path.Add(Range(nodes, start, count));
                }

                return;
            }

            var left = LargestPowerBelow(count);
            if (old <= left)
            {
                Walk(old, start, left, known);
                path.Add(Range(nodes, start + left, count - left));
            }
            else
            {
                Walk(old - left, start + left, count - left, known: false);
                path.Add(Range(nodes, start, left));
            }
        }
    }

    /// <summary>MTH over leaves [start, start+count), where start is a multiple of the largest power of two in count.</summary>
    private static Digest Range(INodes nodes, long start, long count)
    {
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return nodes.Node(level, start >> level);
        }

        var left = LargestPowerBelow(count);
        return MerkleHash.Node(Range(nodes, start, left), Range(nodes, start + left, count - left));
    }

    private static long LargestPowerBelow(long count) => 1L << BitOperations.Log2((ulong)count - 1);
}
