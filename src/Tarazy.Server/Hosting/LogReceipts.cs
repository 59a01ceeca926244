using Tarazy.Notice.Sending;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Server.Hosting;

/// <summary>Brings the publish stage's receipts to the notice stage, which checks them for itself.</summary>
internal sealed class LogReceipts(IEntryReceipts receipts, IPublicLog log) : IReceipts
{
    public string LogKey => log.VerifierKey ?? "";

    public Task<Receipt?> OfSigningAsync(long signedSeq, CancellationToken cancel) => receipts.ForEventAsync(signedSeq, cancel);
}
