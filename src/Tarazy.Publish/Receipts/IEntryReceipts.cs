using Tarazy.Records.Notices;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Publish.Receipts;

/// <summary>Receipts for what was logged. A receipt that does not verify is not given out.</summary>
public interface IEntryReceipts
{
    /// <param name="eventSeq">Number of the event in the feed of notice events.</param>
    /// <returns>Null while the published checkpoint does not cover the entry, and while the log refuses to go on.</returns>
    Task<Receipt?> ForEventAsync(long eventSeq, CancellationToken cancel);

    /// <param name="eventSeq">Number of the event in the feed of demand events.</param>
    /// <returns>As for a notice.</returns>
    Task<Receipt?> ForDemandEventAsync(long eventSeq, CancellationToken cancel);

    /// <summary>All entries of a notice that the checkpoint covers, in one receipt; null when there are none.</summary>
    Task<Receipt?> ForNoticeAsync(NoticeId notice, CancellationToken cancel);

    /// <summary>The same by the number that people use: <c>N-2026-0007</c> of a notice, <c>D-2026-0003</c> of a demand.</summary>
    Task<Receipt?> ForNumberAsync(string number, CancellationToken cancel);
}
