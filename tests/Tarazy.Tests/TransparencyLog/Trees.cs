using System.Text;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.TransparencyLog;

/// <summary>The definitions of RFC 6962, 2.1, word by word and as slow as they are, to hold the real code against.</summary>
internal static class Trees
{
    public static Digest Naive(ReadOnlySpan<Digest> leaves)
    {
        if (leaves.Length == 0)
        {
            return MerkleHash.Empty;
        }

        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return MerkleHash.Node(Naive(leaves[..split]), Naive(leaves[split..]));
    }

    public static byte[] Entry(long index, string story = "") => Encoding.UTF8.GetBytes($$"""{"entry":{{index}},"story":"{{story}}"}""");

    public static ReadOnlyMemory<byte>[] Entries(long from, long to, string story = "") =>
        [.. Enumerable.Range(0, (int)(to - from)).Select(i => (ReadOnlyMemory<byte>)Entry(from + i, story))];

    public static Digest[] Leaves(long count, string story = "") =>
        [.. Entries(0, count, story).Select(e => MerkleHash.Leaf(e.Span))];

    internal sealed class Nodes(Digest[] leaves) : INodes
    {
        public Digest Node(int level, long index) => Naive(leaves.AsSpan((int)(index << level), 1 << level));
    }
}
