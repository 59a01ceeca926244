using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Server.Public.Notices;

namespace Tarazy.Server.Public.LogPages;

/// <summary>Makes the page of the log of its published checkpoint and its newest entries.</summary>
internal static class BuildLog
{
    private const string Base = "/log/";

    public static LogView From(IPublicLog log, IReadOnlyList<LoggedEntry> latest) => new(
        CheckpointOf(log, latest),
        log.Checkpoint()?.ToString(),
        log.VerifierKey,
        Base,
        [.. latest.Select(e => new LogEntryView(e.Index, EntryTypes.KindOf(e.Type), e.At, e.Number))]);

    /// <returns>Null before the first entry. A checkpoint carries no time, so the newest entry it covers dates it.</returns>
    public static CheckpointView? CheckpointOf(IPublicLog log, IReadOnlyList<LoggedEntry> latest) =>
        log.Checkpoint() is { } checkpoint && latest.Count > 0
            ? new CheckpointView(checkpoint.Size, latest[0].At, checkpoint.Checkpoint.Root.ToBase64())
            : null;
}
