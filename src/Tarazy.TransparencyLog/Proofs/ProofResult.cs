namespace Tarazy.TransparencyLog.Proofs;

/// <summary>What is wrong with a proof.</summary>
public enum ProofFault
{
    None,
    IndexOutsideTree,
    SizesOutOfOrder,
    PathTooShort,
    PathTooLong,
    OldRootDiffers,
    RootDiffers,
}

/// <summary>The outcome of checking a proof.</summary>
public readonly record struct ProofResult(ProofFault Fault)
{
    public bool Ok => Fault == ProofFault.None;

    public string Says => Fault switch
    {
        ProofFault.None => "The proof holds.",
        ProofFault.IndexOutsideTree => "The proof names a place outside of the tree.",
        ProofFault.SizesOutOfOrder => "The proof goes from a larger tree to a smaller one.",
        ProofFault.PathTooShort => "The proof has fewer hashes than a tree of this size needs.",
        ProofFault.PathTooLong => "The proof has more hashes than a tree of this size needs.",
        ProofFault.OldRootDiffers => "The hashes of the proof do not lead to the root of the earlier checkpoint.",
        ProofFault.RootDiffers => "The hashes of the proof do not lead to the root of the checkpoint.",
        _ => "The proof was not checked.",
    };

    public static implicit operator ProofResult(ProofFault fault) => new(fault);
}
