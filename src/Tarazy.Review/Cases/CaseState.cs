using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Events;

namespace Tarazy.Review.Cases;

/// <summary>A case as its events tell it.</summary>
public sealed record CaseState
{
    public required CaseId Id { get; init; }

    public required CaseOpened Opened { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The harm that is decided on: as it was opened, or as a person named it since.</summary>
    public HarmId Harm => Named ?? Opened.Harm;

    /// <summary>Null while nobody has named another harm.</summary>
    public HarmId? Named { get; init; }

    /// <summary>Number of events so far. An action names the version it was decided on.</summary>
    public int Version { get; init; }

    public CaseStatus Status { get; init; } = CaseStatus.Open;

    public IReadOnlyList<FindingId> Findings { get; init; } = [];

    /// <summary>Posts of this case beside the first, as findings on copies joined.</summary>
    public IReadOnlyList<PostId> JoinedPosts { get; init; } = [];

    public CaseClaimed? Claim { get; init; }

    public DecisionMade? Decided { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Version of the case that the standing decision made; it names the notice that may follow.</summary>
    public int DecidedVersion { get; init; }

    public SecondReaderAgreed? SecondReading { get; init; }

    /// <summary>Earlier readings that came to something else.</summary>
    public IReadOnlyList<SecondReaderDiffered> Differed { get; init; } = [];

    /// <summary>The claim, if somebody holds one now.</summary>
    public CaseClaimed? ClaimAt(DateTimeOffset now) => Claim is { } claim && claim.Until > now ? claim : null;

    /// <summary>Whether this person's decision waits to be read by somebody else.</summary>
    public bool WaitsForOthersThan(ReviewerId person) => Status == CaseStatus.AwaitingSecondReader && Decided?.By == person;

    public static CaseState? Fold(IReadOnlyList<Recorded<CaseEvent>> history)
    {
        CaseState? state = null;
        foreach (var recorded in history)
        {
            state = Next(state, recorded);
        }

        return state;
    }

    private static CaseState Next(CaseState? state, Recorded<CaseEvent> recorded)
    {
        if (recorded.Event is CaseOpened opened)
        {
            return new CaseState
            {
                Id = opened.Case,
                Opened = opened,
                OpenedAt = recorded.At,
                Version = recorded.Version,
                Findings = opened.Finding is { } first ? [first] : [],
            };
        }

        var before = state ?? throw new InvalidDataException($"The history of {recorded.Subject} does not begin with its opening.");
        return Apply(before, recorded) with { Version = recorded.Version };
    }

    private static CaseState Apply(CaseState state, Recorded<CaseEvent> recorded) => recorded.Event switch
    {
        FindingJoined joined => state with
        {
            Findings = [.. state.Findings, joined.Finding],
            JoinedPosts = joined.Post == state.Opened.Post || state.JoinedPosts.Contains(joined.Post)
                ? state.JoinedPosts
                : [.. state.JoinedPosts, joined.Post],
        },
        HarmNamed named => state with { Named = named.Harm },
        CaseClaimed claimed => state with { Claim = claimed },
        CaseReleased => state with { Claim = null },
        DecisionMade made => state with
        {
            Status = made.Decision.Measure.Restricts() ? CaseStatus.AwaitingSecondReader : CaseStatus.Closed,
            Decided = made,
            DecidedAt = recorded.At,
            DecidedVersion = recorded.Version,
            Claim = null,
        },
        DecisionUndone => state with { Status = CaseStatus.Open, Decided = null },
        SecondReaderAgreed agreed => state with { Status = CaseStatus.Agreed, SecondReading = agreed, Claim = null },
        SecondReaderDiffered differed => state with
        {
            Status = CaseStatus.Open,
            Decided = null,
            Differed = [.. state.Differed, differed],
            Claim = null,
        },
        CaseReopened => state with { Status = CaseStatus.Open, Decided = null, SecondReading = null, Claim = null },
        _ => state,
    };
}

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>Waits for a first reader.</summary>
    Open,

    /// <summary>A restriction was decided; a different person has yet to read.</summary>
    AwaitingSecondReader,

    /// <summary>Two people came to the same; a notice follows.</summary>
    Agreed,

    /// <summary>Left alone, given context or labelled.</summary>
    Closed,
}
