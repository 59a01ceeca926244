using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>Legality: a clause of a pack, in force that day, that covers the harm and names the measure.</summary>
internal static class ClauseChecks
{
    public static IEnumerable<Refusal> Of(Decision decision, Pack? pack, DateOnly on)
    {
        if (decision.Clause is not { } wanted)
        {
            return [new NoClause()];
        }

        if (pack is null)
        {
            return [new PackMissing(wanted.Jurisdiction)];
        }

        return pack.FindClause(wanted.Clause) is { } clause ? Of(decision, pack, clause, on) : [new ClauseUnknown(wanted)];
    }

    private static IEnumerable<Refusal> Of(Decision decision, Pack pack, Clause clause, DateOnly on)
    {
        if (!clause.InForce.On(on))
        {
            yield return new ClauseNotInForce(clause.Ref, on);
        }

        if (pack.FindHarm(decision.Harm) is null)
        {
            yield return new HarmUnknown(decision.Harm, pack.Jurisdiction);
        }
        else if (!clause.Covers(decision.Harm))
        {
            yield return new HarmNotCovered(clause.Ref, decision.Harm);
        }

        if (!clause.Names(decision.Measure))
        {
            yield return new MeasureNotNamed(clause.Ref, decision.Measure);
        }
    }
}
