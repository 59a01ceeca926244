using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Storage.Events;

namespace Tarazy.Demand.Demands;

/// <summary>A demand as its events tell it.</summary>
public sealed record DemandState
{
    public required DemandReceived Received { get; init; }

    /// <summary>Number of the receiving in the feed; the entry that must come before any answer is made of it.</summary>
    public required long ReceivedSeq { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Number of events so far. An action names the version it was decided on.</summary>
    public int Version { get; init; }

    public DemandStatus Status { get; init; } = DemandStatus.Open;

    /// <summary>When the public reads it; null for a demand that was never sealed.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>What another person said of the seal.</summary>
    public DemandSealRead? SealRead { get; init; }

    /// <summary>As it was narrowed last.</summary>
    public required DemandScope Scope { get; init; }

    /// <summary>The newest look at where it comes from.</summary>
    public IssuerChecked? Check { get; init; }

    /// <summary>Null until the law was looked at, and again after a narrowing: another scope is another question.</summary>
    public BasisChecked? Basis { get; init; }

    public DemandCaseLinked? Case { get; init; }

    public AnswerProposed? Proposed { get; init; }

    public DemandAnswered? Answer { get; init; }

    public long AnsweredSeq { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public AnswerGiven? Given { get; init; }

    public ObjectionOpened? Objection { get; init; }

    /// <summary>Everybody who proposed, agreed to, refused or gave an answer, also one that fell.</summary>
    public IReadOnlyList<ReviewerId> HadAPart { get; init; } = [];

    public DemandId Id => Received.Demand;

    public DemandLetter Letter => Received.Letter;

    /// <summary>Whether one person alone keeps it shut that day.</summary>
    public bool SealWaits(DateOnly today) => SealRead is null && OpensOn is { } opens && today < opens;

    public bool IsVerified => Check is { Check: not IssuerCheck.None };

    public static DemandState? Fold(IReadOnlyList<Recorded<DemandEvent>> history)
    {
        DemandState? state = null;
        foreach (var recorded in history)
        {
            state = Next(state, recorded) with { Version = recorded.Version };
        }

        return state;
    }

    private static DemandState Next(DemandState? state, Recorded<DemandEvent> recorded)
    {
        if (recorded.Event is DemandReceived received)
        {
            return new DemandState
            {
                Received = received,
                ReceivedSeq = recorded.Seq,
                RecordedAt = recorded.At,
                Scope = received.Letter.Scope,
                OpensOn = received.Seal?.OpensUnread(recorded.At),
            };
        }

        var before = state ?? throw new InvalidDataException($"The history of {recorded.Subject} does not begin with its receiving.");
        return recorded.Event switch
        {
            DemandSealRead read => before with
            {
                SealRead = read,
                OpensOn = read.Agrees ? before.Received.Seal!.Until : DateOnly.FromDateTime(recorded.At.UtcDateTime),
            },
            DemandAnswered or AnswerGiven or ObjectionOpened or ObjectionDecided => AnswerFolds.Apply(before, recorded),
            _ => Apply(before, recorded.Event),
        };
    }

    private static DemandState Apply(DemandState state, DemandEvent happened) => happened switch
    {
        IssuerChecked check => state with { Check = check },
        DemandNarrowed narrowed => state with { Scope = narrowed.To, Basis = null },
        BasisChecked basis => state with { Basis = basis },
        DemandCaseLinked linked => state with { Case = linked },
        AnswerProposed proposed => state with
        {
            Status = DemandStatus.AwaitingSecondPerson,
            Proposed = proposed,
            HadAPart = [.. state.HadAPart, proposed.By],
        },
        AnswerDiffered => state with { Status = DemandStatus.Open, Proposed = null },
        DemandWithdrawn => state with { Status = DemandStatus.Withdrawn, Proposed = null },
        _ => state,
    };
}

/// <summary>Where a demand stands. An objection runs beside it.</summary>
public enum DemandStatus
{
    Open,

    /// <summary>One person would comply.</summary>
    AwaitingSecondPerson,

    /// <summary>Answered; the authority was not told yet.</summary>
    Answered,

    /// <summary>The authority was told.</summary>
    Given,

    /// <summary>The authority took it back.</summary>
    Withdrawn,
}
