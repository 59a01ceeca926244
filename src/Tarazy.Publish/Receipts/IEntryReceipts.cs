using Tarazy.Records.Notices;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Publish.Receipts;

/// <summary>Receipts for what was logged. A receipt that does not verify is not given out.</summary>
public interface IEntryReceipts
{
    /// <param name="eventSeq">Number of the event in the feed of notice events.</param>
    /// <returns>Null while the published checkpoint does not cover the entry, and while the log refuses to go on.</returns>
    Task<Receipt?> ForEventAsync(long eventSeq, CancellationToken cancel);

    /// <summary>All entries of a notice that the checkpoint covers, in one receipt; null when there are none.</summary>
    Task<Receipt?> ForNoticeAsync(NoticeId notice, CancellationToken cancel);

    /// <summary>The same by the number that people use, e.g. <c>N-2026-0007</c>.</summary>
    Task<Receipt?> ForNumberAsync(string number, CancellationToken cancel);
}
