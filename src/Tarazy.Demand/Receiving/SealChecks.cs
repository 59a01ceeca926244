using Tarazy.Demand.Demands;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Receiving;

/// <summary>Publicity is the rule; what overrides it has a ground, words, and an end within what the pack allows.</summary>
internal static class SealChecks
{
    public static IEnumerable<Refusal> Of(DemandSeal? seal, Pack? pack, DateOnly today)
    {
        if (seal is null)
        {
            yield break;
        }

        if (DemandText.Owed(seal.Reason, "seal-reason") is { } noReason)
        {
            yield return noReason;
        }

        if ((seal.Ground == SealGround.Law || seal.Law is not null) && DemandText.Owed(seal.Law, "seal-law") is { } noLaw)
        {
            yield return noLaw;
        }

        if (seal.Until <= today)
        {
            yield return new SealPast(seal.Until);
        }
        else if (pack is null)
        {
            yield return new SealNotCheckable();
        }
        else if (seal.Until.DayNumber - today.DayNumber > pack.LongestSealDays)
        {
            yield return new SealTooLong(seal.Until, pack.LongestSealDays, today.AddDays(pack.LongestSealDays));
        }
    }
}
