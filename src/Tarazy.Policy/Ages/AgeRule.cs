using Tarazy.Policy.Law;

namespace Tarazy.Policy.Ages;

/// <summary>
/// One age rule of one jurisdiction, as a record with its evidence. Nothing in it is advice: a person confirms a record before it is
/// used to act.
/// </summary>
/// <param name="Id">E.g. <c>AU-SMMA-2024</c>.</param>
/// <param name="Jurisdiction">ISO 3166-1 code, a part of a country (<c>US-FL</c>) or <c>EU</c>.</param>
/// <param name="Instrument">The act, with its reference.</param>
/// <param name="StatusAsOf">When the status was last seen.</param>
/// <param name="EffectiveFrom">First day; null means that it is not in effect on any known day.</param>
/// <param name="EffectiveTo">The first day on which it no longer holds.</param>
/// <param name="PlannedFrom">A day that was announced; it puts nothing in effect.</param>
/// <param name="ByCountry">The age below which the bands hold, by member state, where the rule leaves it to them.</param>
/// <param name="Conflict">Where sources say different things.</param>
public sealed record AgeRule(
    string Id,
    string Jurisdiction,
    string Instrument,
    AgeStatus Status,
    PartialDate? StatusAsOf,
    DateOnly? EffectiveFrom,
    PartialDate? PlannedFrom,
    DateOnly? EffectiveTo,
    ObligationOn ObligationOn,
    AgeScope Scope,
    IReadOnlyList<AgeBand> Bands,
    IReadOnlyDictionary<string, int> ByCountry,
    AgeVerificationDuty? Verification,
    AgePenalty? Penalty,
    string? Notes,
    IReadOnlyList<string> Sources,
    Confidence Confidence,
    HowChecked Verified,
    string? Conflict);

/// <summary>Which services a rule speaks to. Scope decides before age.</summary>
/// <param name="Test">The legal test in words, where the kind of service alone does not decide.</param>
/// <param name="Threshold">A size from which it holds.</param>
/// <param name="MinUsers">That size in users there, where it is a number.</param>
/// <param name="Named">Services that the authority named as covered.</param>
/// <param name="SelfIdentified">Services that said so themselves.</param>
/// <param name="NamedHighRiskFirstWave">Services named as being of high risk.</param>
/// <param name="Exempt">Kinds and names of services that are left out.</param>
public sealed record AgeScope(
    IReadOnlyList<ServiceType> ServiceTypes,
    string? Test,
    string? Threshold,
    IReadOnlyList<string> Named,
    IReadOnlyList<string> SelfIdentified,
    IReadOnlyList<string> NamedHighRiskFirstWave,
    IReadOnlyList<string> Exempt,
    TelegramReading Telegram,
    string? Note,
    long? MinUsers = null);

/// <summary>What holds for <c>min ≤ age &lt; below</c>, in whole years; an open end is null.</summary>
/// <param name="MinutesPerDay">Of a time limit; null when a parent or the minor chooses.</param>
/// <param name="Hours">Closed hours of a curfew, local time.</param>
/// <param name="HoursAllowed">The only open hours, local time.</param>
/// <param name="ServiceTypes">The kinds of the scope that the band is about; empty for all.</param>
public sealed record AgeBand(
    int? Min,
    int? Below,
    AgeEffect Effect,
    int? MinutesPerDay,
    IReadOnlyList<HourSpan> Hours,
    IReadOnlyList<HourSpan> HoursAllowed,
    IReadOnlyList<ServiceType> ServiceTypes,
    string? Note);

public sealed record AgeVerificationDuty(string Duty, string? ExistingAccounts, bool? SelfDeclarationEnough, bool? GovernmentIdAsOnlyMethod);

/// <param name="Max">In whole units of <paramref name="Currency"/>.</param>
/// <param name="Per">What one penalty is for.</param>
public sealed record AgePenalty(long? Max, string? Currency, string? Per, decimal? MaxPercentWorldwideTurnover, decimal? MaxPercentLocalTurnover, string? Note);
