using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Proofs;

namespace Tarazy.TransparencyLog.Receipts;

/// <summary>
/// Entries of a log with everything needed to check them far from it: leaf, proof, signed checkpoint and, where they are
/// open, content and salt. <c>docs/formats/receipt.md</c>.
/// </summary>
/// <param name="ShownKey">The log's verifier key as the receipt shows it. It proves nothing by itself.</param>
public sealed record Receipt(string ShownKey, SignedCheckpoint Checkpoint, IReadOnlyList<ReceiptEntry> Entries);

/// <param name="Leaf">The entry as it stands in the log; UTF-8 text.</param>
/// <param name="Opening">Null while the content is sealed, and for ever after it was erased.</param>
public sealed record ReceiptEntry(string Leaf, InclusionProof Proof, Opening? Opening = null)
{
    public long Index => Proof.Index;
}

/// <summary>What opens a commitment: SHA-256(salt ‖ content).</summary>
/// <param name="Content">Canonical JSON (RFC 8785).</param>
public sealed record Opening(ReadOnlyMemory<byte> Salt, string Content);
