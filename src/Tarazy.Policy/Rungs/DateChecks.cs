using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>Every measure ends, and every seal opens.</summary>
internal static class DateChecks
{
    public static IEnumerable<Refusal> End(Decision decision, Rung rung, DateOnly on)
    {
        if (decision.EndsOn is not { } end)
        {
            yield return new NoEndDate();
        }
        else if (end <= on)
        {
            yield return new EndDatePast(end);
        }
        else if (rung.LongestDays is { } days && end.DayNumber - on.DayNumber > days)
        {
            yield return new EndDateTooFar(end, days, on.AddDays(days));
        }
    }

    public static IEnumerable<Refusal> Seal(Decision decision, Pack? pack, DateOnly on)
    {
        if (decision.SealedUntil is not { } until)
        {
            yield break;
        }

        if (!Substance.In(decision.SealReason))
        {
            yield return new SealWithoutReason();
        }

        if (until <= on)
        {
            yield return new SealPast(until);
        }
        else if (pack is null)
        {
            yield return new SealNotCheckable();
        }
        else if (until.DayNumber - on.DayNumber > pack.LongestSealDays)
        {
            yield return new SealTooLong(until, pack.LongestSealDays, on.AddDays(pack.LongestSealDays));
        }
    }
}
