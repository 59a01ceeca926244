using Tarazy.Server.Public.Notices;

namespace Tarazy.Server.Public.LogPages;

/// <summary>The log and how to check it.</summary>
/// <param name="Note">The signed checkpoint as it is served; null while the log is empty.</param>
/// <param name="Key">The verifier key.</param>
/// <param name="Base">Address under which the tiles are served (C2SP tlog-tiles), e.g. <c>/log/</c>.</param>
public sealed record LogView(CheckpointView? Checkpoint, string? Note, string? Key, string Base, IReadOnlyList<LogEntryView> Latest);

/// <param name="Notice">Number of the notice it belongs to; null while that is sealed.</param>
public sealed record LogEntryView(long Index, string Kind, DateTimeOffset At, string? Notice);
