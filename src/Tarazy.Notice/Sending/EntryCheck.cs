using System.Text.Json.Nodes;
using Tarazy.Notice.Notices;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Notice.Sending;

/// <summary>An entry that was found and verified, or why there is none.</summary>
internal sealed record VerifiedEntry(long? Index, string? Why);

/// <summary>
/// Whether the signing of a notice stands in the log, checked with the log's own proof and key. It does not take the publish
/// stage's word: what cannot be verified here is not there.
/// </summary>
internal sealed class EntryCheck(IReceipts receipts)
{
    public async Task<VerifiedEntry> OfSigningAsync(NoticeState state, CancellationToken cancel)
    {
        var receipt = await receipts.OfSigningAsync(state.SignedSeq, cancel);
        if (receipt is not { Entries: [var entry] })
        {
            return new(null, "the log does not cover it yet, or cannot be read");
        }

        var key = VerifierKey.Parse(receipts.LogKey);
        if (key.Value is not { } pinned)
        {
            return new(null, "the key of the log cannot be read");
        }

        var report = Check.Receipt(receipt, pinned);
        if (report.Verdict != Verdict.Verified)
        {
            return new(null, string.Join(" ", report.Steps.Where(s => !s.Ok).Select(s => s.Says)));
        }

        return IsOf(entry.Leaf, state)
            ? new(entry.Index, null)
            : new(null, $"entry {entry.Index} is not the signing of {state.Drafted.Number}");
    }

    private static bool IsOf(string leaf, NoticeState state) =>
        JsonNode.Parse(leaf) is JsonObject fields
        && fields["type"]?.GetValue<string>() == "notice-signed"
        && fields["number"]?.GetValue<string>() == state.Drafted.Number
        && fields["event"]?.GetValue<long>() == state.SignedSeq;
}
