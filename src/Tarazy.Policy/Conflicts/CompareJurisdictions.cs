using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;

namespace Tarazy.Policy.Conflicts;

/// <summary>What is asked about one notice, or one that might be written: the same post under every law that is known here.</summary>
/// <param name="Jurisdiction">The pack that the notice rests on; null where it rests on none.</param>
/// <param name="Territory">Where the measure is to hold; null for everywhere.</param>
public sealed record JurisdictionQuestion(HarmId Harm, Measure Measure, string? Jurisdiction, ClauseRef? Clause, string? Territory, DateOnly On);

/// <summary>
/// Lays the rules of every pack beside each other, with the state measures and age rules of the same places. It finds where rules meet;
/// which of them yields is for people to say.
/// </summary>
public static class CompareJurisdictions
{
    public static JurisdictionComparison Compare(JurisdictionQuestion question, Packs packs, LawRecords records)
    {
        var rows = packs.All.Select(pack => Row(question, pack, records)).ToList();
        var known = rows.SelectMany(row => row.Territories.Append(row.Jurisdiction.ToUpperInvariant())).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(records.Measures.All
            .Where(measure => !known.Contains(measure.Country) && Stands(measure, question.On))
            .GroupBy(measure => measure.Country, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => WithoutPack(group.Key, [.. group], question, records)));
        var ordered = rows.OrderByDescending(row => row.IsOwn).ThenByDescending(row => row.HasPack).ThenBy(row => row.Jurisdiction, StringComparer.Ordinal).ToList();
        return new JurisdictionComparison(question, ordered, FindConflicts.Among(question, ordered));
    }

    private static JurisdictionRow Row(JurisdictionQuestion question, Pack pack, LawRecords records)
    {
        var places = pack.Territories.Append(pack.Jurisdiction.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        var clauses = pack.ClausesInForce(question.On).Where(clause => clause.Covers(question.Harm)).ToList();
        var highest = clauses.SelectMany(clause => clause.Measures).Append(Measure.Label).Max();
        return new JurisdictionRow(
            pack.Jurisdiction,
            pack.Title,
            pack.Jurisdiction == question.Jurisdiction,
            HasPack: true,
            StanceOf(question, pack, clauses),
            pack.FindHarm(question.Harm) is null ? null : highest,
            clauses,
            pack.Territories,
            [.. records.Measures.All.Where(measure => places.Contains(measure.Country) && Stands(measure, question.On))],
            Ages(records.Ages, pack.Jurisdiction.ToUpperInvariant(), question.On));
    }

    private static JurisdictionRow WithoutPack(string country, IReadOnlyList<StateMeasure> measures, JurisdictionQuestion question, LawRecords records) => new(
        country, null, false, HasPack: false, Stance.NotKnown, null, [], [country], measures, Ages(records.Ages, country, question.On));

    private static Stance StanceOf(JurisdictionQuestion question, Pack pack, List<Clause> clauses)
    {
        if (pack.FindHarm(question.Harm) is null)
        {
            return Stance.NotKnown;
        }

        if (!question.Measure.Restricts())
        {
            return Stance.Carries;
        }

        return clauses.Count == 0 ? Stance.NoGround : clauses.Any(clause => clause.Names(question.Measure)) ? Stance.Carries : Stance.CarriesLess;
    }

    /// <summary>In force that day. What is pending, unconfirmed or only considered binds nobody.</summary>
    private static bool Stands(StateMeasure measure, DateOnly day) =>
        measure.On(day) && measure.Status is not (StateMeasureStatus.Pending or StateMeasureStatus.ReportedUnconfirmed or StateMeasureStatus.ConsideredOnly);

    private static IReadOnlyList<AgeRule> Ages(AgeRules ages, string place, DateOnly day) =>
        [.. ages.All.Where(rule => rule.Jurisdiction == place && AgeStanding.On(rule, day) is Standing.Counts or Standing.CountsInPart)];
}

/// <param name="Rows">The notice's own jurisdiction first, then the other packs, then places of which only measures are known.</param>
public sealed record JurisdictionComparison(JurisdictionQuestion Question, IReadOnlyList<JurisdictionRow> Rows, IReadOnlyList<JurisdictionConflict> Conflicts);

/// <summary>One jurisdiction on this harm and this rung.</summary>
/// <param name="Title">Null where no pack is loaded for the place.</param>
/// <param name="Highest">The highest rung that a clause in force carries for the harm; <see cref="Measure.Label"/> where none does, null where the pack does not know the harm.</param>
/// <param name="Clauses">In force that day and covering the harm.</param>
/// <param name="Measures">State measures in force there that day.</param>
/// <param name="AgeRules">Age rules that hold there that day.</param>
public sealed record JurisdictionRow(
    string Jurisdiction,
    LocalText? Title,
    bool IsOwn,
    bool HasPack,
    Stance Stance,
    Measure? Highest,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<string> Territories,
    IReadOnlyList<StateMeasure> Measures,
    IReadOnlyList<AgeRule> AgeRules)
{
    public bool Contains(string territory) => Jurisdiction.Equals(territory, StringComparison.OrdinalIgnoreCase) || Territories.Contains(territory, StringComparer.OrdinalIgnoreCase);

    /// <summary>How sure the surest of its clauses is; null where there is none.</summary>
    public Confidence? Confidence => Clauses.Count == 0 ? null : Clauses.Max(clause => clause.Provenance.Confidence);
}

/// <summary>What one jurisdiction says to the rung that is asked.</summary>
public enum Stance
{
    /// <summary>A clause in force names it, or nobody is restricted by it.</summary>
    Carries,

    /// <summary>Clauses cover the harm, and none of them names this rung.</summary>
    CarriesLess,

    /// <summary>The pack knows the harm and has no clause in force for it, so there the ladder ends at a label.</summary>
    NoGround,

    /// <summary>There is no pack, or the pack does not know the harm. That is no answer in either direction.</summary>
    NotKnown,
}
