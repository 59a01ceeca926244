using System.Globalization;
using System.Text.Json.Nodes;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>Puts one pack together from its sections.</summary>
internal static class ReadPack
{
    private static readonly string[] EveryHarm =
        ["mercenary-recruitment", "extortion", "investment-scam", "job-bait", "false-claim", "incitement", "doxxing"];

    public static Pack From(string folder, Sections sections, IReadOnlyList<NoticeForm> forms)
    {
        var top = sections.Of("pack");
        var jurisdiction = top.Id("pack");
        if (jurisdiction.Length > 0 && jurisdiction != folder)
        {
            top.Fault("pack", $"The folder is called \"{folder}\".", "Give the pack and its folder one name.");
        }

        var harms = ReadLaw.Harms(sections.Of("harms"));
        foreach (var missing in EveryHarm.Where(h => harms.All(known => known.Id.Value != h)))
        {
            sections.Of("harms").Fault("harms", $"The harm {missing} is missing.", "Add it, even if no clause covers it: the watch rules use it.");
        }

        // Other layouts of these files may come; a reader must not take one for another.
        top.Number("schema_version", 1, 1);
        var clauses = ReadLaw.Clauses(sections.Of("clauses"), jurisdiction, harms);
        var clocks = ReadLaw.Clocks(sections.Of("clocks"));
        return new Pack(
            jurisdiction,
            top.Text("version"),
            top.Local("title"),
            Territories(top),
            Calendar(top),
            SealDays(top),
            Rabat(top))
        {
            Harms = harms,
            Clauses = clauses,
            Ladder = ReadLadder.From(sections.Of("ladder")),
            Clocks = clocks,
            Addressees = ReadAddressees.From(sections.Of("addressees"), forms),
            Forms = forms,
            PartOf = top.OptionalText("part_of"),
            Known = ReadKnown.Facts(sections.Of("known")),
            Gaps = ReadKnown.Gaps(sections.Of("gaps")),
            Demands = ReadDemands.Rules(sections.Of("demands"), clauses, clocks),
            Issuers = ReadDemands.Issuers(sections.Of("issuers")),
        };
    }

    private static IReadOnlyList<string> Territories(Fields top)
    {
        var codes = top.Texts("territories");
        foreach (var wrong in codes.Where(c => c is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z']))
        {
            top.Fault("territories", $"\"{wrong}\" is not an ISO 3166-1 code.", "Write two capital letters.");
        }

        return codes;
    }

    private static int SealDays(Fields top)
    {
        if (top.Map("sealing") is not { } fields)
        {
            return 1;
        }

        var days = fields.Number("longest_days", 1, 3660);
        ReadShared.Provenance(fields);
        fields.Done();
        return days;
    }

    private static RabatThresholds Rabat(Fields top)
    {
        if (top.Map("rabat") is not { } fields)
        {
            return new(4, 4, 4);
        }

        var thresholds = new RabatThresholds(
            fields.Number("least_intent", RabatThresholds.Floor, 4),
            fields.Number("least_likelihood", RabatThresholds.Floor, 4),
            fields.Number("met", RabatThresholds.Floor, 4));
        ReadShared.Provenance(fields);
        fields.Done();
        return thresholds;
    }

    private static WorkCalendar Calendar(Fields top)
    {
        if (top.Map("calendar") is not { } fields)
        {
            return new("UTC", [], new Dictionary<int, IReadOnlyList<DateOnly>>());
        }

        var calendar = new WorkCalendar(fields.Text("time_zone"), fields.Choices<DayOfWeek>("weekend"), Holidays(fields));
        if (calendar.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out _))
        {
            fields.Fault("time_zone", $"This machine knows no time zone \"{calendar.TimeZone}\".", "Write an IANA name such as Asia/Almaty, and install tzdata.");
        }

        if (calendar.Weekend.Distinct().Count() == 7)
        {
            fields.Fault("weekend", "No day of the week is left to work on.", "Name the days of rest only.");
        }

        ReadShared.Provenance(fields);
        fields.Done();
        return calendar;
    }

    private static JsonObject Year() => new() { ["pattern"] = @"^\d{4}$" };

    private static Dictionary<int, IReadOnlyList<DateOnly>> Holidays(Fields calendar)
    {
        var years = new Dictionary<int, IReadOnlyList<DateOnly>>();
        if (calendar.Has("holidays") && calendar.OptionalText("holidays") is null && !calendar.IsMap("holidays"))
        {
            return years;
        }

        if (calendar.Map("holidays") is not { } fields)
        {
            return years;
        }

        foreach (var name in fields.Names(Year, () => ValueShapes.List(ValueShapes.Text())))
        {
            var days = fields.Texts(name).Select(t => FieldValues.DayOf(t, says => fields.Fault(name, says, "Write yyyy-MM-dd."))).OfType<DateOnly>().ToList();
            if (!int.TryParse(name, CultureInfo.InvariantCulture, out var year) || days.Exists(d => d.Year != year))
            {
                fields.Fault(name, "The holidays of a year stand under that year.", "Write 2027: [2027-01-01, ...].");
            }

            years[year] = days;
        }

        return years;
    }
}
