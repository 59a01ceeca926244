using System.Text;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog.Receipts;

/// <summary>Checks a receipt without the log, and a log without the desk.</summary>
public static class Check
{
    /// <summary>Commitment → leaf → root → signature, for every entry of the receipt.</summary>
    /// <param name="pinned">The log's key as it was published elsewhere. Without it nobody knows who signed.</param>
    public static CheckReport Receipt(Receipt receipt, VerifierKey? pinned)
    {
        var steps = Signature(receipt.Checkpoint, receipt.ShownKey, pinned, "receipt");
        foreach (var entry in receipt.Entries)
        {
            steps.Add(Inclusion(entry, receipt.Checkpoint.Checkpoint));
            steps.Add(Content(entry));
        }

        return new CheckReport(steps, pinned is not null);
    }

    /// <summary>Every entry and tile of a log's folder against its checkpoint.</summary>
    public static CheckReport Folder(string folder, VerifierKey? pinned)
    {
        var steps = new List<CheckStep>();
        try
        {
            var log = new LogReader(folder);
            if (log.Checkpoint() is not { } checkpoint)
            {
                return new CheckReport([new CheckStep("entries", false, $"There is no checkpoint in {folder}.")], pinned is not null);
            }

            steps.AddRange(Signature(checkpoint, log.ShownKey() ?? "", pinned, "log's own folder"));
            log.CheckEverything(checkpoint);
            steps.Add(new CheckStep("entries", true, $"All {checkpoint.Size} entries and their tiles give the root of the checkpoint."));
        }
        catch (LogDamagedException damaged)
        {
            steps.Add(new CheckStep("entries", false, damaged.Message));
        }

        return new CheckReport(steps, pinned is not null);
    }

    private static List<CheckStep> Signature(SignedCheckpoint checkpoint, string shownKey, VerifierKey? pinned, string where)
    {
        var shown = VerifierKey.Parse(shownKey);
        if ((pinned ?? shown.Value) is not { } key)
        {
            return [new CheckStep("signature", false, $"The signature cannot be checked: no key was given and the {where} shows none. {shown.Why}")];
        }

        var named = $"{key.Name} (key {key.KeyId:x8})";
        if (!checkpoint.IsSignedBy(key))
        {
            var why = $"The checkpoint of {checkpoint.Size} entries is not signed by {named}; it names {checkpoint.Checkpoint.Origin}.";
            return [new CheckStep("signature", false, why)];
        }

        var steps = new List<CheckStep> { new("signature", true, $"The checkpoint of {checkpoint.Size} entries is signed by {named}.") };
        if (pinned is null)
        {
            steps.Add(new CheckStep(
                "key-not-pinned",
                true,
                $"That key was taken from the {where} itself: this shows that nothing was changed since, not who signed it. Give the key with --key."));
        }

        return steps;
    }

    private static CheckStep Inclusion(ReceiptEntry entry, Checkpoint checkpoint)
    {
        var leaf = MerkleHash.Leaf(Encoding.UTF8.GetBytes(entry.Leaf));
        var result = entry.Proof.Check(leaf, checkpoint.Root);
        return new CheckStep(
            "inclusion",
            result.Ok,
            result.Ok
                ? $"Entry {entry.Index} is in the log of {checkpoint.Size}."
                : $"Entry {entry.Index} is not shown to be in the log of {checkpoint.Size}. {result.Says}",
            entry.Index);
    }

    private static CheckStep Content(ReceiptEntry entry)
    {
        if (entry.Opening is not { } opening)
        {
            return new CheckStep("not-opened", true, $"The content of entry {entry.Index} is not in this file: it is sealed or erased.", entry.Index);
        }

        var same = opening.Salt.Length == Commitment.SaltBytes && Commitment.In(entry.Leaf) == Commitment.To(opening);
        return new CheckStep(
            "commitment",
            same,
            same
                ? $"The content of entry {entry.Index} is what the entry commits to."
                : $"The content of entry {entry.Index} is not what the entry commits to.",
            entry.Index);
    }
}
