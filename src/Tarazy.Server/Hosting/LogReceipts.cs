using Tarazy.Demand.Answers;
using Tarazy.Notice.Sending;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Server.Hosting;

/// <summary>Brings the publish stage's receipts to the stages of notices and demands, which check them for themselves.</summary>
internal sealed class LogReceipts(IEntryReceipts receipts, IPublicLog log) : IReceipts, IDemandReceipts
{
    public string LogKey => log.VerifierKey ?? "";

    public Task<Receipt?> OfSigningAsync(long signedSeq, CancellationToken cancel) =>
        OrNothingAsync(() => receipts.ForEventAsync(signedSeq, cancel));

    public Task<Receipt?> OfDemandAsync(long seq, CancellationToken cancel) => OrNothingAsync(() => receipts.ForDemandEventAsync(seq, cancel));

    private static async Task<Receipt?> OrNothingAsync(Func<Task<Receipt?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (LogDamagedException)
        {
            // A log that cannot be read proves nothing, so whoever asks hears a no; the writer says in its health what was found.
            return null;
        }
    }
}
