namespace Tarazy.Policy.Ages;

/// <summary>Whether a rule counts on a day.</summary>
public enum Standing
{
    /// <summary>It holds on that day.</summary>
    Counts,

    /// <summary>It holds, but a court has blocked a part of it.</summary>
    CountsInPart,

    /// <summary>Not yet, or not decided yet.</summary>
    Upcoming,

    BlockedByCourt,

    /// <summary>It was, or it never came to be.</summary>
    History,
}

/// <summary>
/// The standing of a rule on a day. Both ends known: the interval decides whatever the status is today. Open-ended: only a status in
/// force counts. No first day: it is in effect on no known day.
/// </summary>
public static class AgeStanding
{
    public static Standing On(AgeRule rule, DateOnly day)
    {
        if (rule.EffectiveTo is { } end && day >= end)
        {
            return ByStatus(rule.Status) == Standing.BlockedByCourt ? Standing.BlockedByCourt : Standing.History;
        }

        if (rule.EffectiveFrom is { } first)
        {
            if (day < first)
            {
                return Standing.Upcoming;
            }

            if (rule.EffectiveTo is not null)
            {
                return Standing.Counts;
            }

            return rule.Status switch
            {
                AgeStatus.InForce or AgeStatus.InForcePendingAppeal or AgeStatus.GuidelineInForce => Standing.Counts,
                AgeStatus.PartlyEnjoined => Standing.CountsInPart,
                _ => ByStatus(rule.Status),
            };
        }

        return ByStatus(rule.Status);
    }

    private static Standing ByStatus(AgeStatus status) => status switch
    {
        AgeStatus.Enjoined or AgeStatus.PartlyEnjoined or AgeStatus.StruckDown => Standing.BlockedByCourt,
        AgeStatus.Repealed or AgeStatus.SupersededDraft or AgeStatus.NeverApplied => Standing.History,
        _ => Standing.Upcoming,
    };
}
