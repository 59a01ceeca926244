using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Posts;

namespace Tarazy.Demand.Demands;

/// <summary>How far a demand reaches.</summary>
public static class DemandScopes
{
    /// <summary>
    /// True for what reaches beyond posts and one channel, and for a demand against posts that names none. There is no measure
    /// for it, here or on the ladder: it can be narrowed or refused.
    /// </summary>
    public static bool IsBlanket(this DemandScope scope, DemandKind kind) =>
        scope.Whole is not null
        || scope.Addresses.Count(a => PublicPlace.Parse(a) is { IsChannel: true }) > 1
        || (kind is DemandKind.Removal or DemandKind.GeoRestriction && scope.Addresses.Count == 0);

    /// <summary>The rung that the demand asks for; null where it asks for none.</summary>
    public static Measure? Asks(this DemandScope scope, DemandKind kind) => kind switch
    {
        DemandKind.Removal or DemandKind.GeoRestriction when scope.Addresses.Any(a => PublicPlace.Parse(a) is { IsChannel: true }) => Measure.RestrictChannel,
        DemandKind.Removal => Measure.RemovePost,
        DemandKind.GeoRestriction => Measure.GeoRestrictPost,
        _ => null,
    };

    /// <summary>Whether it asks for less, and for nothing else.</summary>
    public static bool Narrows(this DemandScope to, DemandScope from, DemandKind kind)
    {
        var wider = from.IsBlanket(kind);
        var inside = (to.Whole is null || to.Whole == from.Whole)
            && (wider || to.Addresses.All(from.Addresses.Contains))
            && (from.Territory is null || to.Territory == from.Territory)
            && to.Data.All(from.Data.Contains)
            && !(from.Whole is null && to.Addresses.Count > from.Addresses.Count);
        return inside && !Same(to, from);
    }

    private static bool Same(DemandScope one, DemandScope other) =>
        one.Whole == other.Whole && one.Territory == other.Territory
        && one.Addresses.ToHashSet(StringComparer.Ordinal).SetEquals(other.Addresses) && one.Data.ToHashSet().SetEquals(other.Data);
}
