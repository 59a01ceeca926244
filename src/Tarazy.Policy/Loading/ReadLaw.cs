using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;

namespace Tarazy.Policy.Loading;

/// <summary>Reads harms, clauses and clocks.</summary>
internal static class ReadLaw
{
    public static IReadOnlyList<Harm> Harms(Fields top)
    {
        var entries = top.Items("harms").Select(f =>
        {
            var harm = new Harm(new HarmId(f.Id("id")), f.Local("name"), f.Flag("incitement"));
            f.Done();
            return (At: f, Value: harm);
        }).ToList();
        ReadShared.Unique(entries, h => h.Id.Value, "id");
        return [.. entries.Select(e => e.Value)];
    }

    public static IReadOnlyList<Clause> Clauses(Fields top, string jurisdiction, IReadOnlyList<Harm> harms)
    {
        var entries = top.Items("clauses").Select(f => (At: f, Value: OneClause(f, jurisdiction, harms))).ToList();
        ReadShared.Unique(entries, c => c.Ref.Clause, "id");
        return [.. entries.Select(e => e.Value)];
    }

    public static IReadOnlyList<Clock> Clocks(Fields top)
    {
        var entries = top.Items("clocks").Select(f => (At: f, Value: OneClock(f))).ToList();
        ReadShared.Unique(entries, c => c.Id, "id");
        return [.. entries.Select(e => e.Value)];
    }

    private static Clause OneClause(Fields fields, string jurisdiction, IReadOnlyList<Harm> harms)
    {
        var clause = new Clause(
            new ClauseRef(jurisdiction, fields.Id("id")),
            fields.Local("title"),
            fields.Text("text"),
            ReadShared.InForce(fields, "in_force"),
            [.. fields.Texts("harms").Select(h => new HarmId(h))],
            fields.Choices<Measure>("measures"),
            ReadShared.Provenance(fields));
        foreach (var unknown in clause.Harms.Where(h => harms.All(known => known.Id != h)))
        {
            fields.Fault("harms", $"The pack has no harm \"{unknown}\".", $"Add it to harms, or use one of: {string.Join(", ", harms.Select(h => h.Id.Value))}.");
        }

        if (clause.Measures.Any(m => !m.Restricts()))
        {
            fields.Fault("measures", "A clause is not needed up to a label, so it cannot name such a rung.", "Name rungs from ask-author on.");
        }

        fields.Done();
        return clause;
    }

    private static Clock OneClock(Fields fields)
    {
        var clock = new Clock(
            fields.Id("id"),
            fields.Local("says"),
            fields.Text("law"),
            fields.Number("count", 1, 3660),
            fields.Choice<ClockUnit>("unit"),
            fields.Choice<ClockStart>("starts"),
            fields.Choice<ClockOwner>("owed_by"),
            fields.Choice<ClockSetter>("set_by"),
            fields.OptionalText("law_says"),
            ReadShared.Provenance(fields));
        if (clock is { SetBy: ClockSetter.Law, LawSays: not null })
        {
            fields.Fault("law_says", "A law that gives no number did not set this one.", "Write set_by: desk, or take law_says out.");
        }

        fields.Done();
        return clock;
    }
}
