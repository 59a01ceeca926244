using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;

namespace Tarazy.Policy.Rungs;

/// <summary>How far the ladder goes for one harm on one day, before any answer is weighed.</summary>
/// <param name="Rungs">Rungs above a label for which there is a clause in force and somebody to ask; none where the ladder ends at a label.</param>
/// <param name="Clauses">The clauses that allow them.</param>
public sealed record HarmReach(HarmId Harm, IReadOnlyList<Measure> Rungs, IReadOnlyList<ClauseRef> Clauses)
{
    public Measure Top => Rungs.Count == 0 ? Measure.Label : Rungs[^1];
}

/// <summary>Says which rungs a pack can reach at all. Pure. Whether a decision is carried still hangs on its answers.</summary>
public static class Reach
{
    public static IReadOnlyList<HarmReach> Of(Pack pack, Packs law, DateOnly on) => [.. pack.Harms.Select(harm => Of(harm.Id, pack, law, on))];

    public static HarmReach Of(HarmId harm, Pack pack, Packs law, DateOnly on)
    {
        var rungs = new SortedSet<Measure>();
        var clauses = new List<ClauseRef>();
        foreach (var layer in law.Layers(pack))
        {
            var asked = layer.AddresseesInService(on).Where(a => a.Address is not null).SelectMany(a => a.Measures).ToHashSet();
            foreach (var clause in layer.ClausesInForce(on).Where(c => c.Covers(harm)))
            {
                var open = clause.Measures.Where(asked.Contains).ToList();
                rungs.UnionWith(open);
                clauses.AddRange(open.Count > 0 ? [clause.Ref] : []);
            }
        }

        return new(harm, [.. rungs], clauses);
    }
}
