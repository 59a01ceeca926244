using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>Reads one age rule.</summary>
internal static class ReadAgeRule
{
    private const int OldestAge = 120;
    private const int MinutesOfADay = 24 * 60;

    public static AgeRule From(Fields from)
    {
        var rule = new AgeRule(
            from.Text("id"),
            from.Text("jurisdiction"),
            from.Text("instrument"),
            from.Choice<AgeStatus>("status"),
            RecordFields.Partial(from, "status_as_of"),
            from.Day("effective_from"),
            RecordFields.Partial(from, "planned_from"),
            from.Day("effective_to"),
            from.Choice<ObligationOn>("obligation_on"),
            Scope(from),
            [.. from.Items("bands").Select(Band)],
            ByCountry(from),
            Verification(from),
            Penalty(from),
            from.OptionalText("notes"),
            RecordFields.Addresses(from, "sources"),
            from.Choice<Confidence>("confidence"),
            from.Choice<HowChecked>("verified"),
            from.OptionalText("conflict"));
        Check(from, rule);
        from.Done();
        return rule;
    }

    private static void Check(Fields from, AgeRule rule)
    {
        if (rule is { EffectiveFrom: { } first, EffectiveTo: { } end } && end <= first)
        {
            from.Fault("effective_to", "It ends before it begins; the end is the first day on which it no longer holds.", "Mend the days.");
        }

        if (rule is { EffectiveFrom: null, Status: AgeStatus.InForce or AgeStatus.InForcePendingAppeal or AgeStatus.GuidelineInForce })
        {
            from.Fault("effective_from", "A rule in force has a first day.", "Add the day, or change the status.");
        }

        if (rule is { Verified: HowChecked.Read, Sources.Count: 0 })
        {
            from.Fault("sources", "It says that a page was read and names none.", "Add the address, or say verified: recall.");
        }

        if (rule.Bands.Count == 0)
        {
            from.Fault("bands", "A rule without a band says nothing.", "Add min, below and effect.");
        }
    }

    private static AgeScope Scope(Fields from)
    {
        if (from.Map("scope") is not { } scope)
        {
            return new([], null, null, [], [], [], [], TelegramReading.Unclear, null);
        }

        var read = new AgeScope(
            scope.Choices<ServiceType>("service_types"),
            scope.OptionalText("test"),
            scope.OptionalText("threshold"),
            RecordFields.OptionalTexts(scope, "named"),
            RecordFields.OptionalTexts(scope, "self_identified"),
            RecordFields.OptionalTexts(scope, "named_high_risk_first_wave"),
            RecordFields.OptionalTexts(scope, "exempt"),
            scope.Choice<TelegramReading>("telegram"),
            scope.OptionalText("note"),
            RecordFields.Amount(scope, "min_users"));
        scope.Done();
        return read;
    }

    private static AgeBand Band(Fields from)
    {
        var band = new AgeBand(
            Age(from, "min"),
            Age(from, "below"),
            from.Choice<AgeEffect>("effect"),
            from.OptionalText("minutes_per_day") is null ? null : from.Number("minutes_per_day", 0, MinutesOfADay),
            Hours(from, "hours"),
            Hours(from, "hours_allowed"),
            from.Has("service_types") ? from.Choices<ServiceType>("service_types") : [],
            from.OptionalText("note"));
        if (band.Min >= band.Below)
        {
            from.Fault("below", "The band is empty: it covers min ≤ age < below.", "Mend min or below.");
        }

        if (band.Effect == AgeEffect.Curfew && band.Hours.Count == 0)
        {
            from.Fault("hours", "A curfew has hours.", "Add hours: [{from: \"22:00\", to: \"06:00\"}].");
        }

        from.Done();
        return band;
    }

    private static int? Age(Fields from, string name) => from.OptionalText(name) is null ? null : from.Number(name, 0, OldestAge);

    private static IReadOnlyList<HourSpan> Hours(Fields from, string name) => !from.Has(name) ? [] :
    [
        .. from.Items(name).Select(item =>
        {
            var span = new HourSpan(Time(item, "from"), Time(item, "to"), item.Has("days") ? item.Choices<HourDay>("days") : []);
            item.Done();
            return span;
        }),
    ];

    private static TimeOnly Time(Fields from, string name)
    {
        var text = from.Text(name);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        from.Fault(name, $"\"{text}\" is no time of day.", "Write HH:mm in quotes, e.g. \"22:00\".");
        return default;
    }

    private static Dictionary<string, int> ByCountry(Fields from)
    {
        var ages = new Dictionary<string, int>(StringComparer.Ordinal);
        if (from.Has("by_country") && from.Map("by_country") is { } map)
        {
            foreach (var country in map.Names())
            {
                ages[country] = map.Number(country, 1, OldestAge);
            }
        }

        return ages;
    }

    private static AgeVerificationDuty? Verification(Fields from)
    {
        if (!from.IsMap("verification") || from.Map("verification") is not { } map)
        {
            return null;
        }

        var duty = new AgeVerificationDuty(
            map.Text("duty"),
            map.OptionalText("existing_accounts"),
            map.Has("self_declaration_enough") ? map.Flag("self_declaration_enough") : null,
            map.Has("government_id_as_only_method") ? map.Flag("government_id_as_only_method") : null);
        map.Done();
        return duty;
    }

    private static AgePenalty? Penalty(Fields from)
    {
        if (!from.IsMap("penalty") || from.Map("penalty") is not { } map)
        {
            _ = from.OptionalText("penalty");
            return null;
        }

        var penalty = new AgePenalty(
            RecordFields.Amount(map, "max"),
            map.OptionalText("currency"),
            map.OptionalText("per"),
            RecordFields.Percent(map, "max_percent_worldwide_turnover"),
            RecordFields.Percent(map, "max_percent_local_turnover"),
            map.OptionalText("note"));
        map.Done();
        return penalty;
    }
}
