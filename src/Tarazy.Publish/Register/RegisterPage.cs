using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Publish.Register;

/// <summary>What a reader of the register asks for. A sealed notice answers only to the year: a filter must not open a seal.</summary>
/// <param name="Text">Words that must all stand in number, channel, addresses or reasons; at most 200 characters are used.</param>
/// <param name="Before">Shows what was signed before this entry; the first page when null.</param>
public sealed record RegisterFilter(
    string? Text = null,
    string? Harm = null,
    string? Jurisdiction = null,
    AnswerOutcome? Outcome = null,
    int? Year = null,
    long? Before = null,
    int Size = 50);

/// <param name="Next">What to give as <see cref="RegisterFilter.Before"/> for the next page; null on the last.</param>
public sealed record RegisterPage(IReadOnlyList<RegisterLine> Lines, int Total, long? Next);

/// <summary>One notice in a list.</summary>
/// <param name="Notice">For the desk's own pages; the public knows a notice by its number.</param>
/// <param name="Subject">Null while the notice is sealed, and after its content was erased.</param>
/// <param name="SealedUntil">Set only while it is sealed.</param>
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
    RegisterSubject? Subject);

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
