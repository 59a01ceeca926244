using Tarazy.Publish.Register;
using Tarazy.Records.Demands;

namespace Tarazy.Publish.Demands;

/// <summary>What a reader asks for. A sealed demand answers to no filter but that it is sealed: a filter must not open a seal.</summary>
/// <param name="Before">Shows what came into the log before this entry; the first page when null.</param>
public sealed record DemandFilter(
    DemandStanding? Standing = null, DemandKind? Kind = null, string? Jurisdiction = null, long? Before = null, int Size = 50);

/// <summary>Where a demand stands, in public.</summary>
public enum DemandStanding
{
    Open,
    Complied,
    CompliedInPart,
    Refused,
    Noted,
    Withdrawn,

    /// <summary>Its content opens later.</summary>
    Sealed,
}

/// <param name="Next">What to give as <see cref="DemandFilter.Before"/> for the next page; null on the last.</param>
public sealed record DemandPage(IReadOnlyList<DemandLine> Lines, int Total, long? Next);

/// <summary>One demand in a list.</summary>
/// <param name="Asked">Null while it is sealed, and after its content was erased.</param>
/// <param name="ReceivedAt">When it came; while it is sealed, when its entry was made is all that the log tells.</param>
/// <param name="Late">Its clock ended without an answer, or the answer came after.</param>
public sealed record DemandLine(
    string Number,
    long FirstEntry,
    DemandStanding Standing,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? AnsweredAt,
    bool Narrowed,
    bool ObjectionOpen,
    bool Reversed,
    bool Late,
    DateOnly? SealedUntil,
    DateTimeOffset? ErasedAt,
    DemandAsked? Asked);

public sealed record DemandAsked(string Issuer, IssuerKind IssuerKind, string Jurisdiction, DemandKind Kind, AddressedTo AddressedTo);

/// <summary>One demand with its chain of entries, oldest first.</summary>
public sealed record RegisteredDemand(DemandLine Line, IReadOnlyList<RegisteredEntry> Entries);

/// <summary>Figures over every demand that came. Sealed ones count as received and as sealed; what became of them follows when they open.</summary>
/// <param name="MedianToAnswer">From receiving to answering; null while nothing is answered.</param>
public sealed record DemandFigures(
    int Received, int Open, int Complied, int CompliedInPart, int Narrowed, int Refused, int Withdrawn, int Sealed, int Late, TimeSpan? MedianToAnswer);
