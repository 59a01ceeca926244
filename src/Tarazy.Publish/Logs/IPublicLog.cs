using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tiles;

namespace Tarazy.Publish.Logs;

/// <summary>The log as the public reads it.</summary>
public interface IPublicLog
{
    /// <summary>The published checkpoint; null before the first one, and when it cannot be read.</summary>
    SignedCheckpoint? Checkpoint();

    /// <summary>The log's verifier key, <c>name+hash+key</c>; null before the first start of the log.</summary>
    string? VerifierKey { get; }

    /// <summary>A tile that the published checkpoint covers; null for any other.</summary>
    byte[]? ReadTile(TilePath path);

    LogHealth Health { get; }
}

/// <summary>Whether the log goes on. While it does not, there are no receipts, and without a receipt nothing is sent.</summary>
/// <param name="Says">What was found, for the people who run the desk.</param>
public sealed record LogHealth(LogState State, string Says);

public enum LogState
{
    Starting,
    Sound,

    /// <summary>Log and database do not agree, or the log cannot be written. A person has to look.</summary>
    Refused,
}
