using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Notice.Sending;

/// <summary>Where the proof comes from that a signed notice stands in the transparency log. The host implements it with the publish stage.</summary>
public interface IReceipts
{
    /// <param name="signedSeq">Number of the signing in the feed of notice events.</param>
    /// <returns>Null while the log does not cover it, or cannot say.</returns>
    Task<Receipt?> OfSigningAsync(long signedSeq, CancellationToken cancel);

    /// <summary>Key of the desk's log, as <c>name+hash+key</c>; a receipt is checked against it and never against a key of its own.</summary>
    string LogKey { get; }
}
