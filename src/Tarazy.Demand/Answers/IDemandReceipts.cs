using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Demand.Answers;

/// <summary>Where the proof comes from that a demand and its answer stand in the log. The host implements it with the publish stage.</summary>
public interface IDemandReceipts
{
    /// <param name="seq">Number of the event in the feed of demand events.</param>
    /// <returns>Null while the log does not cover it, or cannot say.</returns>
    Task<Receipt?> OfDemandAsync(long seq, CancellationToken cancel);

    /// <summary>Key of the desk's log, as <c>name+hash+key</c>.</summary>
    string LogKey { get; }
}
