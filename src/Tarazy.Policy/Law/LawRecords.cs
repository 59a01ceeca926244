using Tarazy.Policy.Ages;
using Tarazy.Policy.Loading;
using Tarazy.Policy.StateMeasures;

namespace Tarazy.Policy.Law;

/// <summary>Age rules, places and state measures, read from a folder of policies.</summary>
/// <param name="Faults">What was left out, and why.</param>
public sealed record LawRecords(AgeRules Ages, Jurisdictions Places, StateMeasureRegister Measures, IReadOnlyList<PackFault> Faults)
{
    public static LawRecords Load(string policies, PackLimits? limits = null)
    {
        var ages = AgeRules.Load(Path.Combine(policies, "ages"), limits);
        var (places, broken) = Jurisdictions.Load(Path.Combine(policies, "ages", "jurisdictions.yaml"), limits);
        var measures = StateMeasureRegister.Load(Path.Combine(policies, "state-measures"), limits);
        return new LawRecords(ages.Rules, places, measures.Register, [.. ages.Faults, .. broken, .. measures.Faults]);
    }
}
