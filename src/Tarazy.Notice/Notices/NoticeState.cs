using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Storage.Events;

namespace Tarazy.Notice.Notices;

/// <summary>A notice as its events tell it.</summary>
public sealed record NoticeState
{
    public required NoticeId Id { get; init; }

    public required NoticeDrafted Drafted { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Number of events so far. An action names the version it was decided on.</summary>
    public int Version { get; init; }

    public NoticeStatus Status { get; init; } = NoticeStatus.Draft;

    public NoticeSigned? Signed { get; init; }

    /// <summary>Number of the signing in the feed; the log entry that must come before sending is made of it.</summary>
    public long SignedSeq { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>A mail was handed over and nothing was heard since: it may have been sent or not. Only a person may go on from there.</summary>
    public SendingStarted? Sending { get; init; }

    public DateTimeOffset? SendingAt { get; init; }

    public NoticeSent? Sent { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? Reference { get; init; }

    public AnswerRecorded? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public AppealOpened? Appeal { get; init; }

    public DateTimeOffset? AppealedAt { get; init; }

    public AppealDecided? AppealDecision { get; init; }

    public NoticeWithdrawn? Withdrawn { get; init; }

    public CorrectionSent? Correction { get; init; }

    /// <summary>Everybody who decided, read, signed, sent, tried to send or took back: nobody judges their own work on appeal.</summary>
    public IReadOnlyList<ReviewerId> HadAPart { get; init; } = [];

    public static NoticeState? Fold(IReadOnlyList<Recorded<NoticeEvent>> history)
    {
        NoticeState? state = null;
        foreach (var recorded in history)
        {
            state = Next(state, recorded);
        }

        return state;
    }

    private static NoticeState Next(NoticeState? state, Recorded<NoticeEvent> recorded)
    {
        if (recorded.Event is NoticeDrafted drafted)
        {
            return new NoticeState
            {
                Id = drafted.Notice,
                Drafted = drafted,
                DraftedAt = recorded.At,
                Version = recorded.Version,
                HadAPart = [drafted.Decider, drafted.SecondReader],
            };
        }

        var before = state ?? throw new InvalidDataException($"The history of {recorded.Subject} does not begin with its draft.");
        return Apply(before, recorded) with { Version = recorded.Version, HadAPart = [.. before.HadAPart, .. PartIn(recorded.Event)] };
    }

    // Kept of every attempt, also of one that failed or that another person settled.
    private static ReviewerId[] PartIn(NoticeEvent happened) => happened switch
    {
        NoticeSigned signed => [signed.By],
        SendingStarted started => [started.By],
        NoticeSent sent => [sent.By],
        NoticeWithdrawn withdrawn => [withdrawn.By],
        _ => [],
    };

    private static NoticeState Apply(NoticeState state, Recorded<NoticeEvent> recorded) => recorded.Event switch
    {
        NoticeSigned signed => state with
        {
            Status = NoticeStatus.Signed,
            Signed = signed,
            SignedSeq = recorded.Seq,
            SignedAt = recorded.At,
        },
        SendingStarted sending => state with { Status = NoticeStatus.Sending, Sending = sending, SendingAt = recorded.At },
        SendingFailed => state with { Status = NoticeStatus.Signed, Sending = null },
        NoticeSent sent => state with { Status = NoticeStatus.Sent, Sent = sent, SentAt = recorded.At, Sending = null },
        ReceiptConfirmed receipt => state with { Reference = receipt.Reference },
        AnswerRecorded answer => state with
        {
            Status = state.Withdrawn is null ? NoticeStatus.Answered : NoticeStatus.Withdrawn,
            Answer = answer,
            AnsweredAt = recorded.At,
        },
        AppealOpened appeal => state with { Appeal = appeal, AppealedAt = recorded.At },
        AppealDecided decided => state with { AppealDecision = decided },
        NoticeWithdrawn withdrawn => state with { Status = NoticeStatus.Withdrawn, Withdrawn = withdrawn },
        CorrectionSent correction => state with { Correction = correction },
        _ => state,
    };
}

/// <summary>Where a notice stands. An appeal runs beside it.</summary>
public enum NoticeStatus
{
    /// <summary>Two readers agreed; nobody has signed yet.</summary>
    Draft,

    /// <summary>Its words are fixed and go into the log; not sent.</summary>
    Signed,

    /// <summary>A mail was handed over and the reply is not known yet, or never came.</summary>
    Sending,

    Sent,

    Answered,

    /// <summary>The desk took it back, by itself or on appeal.</summary>
    Withdrawn,
}
