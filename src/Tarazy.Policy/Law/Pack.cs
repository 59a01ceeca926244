using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Findings;

namespace Tarazy.Policy.Law;

/// <summary>The law of one jurisdiction as data, checked at loading.</summary>
/// <param name="Territories">ISO 3166-1 codes in which a measure of this pack can hold.</param>
/// <param name="LongestSealDays">How long an entry may stay sealed to protect a victim.</param>
public sealed record Pack(
    string Jurisdiction,
    string Version,
    LocalText Title,
    IReadOnlyList<string> Territories,
    WorkCalendar Calendar,
    int LongestSealDays,
    RabatThresholds Rabat)
{
    public required IReadOnlyList<Harm> Harms { get; init; }

    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>Every rung, mildest first.</summary>
    public required IReadOnlyList<Rung> Ladder { get; init; }

    public required IReadOnlyList<Clock> Clocks { get; init; }

    public required IReadOnlyList<Addressee> Addressees { get; init; }

    public required IReadOnlyList<NoticeForm> Forms { get; init; }

    /// <summary>What the law asks of demands of the state; a kind that is missing cannot be complied with.</summary>
    public IReadOnlyList<DemandRule> Demands { get; init; } = [];

    public IReadOnlyList<IssuerHosts> Issuers { get; init; } = [];

    /// <summary>The pack whose clauses hold here too, e.g. <c>eu</c> for a member state; null when there is none.</summary>
    public string? PartOf { get; init; }

    /// <summary>What the pack is held to by itself; every one of them passed, or the pack would not be here.</summary>
    public IReadOnlyList<PackTest> Tests { get; init; } = [];

    public IReadOnlyList<KnownFact> Known { get; init; } = [];

    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>Whether any clause of this pack allows anything. A pack that only tells what is known has none that does.</summary>
    public bool Allows => Clauses.Any(c => c.Measures.Count > 0);

    public Harm? FindHarm(HarmId id) => Harms.FirstOrDefault(h => h.Id == id);

    public Clause? FindClause(string id) => Clauses.FirstOrDefault(c => c.Ref.Clause == id);

    public Clock? FindClock(string id) => Clocks.FirstOrDefault(c => c.Id == id);

    public Addressee? FindAddressee(string id) => Addressees.FirstOrDefault(a => a.Id == id);

    public DemandRule? FindDemand(DemandKind kind) => Demands.FirstOrDefault(d => d.Kind == kind);

    public NoticeForm? FindForm(string id) => Forms.FirstOrDefault(f => f.Id == id);

    /// <summary>The withdrawal letter of this pack.</summary>
    public NoticeForm? WithdrawalForm => Forms.FirstOrDefault(f => f.Kind == FormKind.Withdrawal);

    public Rung RungOf(Measure measure) => Ladder[(int)measure];

    /// <summary>The tests that name a clause of this pack.</summary>
    public IReadOnlyList<PackTest> TestsOf(ClauseRef clause) => [.. Tests.Where(t => t.Decision.Clause == clause)];

    public IReadOnlyList<Clause> ClausesInForce(DateOnly on) => [.. Clauses.Where(c => c.InForce.On(on))];

    public IReadOnlyList<Addressee> AddresseesInService(DateOnly on) => [.. Addressees.Where(a => a.InService.On(on))];
}
