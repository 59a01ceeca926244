using Tarazy.Publish.Register;
using Tarazy.Records.Findings;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Public.Register;

namespace Tarazy.Server.Public.Notices;

/// <summary>Makes the page of one notice of what the register says about it. Pure.</summary>
internal static class BuildPublicNotice
{
    /// <param name="channel">What the channel is called; not used while the notice is closed.</param>
    public static PublicNoticeView From(RegisteredNotice notice, string? channel, CheckpointView? checkpoint, string? key, PublicNames names)
    {
        var (line, subject) = (notice.Line, notice.Line.Subject);
        var chain = BuildChain.From(notice.Entries, names);
        IReadOnlyDictionary<string, string> called = subject is not null && channel is not null
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [subject.Channel] = channel }
            : new Dictionary<string, string>(StringComparer.Ordinal);
        return new PublicNoticeView(
            line.Number,
            BuildRegister.TitleOf(line, names, called),
            NoticeStanding.Of(line, received: chain.Any(c => c.Kind == "receipt")),
            line.Outcome,
            chain,
            subject is null ? null : new HarmId(subject.Harm),
            subject?.Measure,
            names.Addressee(subject?.Addressee, subject?.Clause),
            checkpoint,
            key,
            line.SealedUntil,
            chain.LastOrDefault(c => c.Kind == "reversal")?.Reasons,
            line.ErasedAt,
            notice.Entries.Count(e => e.Covered));
    }
}
