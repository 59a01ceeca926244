using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>Where a notice stands; what its events come to.</summary>
public enum NoticeStep
{
    /// <summary>Both readers agreed; nobody has signed.</summary>
    Drafted,

    /// <summary>Signed; its entry is on its way into the log.</summary>
    AwaitingLog,

    /// <summary>In the log; it may be sent.</summary>
    Logged,

    Sending,

    Sent,

    Received,

    Answered,

    NoAnswer,

    Appealed,

    Reversed,

    Withdrawn,
}

/// <param name="Filter"><c>to-do</c>, <c>waiting</c>, <c>closed</c> or <c>all</c>.</param>
public sealed record NoticeListView(string Filter, IReadOnlyList<NoticeCountView> Filters, IReadOnlyList<NoticeLineView> Notices, string? Next = null);

public sealed record NoticeCountView(string Key, long Count);

/// <param name="DueAt">End of the clock that runs: to send it, or for the addressee to answer.</param>
public sealed record NoticeLineView(
    string Number,
    string Title,
    HarmId Harm,
    Measure Measure,
    string Addressee,
    NoticeStep State,
    AnswerOutcome? Answer,
    DateTimeOffset At,
    DateTimeOffset? DueAt);

/// <summary>One notice at the desk.</summary>
/// <param name="Letter">As it would be sent, or as it was signed.</param>
/// <param name="Statement">The good-faith statement of article 16(2)(d) in the language of the letter.</param>
/// <param name="AppealLink">The one-time link for the channel; shown to the desk until it was handed on.</param>
/// <param name="Withdrawal">The letter that takes it back, while the addressee has not been told.</param>
/// <param name="May">What this person may do with it now; keys of <see cref="NoticeForms"/> acts.</param>
public sealed record NoticePageView(
    string Number,
    int Version,
    string Case,
    string Title,
    Decision Decision,
    ClauseTitle? Clause,
    string Addressee,
    IReadOnlyList<NoticedPost> Posts,
    string Channel,
    Letter Letter,
    string Statement,
    string StatementVersion,
    NoticeStep State,
    AnswerOutcome? Answer,
    EntryStateView Entry,
    DateTimeOffset? DueAt,
    IReadOnlyList<NoticeHistoryLine> History,
    IReadOnlySet<string> May,
    string? AppealLink = null,
    IReadOnlyList<Refusal>? Refusals = null,
    Letter? Withdrawal = null);

public sealed record ClauseTitle(ClauseRef Ref, string Title, string Language);

/// <param name="Index">Leaf in the log; null while it waits.</param>
/// <param name="SealedUntil">The content opens on that day; its commitment is public now.</param>
public sealed record EntryStateView(long? Index, DateTimeOffset? LoggedAt, DateOnly? SealedUntil = null);

public sealed record NoticeHistoryLine(DateTimeOffset At, string Actor, NoticeEvent Event, long? Entry = null);
