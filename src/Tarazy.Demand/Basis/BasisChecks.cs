using Tarazy.Demand.Demands;
using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Basis;

/// <summary>Clause, day, territory and court order. Asked when the law is looked at, and again whenever somebody would comply.</summary>
internal static class BasisChecks
{
    public static IReadOnlyList<Refusal> Of(DemandState state, ClauseRef? clause, Packs law, DateTimeOffset now)
    {
        var (scope, kind, home) = (state.Scope, state.Letter.Kind, state.Letter.Issuer.Jurisdiction);
        if (scope.IsBlanket(kind))
        {
            return [new DemandIsBlanket()];
        }

        if (clause is not { } wanted)
        {
            return [new NoClause()];
        }

        if (wanted.Jurisdiction != home)
        {
            return [new ClauseOfAnotherState(wanted, home)];
        }

        if (law.Find(home) is not { } pack)
        {
            return [new PackMissing(home)];
        }

        if (pack.FindClause(wanted.Clause) is not { } found)
        {
            return [new ClauseUnknown(wanted)];
        }

        return Today(pack, now) is { } today
            ? [.. OfClause(pack, found, state, today), .. OfTerritory(pack, scope, kind)]
            : [new TimeZoneUnknown(pack.Calendar.TimeZone)];
    }

    /// <summary>The day it is where the law holds; null when this machine cannot tell.</summary>
    public static DateOnly? Today(Pack pack, DateTimeOffset now) => Deadlines.Today(pack.Calendar, now).Value?.Day;

    private static IEnumerable<Refusal> OfClause(Pack pack, Clause clause, DemandState state, DateOnly today)
    {
        var kind = state.Letter.Kind;
        if (!clause.InForce.On(today))
        {
            yield return new ClauseNotInForce(clause.Ref, today);
        }

        if (pack.FindDemand(kind) is not { } rule)
        {
            yield return new LawIsSilent(pack.Jurisdiction, kind);
            yield break;
        }

        if (rule.Clauses.Count > 0 && !rule.Clauses.Contains(clause.Ref.Clause))
        {
            yield return new ClauseCarriesNone(clause.Ref, kind);
        }

        if (state.Scope.Asks(kind) is { } measure && !clause.Names(measure))
        {
            yield return new MeasureNotNamed(clause.Ref, measure);
        }

        if (rule.CourtOrderOwed && state.Letter.CourtOrder is null)
        {
            yield return new CourtOrderOwed(kind);
        }
    }

    private static IEnumerable<Refusal> OfTerritory(Pack pack, DemandScope scope, DemandKind kind)
    {
        if (scope.Territory is not { } territory)
        {
            if (kind == DemandKind.GeoRestriction)
            {
                yield return new NoTerritory();
            }
        }
        else if (!pack.Territories.Contains(territory))
        {
            yield return new TerritoryOutsidePack(territory, pack.Jurisdiction);
        }
    }
}
