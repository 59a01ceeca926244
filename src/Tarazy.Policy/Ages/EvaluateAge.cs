using System.Globalization;

namespace Tarazy.Policy.Ages;

/// <summary>
/// Answers an age question from the rules. Layers are added, a state's to the federal, a member's to the Union's, and the strictest
/// effect wins. Where no rule is known the answer says that, and never "allowed".
/// </summary>
public static class EvaluateAge
{
    /// <exception cref="ArgumentException">The proofs contradict each other, the zone is unknown, or the moment is on another day than the date.</exception>
    public static AgeAnswer Answer(AgeQuestion question, AgeRules rules, Jurisdictions places)
    {
        var range = AgeRange.Of(question.Proofs ?? []);
        var place = places.Find(question.Jurisdiction);
        var layers = places.Layers(question.Jurisdiction);
        var clock = Clock(question, place);
        var all = rules.All
            .Where(rule => layers.Contains(rule.Jurisdiction, StringComparer.Ordinal))
            .SelectMany(rule => rule.Bands.Select(band => Line(rule, band, question, range, clock)))
            .Where(line => line.Coverage != Coverage.NotCovered)
            .ToList();
        var lines = Ordered(all.Where(line => line.Holds != Holds.No));
        var binding = EffectOrder.Strictest(lines.Where(line => line.Binds).Select(line => line.Band.Effect));
        var possible = EffectOrder.Strictest(lines.Where(line => line.MayBind).Select(line => line.Band.Effect));
        if (possible is { } other && binding is { } one && EffectOrder.Rank(other) <= EffectOrder.Rank(one))
        {
            possible = null;
        }

        return new AgeAnswer(question, range, Knowledge(all), binding, possible, lines);
    }

    /// <summary>Of all ages: somebody who is old enough is told that there is a rule, and not that none is known.</summary>
    private static AgeKnowledge Knowledge(List<AgeLine> all)
    {
        var counting = all.FindAll(line => line.Counts);
        return counting.Exists(line => line.Coverage != Coverage.Exempt) ? AgeKnowledge.Known
            : counting.Count > 0 ? AgeKnowledge.LeavesTheServiceOut
            : AgeKnowledge.None;
    }

    private static List<AgeLine> Ordered(IEnumerable<AgeLine> lines) =>
    [
        .. lines.OrderByDescending(line => line.Binds)
            .ThenByDescending(line => line.MayBind)
            .ThenBy(line => line.Standing)
            .ThenByDescending(line => EffectOrder.Rank(line.Band.Effect))
            .ThenBy(line => line.Rule.Id, StringComparer.Ordinal),
    ];

    private static AgeLine Line(AgeRule rule, AgeBand band, AgeQuestion question, AgeRange range, (string Zone, DateTime Local)? clock)
    {
        var below = band.Below is not null && rule.ByCountry.TryGetValue(question.Jurisdiction, out var age) ? age : band.Below;
        var holds = range.In(band.Min, below);
        return new AgeLine(
            rule,
            band,
            below,
            AgeStanding.On(rule, question.Date),
            AgeCoverage.Of(rule, band, question),
            holds,
            holds == Holds.Perhaps ? range.Settles(band.Min, below) : null,
            clock is { } now ? HoursNow.Of(band, now.Zone, now.Local) : null);
    }

    private static (string Zone, DateTime Local)? Clock(AgeQuestion question, Jurisdiction? place)
    {
        if (LocalMoment.Zone(question.Zone, place) is not { } zone || question.At is not { } at)
        {
            return null;
        }

        // One day for the rules and another for the hours would be an answer to no question.
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return DateOnly.FromDateTime(local) == question.Date
            ? (zone.Id, local)
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The day and the moment differ: in {zone.Id} it is then {local:yyyy-MM-dd HH:mm}, and the day asked for is {question.Date:yyyy-MM-dd}."),
                nameof(question));
    }
}
