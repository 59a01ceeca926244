namespace Tarazy.Policy.Ages;

/// <summary>
/// Answers an age question from the rules. Layers are added, a state's to the federal, a member's to the Union's, and the strictest
/// effect wins. Where no rule is known the answer says that, and never "allowed".
/// </summary>
public static class EvaluateAge
{
    /// <exception cref="ArgumentException">The proofs contradict each other, or the zone is unknown.</exception>
    public static AgeAnswer Answer(AgeQuestion question, AgeRules rules, Jurisdictions places)
    {
        var range = AgeRange.Of(question.Proofs ?? []);
        var place = places.Find(question.Jurisdiction);
        var layers = places.Layers(question.Jurisdiction);
        var lines = rules.All
            .Where(rule => layers.Contains(rule.Jurisdiction, StringComparer.Ordinal))
            .SelectMany(rule => rule.Bands.Select(band => Line(rule, band, question, range, place)))
            .Where(line => line.Coverage != Coverage.NotCovered && line.Holds != Holds.No)
            .OrderByDescending(line => line.Binds)
            .ThenByDescending(line => line.MayBind)
            .ThenBy(line => line.Standing)
            .ThenByDescending(line => EffectOrder.Rank(line.Band.Effect))
            .ThenBy(line => line.Rule.Id, StringComparer.Ordinal)
            .ToList();
        var binding = EffectOrder.Strictest(lines.Where(line => line.Binds).Select(line => line.Band.Effect));
        var possible = EffectOrder.Strictest(lines.Where(line => line.MayBind).Select(line => line.Band.Effect));
        if (possible is { } other && binding is { } one && EffectOrder.Rank(other) <= EffectOrder.Rank(one))
        {
            possible = null;
        }

        return new AgeAnswer(question, range, lines.Exists(line => line.Binds || line.MayBind), binding, possible, lines);
    }

    private static AgeLine Line(AgeRule rule, AgeBand band, AgeQuestion question, AgeRange range, Jurisdiction? place)
    {
        var below = band.Below is not null && rule.ByCountry.TryGetValue(question.Jurisdiction, out var age) ? age : band.Below;
        var holds = range.In(band.Min, below);
        return new AgeLine(
            rule,
            band,
            below,
            AgeStanding.On(rule, question.Date),
            AgeCoverage.Of(rule, band, question.Service, question.Name),
            holds,
            holds == Holds.Perhaps ? range.Settles(band.Min, below) : null,
            Hours(band, question, place));
    }

    private static HoursNow? Hours(AgeBand band, AgeQuestion question, Jurisdiction? place)
    {
        if (question.At is not { } at || band.Hours.Count + band.HoursAllowed.Count == 0 || (question.Zone ?? (place is { Zones: [var first, ..] } ? first : null)) is not { } zone)
        {
            return null;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            throw new ArgumentException($"{zone} is no time zone; one looks like Asia/Almaty.", nameof(question));
        }

        var local = TimeZoneInfo.ConvertTime(at, found).DateTime;
        var closed = band.Hours.Select(span => span.Contains(local)).ToList();
        var open = band.HoursAllowed.Select(span => span.Contains(local)).ToList();
        return new HoursNow(zone, local, IsOpen(closed, open));
    }

    private static bool? IsOpen(List<bool?> closed, List<bool?> open)
    {
        if (closed.Contains(true) || (open.Count > 0 && open.TrueForAll(inside => inside == false)))
        {
            return false;
        }

        return closed.Contains(null) || (open.Count > 0 && !open.Contains(true)) ? null : true;
    }
}
