using Tarazy.Notice.Notices;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Notice.Sending;

/// <summary>Whether the signing of a notice stands in the log, checked with the log's own proof and key.</summary>
internal sealed class EntryCheck(IReceipts receipts)
{
    public async Task<EntryProof> OfSigningAsync(NoticeState state, CancellationToken cancel) => EntryProof.Of(
        await receipts.OfSigningAsync(state.SignedSeq, cancel), receipts.LogKey, "notice-signed", state.Drafted.Number, state.SignedSeq);
}
