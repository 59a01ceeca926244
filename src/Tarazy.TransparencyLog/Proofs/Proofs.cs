using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog.Proofs;

/// <summary>That one leaf stands at one place of a tree.</summary>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<Digest> Path)
{
    /// <summary>RFC 9162, 2.1.3.2.</summary>
    public ProofResult Check(Digest leaf, Digest root)
    {
        if (Index < 0 || Index >= Size)
        {
            return ProofFault.IndexOutsideTree;
        }

        var (first, second, hash) = (Index, Size - 1, leaf);
        foreach (var step in Path)
        {
            if (second == 0)
            {
                return ProofFault.PathTooLong;
            }

            if ((first & 1) == 1 || first == second)
            {
                hash = MerkleHash.Node(step, hash);
                while ((first & 1) == 0 && first != 0)
                {
                    (first, second) = (first >> 1, second >> 1);
                }
            }
            else
            {
                hash = MerkleHash.Node(hash, step);
            }

            (first, second) = (first >> 1, second >> 1);
        }

        return second != 0 ? ProofFault.PathTooShort : hash != root ? ProofFault.RootDiffers : ProofFault.None;
    }
}

/// <summary>That the leaves of one tree are the first leaves of a later one, unchanged.</summary>
public sealed record ConsistencyProof(long From, long To, IReadOnlyList<Digest> Path)
{
    /// <summary>RFC 9162, 2.1.4.2; the empty tree is the beginning of every tree.</summary>
    public ProofResult Check(Digest oldRoot, Digest newRoot)
    {
        if (From < 0 || From > To)
        {
            return ProofFault.SizesOutOfOrder;
        }

        if (From == 0 || From == To)
        {
            var known = From == 0 ? MerkleHash.Empty : newRoot;
            return Path.Count > 0 ? ProofFault.PathTooLong : oldRoot != known ? ProofFault.OldRootDiffers : ProofFault.None;
        }

        return Walk(oldRoot, newRoot);
    }

    private ProofResult Walk(Digest oldRoot, Digest newRoot)
    {
        // A whole subtree is its own proof, and the path leaves it out.
        var path = (From & (From - 1)) == 0 ? [oldRoot, .. Path] : Path;
        if (path.Count == 0)
        {
            return ProofFault.PathTooShort;
        }

        var (first, second) = (From - 1, To - 1);
        while ((first & 1) == 1)
        {
            (first, second) = (first >> 1, second >> 1);
        }

        var (old, now) = (path[0], path[0]);
        foreach (var step in path.Skip(1))
        {
            if (second == 0)
            {
                return ProofFault.PathTooLong;
            }

            if ((first & 1) == 1 || first == second)
            {
                (old, now) = (MerkleHash.Node(step, old), MerkleHash.Node(step, now));
                while ((first & 1) == 0 && first != 0)
                {
                    (first, second) = (first >> 1, second >> 1);
                }
            }
            else
            {
                now = MerkleHash.Node(now, step);
            }

            (first, second) = (first >> 1, second >> 1);
        }

        return second != 0 ? ProofFault.PathTooShort
            : old != oldRoot ? ProofFault.OldRootDiffers
            : now != newRoot ? ProofFault.RootDiffers
            : ProofFault.None;
    }
}
