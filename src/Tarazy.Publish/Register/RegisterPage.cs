using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Publish.Register;

/// <summary>What a reader of the register asks for. A sealed notice answers only to the year: a filter must not open a seal.</summary>
/// <param name="Text">Words that must all stand in number, channel, addresses or reasons; at most 200 characters are used.</param>
/// <param name="Before">Shows what was signed before this entry; the first page when null.</param>
/// <param name="Standing">What no answer says; a filter of its own because one notice can stand so and be answered.</param>
public sealed record RegisterFilter(
    string? Text = null,
    string? Harm = null,
    string? Jurisdiction = null,
    AnswerOutcome? Outcome = null,
    int? Year = null,
    long? Before = null,
    int Size = 50,
    RegisterStanding? Standing = null);

public enum RegisterStanding
{
    /// <summary>Sent, not withdrawn, and nothing was recorded yet.</summary>
    Waiting,

    Reversed,

    /// <summary>That a notice is sealed is public, so asking for those opens nothing.</summary>
    Sealed,
}

/// <param name="Next">What to give as <see cref="RegisterFilter.Before"/> for the next page; null on the last.</param>
/// <param name="Skipped">Notices of the same search on the pages before this one.</param>
/// <param name="Newer">What to give for the page before; null on the first page, and on the second, before which the first is.</param>
public sealed record RegisterPage(IReadOnlyList<RegisterLine> Lines, int Total, long? Next, int Skipped = 0, long? Newer = null);

/// <summary>One notice in a list.</summary>
/// <param name="Notice">For the desk's own pages; the public knows a notice by its number.</param>
/// <param name="Subject">Null while the notice is sealed, and after its content was erased.</param>
/// <param name="SealedUntil">Set only while it is sealed.</param>
/// <param name="AppealWaits">True from an appeal until somebody has decided it.</param>
public sealed record RegisterLine(
    string Number,
    NoticeId Notice,
    long FirstEntry,
    DateTimeOffset SignedAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? AnsweredAt,
    AnswerOutcome? Outcome,
    bool Appealed,
    bool Reversed,
    bool Withdrawn,
    DateOnly? SealedUntil,
    DateTimeOffset? ErasedAt,
    RegisterSubject? Subject,
    bool AppealWaits = false);

public sealed record RegisterSubject(
    string Harm, Measure Measure, string? Clause, string? Jurisdiction, string? Territory, string? Addressee, string Channel);

/// <summary>One notice with its chain of entries, oldest first.</summary>
public sealed record RegisteredNotice(RegisterLine Line, IReadOnlyList<RegisteredEntry> Entries);

public enum Openness
{
    Open,
    Sealed,
    Erased,
}

/// <param name="Content">Canonical JSON as the entry commits to it; null unless open.</param>
/// <param name="Covered">True when the published checkpoint covers it, so that there is a receipt.</param>
public sealed record RegisteredEntry(
    long Index,
    string Type,
    string Role,
    DateTimeOffset At,
    string Leaf,
    Openness Openness,
    string? Content,
    string? ErasedBecause,
    bool Covered);

/// <summary>One entry in the order of the log.</summary>
/// <param name="Number">Number of its notice; null while that is sealed.</param>
public sealed record LoggedEntry(long Index, string Type, DateTimeOffset At, string? Number);

/// <summary>Figures over everything that was signed.</summary>
/// <param name="Outcomes">Notices by their latest answer.</param>
/// <param name="Waiting">Sent and not answered; silence is never counted as a refusal.</param>
/// <param name="MedianTimeToAnswer">From sending to the first real answer; null while there is none.</param>
public sealed record RegisterStatistics(
    int InAll,
    int Sent,
    int Waiting,
    IReadOnlyDictionary<AnswerOutcome, int> Outcomes,
    TimeSpan? MedianTimeToAnswer,
    int Appeals,
    int AppealsDecided,
    int Reversals,
    int Withdrawn,
    int Corrected,
    int Sealed,
    int Erased);
