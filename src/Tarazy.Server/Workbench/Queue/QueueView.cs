using Tarazy.Records.Cases;
using Tarazy.Records.Findings;

namespace Tarazy.Server.Workbench.Queue;

/// <summary>The left zone of the desk: which cases wait, oldest deadline first.</summary>
/// <param name="Filter">Key of the filter that is on.</param>
/// <param name="More">Cases past the ones shown.</param>
/// <param name="Next">Query of the following page; null at the end.</param>
public sealed record QueueView(
    string Filter,
    IReadOnlyList<SavedFilterView> Filters,
    IReadOnlyList<QueueItemView> Items,
    string? Current = null,
    long More = 0,
    string? Next = null);

/// <param name="Key">
/// <c>all</c>, <c>due-today</c>, <c>second-reading</c>, <c>mine</c>, <c>free</c>, or <c>lang-kk</c> and the like for a language.
/// </param>
public sealed record SavedFilterView(string Key, long Count);

/// <param name="Why">The reason in one line, in words; never a number alone.</param>
/// <param name="Copies">Posts of the same story, this one included.</param>
public sealed record QueueItemView(
    string Number,
    Priority Priority,
    HarmId Harm,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    string Snippet,
    string Language,
    string Channel,
    int? Subscribers,
    int Copies,
    string Why,
    QueueState State,
    ClaimView? Claim = null,
    IReadOnlyList<ReviewerId>? Looking = null);

public enum QueueState
{
    Open,

    /// <summary>Decided; the time in which it can be taken back still runs.</summary>
    Undoable,

    SecondReading,

    /// <summary>The readings differed and it is open again.</summary>
    Differed,

    /// <summary>Nothing is left to decide on it.</summary>
    Decided,
}

/// <summary>Who holds a case, and until when.</summary>
/// <param name="Mine">It is held by the person who looks at the page.</param>
public sealed record ClaimView(ReviewerId By, DateTimeOffset Until, bool Mine);

/// <summary>The strip at the foot of the desk.</summary>
public sealed record TodayView(long In, long Open, long SecondReadings, long LeftAlone);
