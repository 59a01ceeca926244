using Tarazy.Notice.Sending;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Server.Hosting;

/// <summary>Brings the publish stage's receipts to the notice stage, which checks them for itself.</summary>
internal sealed class LogReceipts(IEntryReceipts receipts, IPublicLog log) : IReceipts
{
    public string LogKey => log.VerifierKey ?? "";

    public async Task<Receipt?> OfSigningAsync(long signedSeq, CancellationToken cancel)
    {
        try
        {
            return await receipts.ForEventAsync(signedSeq, cancel);
        }
        catch (LogDamagedException)
        {
            // A log that cannot be read proves nothing, so the sender hears a no; the writer says in its health what was found.
            return null;
        }
    }
}
