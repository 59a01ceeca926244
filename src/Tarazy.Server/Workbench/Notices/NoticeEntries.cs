using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>Where the signing of a notice stands in the log, for pages. Sending checks the proof for itself.</summary>
internal sealed class NoticeEntries(IReceipts receipts)
{
    /// <returns>Index of the leaf; null while the log does not cover it.</returns>
    public async Task<long?> OfAsync(NoticeState state, CancellationToken cancel) =>
        state.Signed is null ? null : (await receipts.OfSigningAsync(state.SignedSeq, cancel))?.Entries is [var entry, ..] ? entry.Index : null;
}
