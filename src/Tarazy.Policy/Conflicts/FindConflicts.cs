using Tarazy.Policy.StateMeasures;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Conflicts;

/// <summary>Where the rows of a comparison cannot all be followed at once.</summary>
internal static class FindConflicts
{
    public static IReadOnlyList<JurisdictionConflict> Among(JurisdictionQuestion question, IReadOnlyList<JurisdictionRow> rows)
    {
        var conflicts = new List<JurisdictionConflict>();
        var own = rows.FirstOrDefault(row => row.IsOwn);
        conflicts.AddRange(OfRungs(question, own, rows));
        conflicts.AddRange(OfReach(question, own, rows));
        conflicts.AddRange(OfDemands(rows));
        conflicts.AddRange(OfBlocks(question, rows));
        return conflicts;
    }

    /// <summary>What one law lets a desk ask for, another does not carry.</summary>
    private static IEnumerable<JurisdictionConflict> OfRungs(JurisdictionQuestion question, JurisdictionRow? own, IReadOnlyList<JurisdictionRow> rows)
    {
        if (own is not { Stance: Stance.Carries } || !question.Measure.Restricts())
        {
            return [];
        }

        return rows.Where(row => !row.IsOwn && row.Stance is Stance.CarriesLess or Stance.NoGround)
            .Select(row => new JurisdictionConflict(ConflictKind.CarriedHereNotThere, own.Jurisdiction, row.Jurisdiction, row.Highest));
    }

    /// <summary>A removal reaches every reader, also those whose law does not carry it; where the clause names it, the milder rung stays inside.</summary>
    private static IEnumerable<JurisdictionConflict> OfReach(JurisdictionQuestion question, JurisdictionRow? own, IReadOnlyList<JurisdictionRow> rows)
    {
        var worldwide = question.Measure is Measure.RemovePost or Measure.RestrictChannel;
        var others = rows.Any(row => !row.IsOwn && row.Stance is not Stance.Carries);
        if (own is null || !worldwide || !others)
        {
            return [];
        }

        var clause = own.Clauses.FirstOrDefault(one => one.Ref == question.Clause);
        var milder = clause is null ? own.Clauses.Any(one => one.Names(Measure.GeoRestrictPost)) : clause.Names(Measure.GeoRestrictPost);
        return [new JurisdictionConflict(ConflictKind.ReachesBeyond, own.Jurisdiction, null, milder ? Measure.GeoRestrictPost : null)];
    }

    /// <summary>One state demands that channels go while another's law carries no more than a label for the harm.</summary>
    private static IEnumerable<JurisdictionConflict> OfDemands(IReadOnlyList<JurisdictionRow> rows) =>
        from demanding in rows
        from demand in demanding.Measures
        where demand.Kind is StateMeasureKind.ChannelRemovalDemand or StateMeasureKind.DesignationExtremist
        let protecting = rows.FirstOrDefault(row => row.Jurisdiction != demanding.Jurisdiction && row.Highest == Measure.Label)
        where protecting is not null
        select new JurisdictionConflict(ConflictKind.DemandMeetsNoGround, demanding.Jurisdiction, protecting.Jurisdiction, null, demand.Id);

    /// <summary>Where the service itself is cut off, a measure on one post adds nothing to what nobody there can read.</summary>
    private static IEnumerable<JurisdictionConflict> OfBlocks(JurisdictionQuestion question, IReadOnlyList<JurisdictionRow> rows) =>
        from row in rows
        where row.IsOwn || (question.Territory is { } place && row.Contains(place))
        from measure in row.Measures
        where measure.Kind.Family() is KindFamily.WholeService or KindFamily.PartOrSpeed
        where question.Territory is null || measure.Country.Equals(question.Territory, StringComparison.OrdinalIgnoreCase)
        select new JurisdictionConflict(ConflictKind.WholeServiceAlreadyHit, row.Jurisdiction, null, null, measure.Id);
}

/// <summary>Two rules that cannot both be followed, or one that reaches further than its law.</summary>
/// <param name="Here">The jurisdiction whose rule or act it is.</param>
/// <param name="There">The one it meets; null for all others.</param>
/// <param name="Rung">The highest rung there, or the milder rung to think of.</param>
/// <param name="Record">The state measure that it comes from.</param>
public sealed record JurisdictionConflict(ConflictKind Kind, string Here, string? There, Measure? Rung, string? Record = null);

public enum ConflictKind
{
    CarriedHereNotThere,
    ReachesBeyond,
    DemandMeetsNoGround,
    WholeServiceAlreadyHit,
}
