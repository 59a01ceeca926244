using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.StateMeasures;

/// <summary>What was done to Telegram or asked of it, by whom, on what ground, and what came of it. A record takes no side.</summary>
/// <param name="Id">E.g. <c>ES-2024-03</c>.</param>
/// <param name="Country">ISO 3166-1 code, or <c>EU</c>.</param>
/// <param name="DateEnd">When it ended; null while it has not, or where that is not known.</param>
/// <param name="Target">What it was aimed at: the service, channels, calls, devices.</param>
/// <param name="Amount">Of a fine or bail, in whole units of <paramref name="Currency"/>.</param>
/// <param name="Hours">Of a block by the hour.</param>
/// <param name="Grounds">The stated reason in a few fixed words, for filters; empty where no reason was stated.</param>
/// <param name="UndoneBecause">Why it was taken back; null where it was not, or where that is not known.</param>
/// <param name="ProportionalityNote">What the measure teaches about proportion.</param>
/// <param name="Conflict">Where sources say different things.</param>
public sealed record StateMeasure(
    string Id,
    string Country,
    PartialDate Date,
    PartialDate? DateEnd,
    StateMeasureKind Kind,
    StateMeasureStatus Status,
    string Authority,
    AuthorityType AuthorityType,
    string? LegalBasis,
    string Target,
    long? Amount,
    string? Currency,
    string? Hours,
    string? StatedReason,
    IReadOnlyList<Ground> Grounds,
    string Outcome,
    UndoneBecause? UndoneBecause,
    string? ProportionalityNote,
    IReadOnlyList<string> Sources,
    Confidence Confidence,
    HowChecked Verified,
    string? Conflict)
{
    /// <summary>It hit a whole service, or would have.</summary>
    public bool IsBlock => Kind is StateMeasureKind.Block or StateMeasureKind.PartialBlock or StateMeasureKind.TimeWindowBlock
        or StateMeasureKind.BlockOrderNotExecuted or StateMeasureKind.BlockOrderRevoked;

    /// <summary>It was taken back or set aside: what a reader should see first.</summary>
    public bool WasUndone => Status is StateMeasureStatus.Revoked or StateMeasureStatus.Overturned;

    /// <summary>Taken back because it went too far.</summary>
    public bool WasDisproportionate => UndoneBecause == StateMeasures.UndoneBecause.Disproportionate;

    /// <summary>A block held for certain rests on two sources; this one does not yet.</summary>
    public bool WantsSecondSource => IsBlock && Confidence == Confidence.High && Sources.Count < 2;

    /// <summary>Something that a probe would have seen, held for certain and measured by nobody. An order that was never carried out has nothing to measure.</summary>
    public bool WantsMeasurement =>
        Kind is StateMeasureKind.Block or StateMeasureKind.PartialBlock or StateMeasureKind.TimeWindowBlock
        && Confidence == Confidence.High && !Sources.Any(MeasuringBodies.Publishes);

    /// <summary>Whether it held on a day, as far as the record says.</summary>
    public bool On(DateOnly day) => Date.First <= day && (DateEnd is { } end ? day <= end.Last : Status is StateMeasureStatus.InForce or StateMeasureStatus.Pending);
}
