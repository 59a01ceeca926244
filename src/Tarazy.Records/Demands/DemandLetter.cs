using Tarazy.Records.Cases;

namespace Tarazy.Records.Demands;

/// <summary>What an authority of a state asks for, as it came. Of the people who wrote it nothing is kept.</summary>
/// <param name="Reference">The authority's own number of it. Not shown in public: such numbers open doors.</param>
/// <param name="AsksBy">The deadline that the demand sets itself.</param>
/// <param name="Language">ISO 639-1 code of the language it is written in.</param>
public sealed record DemandLetter(
    Issuer Issuer,
    AddressedTo AddressedTo,
    DemandKind Kind,
    DemandScope Scope,
    DemandGround Ground,
    string Language,
    DateTimeOffset ReceivedAt,
    DemandRoad Road,
    CourtOrder? CourtOrder = null,
    string? Reference = null,
    DateTimeOffset? AsksBy = null);

/// <summary>The authority that makes the demand, by its name and never by a person's.</summary>
/// <param name="Jurisdiction">Id of the pack its law would stand in, e.g. <c>kz</c>.</param>
public sealed record Issuer(string Name, IssuerKind Kind, string Jurisdiction);

/// <summary>What the demand names.</summary>
/// <param name="Addresses">Public addresses of posts, and of one channel at most.</param>
/// <param name="Territory">ISO 3166-1 code; null means everywhere.</param>
/// <param name="Whole">The demand's words where it names more than posts and one channel. Such a demand is recorded, and then narrowed or refused.</param>
/// <param name="Data">What it wants to know, for a demand for data or other information.</param>
public sealed record DemandScope(
    IReadOnlyList<string> Addresses, string? Territory = null, string? Whole = null, IReadOnlyList<AskedData>? Data = null)
{
    public IReadOnlyList<AskedData> Data { get; init; } = Data ?? [];
}

/// <summary>The law that the demand quotes.</summary>
/// <param name="Clause">The clause of a pack, when the person who took the demand in knows it.</param>
public sealed record DemandGround(string Law, string Article, string Quote, ClauseRef? Clause = null);

/// <summary>A court order that came with the demand. The document names people and is not kept; who holds it can prove that it is this one.</summary>
/// <param name="Sha256">SHA-256 of the document in hex.</param>
public sealed record CourtOrder(string Court, string Number, DateOnly IssuedOn, string Sha256);

/// <summary>Why the content of a demand's entries opens later. Its commitment is public at once.</summary>
/// <param name="Until">A seal without an end does not exist.</param>
/// <param name="Law">Law and article that forbid to speak of it; owed by <see cref="SealGround.Law"/>.</param>
public sealed record DemandSeal(DateOnly Until, SealGround Ground, string Reason, string? Law = null)
{
    /// <summary>So long one person alone keeps a demand shut.</summary>
    public const int DaysUnread = 7;

    /// <summary>When it opens while no second person has let the seal stand.</summary>
    public DateOnly OpensUnread(DateTimeOffset sealedAt)
    {
        var unread = DateOnly.FromDateTime(sealedAt.UtcDateTime).AddDays(DaysUnread);
        return unread < Until ? unread : Until;
    }
}
