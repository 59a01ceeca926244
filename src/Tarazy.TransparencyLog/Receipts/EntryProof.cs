using System.Text.Json.Nodes;
using Tarazy.TransparencyLog.Checkpoints;

namespace Tarazy.TransparencyLog.Receipts;

/// <summary>An entry that was found and verified, or why there is none.</summary>
public sealed record EntryProof(long? Index, string? Why)
{
    /// <summary>
    /// Holds a receipt of one entry against the log's key and against what the entry must say. It takes nobody's word: what
    /// cannot be verified here is not there.
    /// </summary>
    /// <param name="receipt">Null where the log does not cover the entry yet, or cannot be read.</param>
    /// <param name="key">The desk's own key, never the one that came with the receipt.</param>
    public static EntryProof Of(Receipt? receipt, string key, string type, string number, long happened)
    {
        if (receipt is not { Entries: [var entry] })
        {
            return new(null, "the log does not cover it yet, or cannot be read");
        }

        if (VerifierKey.Parse(key).Value is not { } pinned)
        {
            return new(null, "the key of the log cannot be read");
        }

        var report = Check.Receipt(receipt, pinned);
        if (report.Verdict != Verdict.Verified)
        {
            return new(null, string.Join(" ", report.Steps.Where(s => !s.Ok).Select(s => s.Says)));
        }

        return JsonNode.Parse(entry.Leaf) is JsonObject fields
            && fields["type"]?.GetValue<string>() == type
            && fields["number"]?.GetValue<string>() == number
            && fields["event"]?.GetValue<long>() == happened
            ? new(entry.Index, null)
            : new(null, $"entry {entry.Index} is not the {type} of {number}");
    }
}
