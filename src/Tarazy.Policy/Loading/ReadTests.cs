using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;

namespace Tarazy.Policy.Loading;

/// <summary>
/// Reads the tests of a pack. A test says only what it is about: every answer that it does not name is given soundly, so that what is
/// left out with <c>without</c> is the only thing that can be missing.
/// </summary>
internal static class ReadTests
{
    private const int UsualDays = 30;
    private const int MostDays = 36_600;
    private const int FullScore = 4;

    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    // Not a value of the ladder, whatever a test calls it: the ladder has to say so itself.
    private static readonly Measure NoRung = Enum.GetValues<Measure>().Max() + 1;

    public static IReadOnlyList<(Fields At, PackTest Test)> From(Fields top, string jurisdiction)
    {
        if (!top.Has("tests"))
        {
            return [];
        }

        var entries = top.Items("tests").Select(f => (At: f, Value: One(f, jurisdiction))).ToList();
        ReadShared.Unique(entries, t => t.Id, "id");
        return entries;
    }

    private static PackTest One(Fields fields, string jurisdiction)
    {
        var (id, says) = (fields.Id("id"), fields.Text("says"));
        fields.Named("date", "Write the day of the decision.");
        var on = On(fields);
        var measure = fields.Text("measure");
        var clause = Clause(fields, jurisdiction);
        var decision = new Decision(
            Words.TryOf<Measure>(measure, out var rung) ? rung : NoRung,
            new HarmId(fields.Text("harm")),
            "The words call on readers to do what the clause forbids.",
            clause,
            EndsOn: on.AddDays(fields.Has("ends_in_days") ? fields.Number("ends_in_days", -MostDays, MostDays) : UsualDays),
            SealedUntil: fields.Has("sealed_days") ? on.AddDays(fields.Number("sealed_days", -MostDays, MostDays)) : null,
            Territory: fields.OptionalText("territory"),
            Addressee: fields.OptionalText("addressee"),
            ChannelReasons: "The channel repeats the same call every week in other words.",
            SealReason: "Publicity would show where the victim lives.");
        decision = TestAnswers.Add(decision, fields);
        var roles = fields.Has("desk") ? fields.Choices<DeskRole>("desk") : [];
        var standing = roles.Select(role => new DeskStanding(clause?.Jurisdiction ?? jurisdiction, role)).ToList();
        var facts = new CaseFacts(fields.Has("upheld_notices") ? fields.Number("upheld_notices", 0, 99) : 0, standing);
        var test = new PackTest(id, says, on, decision, facts, Because(fields, decision.Measure, measure)) { Asked = measure };
        fields.Done();
        return test;
    }

    // Far from both ends of the calendar, so that no sum of days leaves it.
    private static DateOnly On(Fields fields)
    {
        if (fields.Day("date") is not { } on)
        {
            return Earliest;
        }

        if (on < Earliest || on > Latest)
        {
            fields.Fault("date", "No pack tells of that day.", "Write a day from 1900 to 2199.");
            return Earliest;
        }

        return on;
    }

    private static ClauseRef? Clause(Fields fields, string jurisdiction) =>
        fields.OptionalText("clause") is not { } text ? null : ClauseRef.Parse(text) ?? new ClauseRef(jurisdiction, text);

    private static IReadOnlyList<string> Because(Fields fields, Measure measure, string asked)
    {
        var expect = fields.Choice<Expected>("expect");
        var because = fields.Has("because") ? fields.Texts("because") : [];
        if (expect == Expected.Carried && because.Count > 0)
        {
            fields.Fault("because", "What is carried is not refused for anything.", "Take it out, or write expect: refused.");
        }

        if (expect == Expected.Refused && because.Count == 0)
        {
            fields.Fault("because", "It does not say why it is refused.", "Add because with every code, e.g. [only-false].");
        }

        foreach (var unknown in because.Where(code => !LadderRefusal.Codes.Contains(code)))
        {
            fields.Fault("because", $"The ladder has no refusal \"{unknown}\".", $"Use one of: {string.Join(", ", LadderRefusal.Codes)}.");
        }

        if (measure == NoRung && asked.Length > 0 && !because.Contains("no-such-rung"))
        {
            fields.Fault("measure", $"\"{asked}\" is not known here.", Words.Mend<Measure>());
        }

        return because;
    }

    internal static RabatAnswers? Rabat(Fields fields)
    {
        if (!fields.Has("rabat") || fields.Map("rabat") is not { } factors)
        {
            return null;
        }

        var answers = new RabatAnswers(
            Score("context"), Score("speaker"), Score("intent"), Score("content_and_form"), Score("extent"), Score("likelihood"));
        factors.Done();
        return answers;

        RabatAnswer Score(string name) => new(factors.Number(name, 0, FullScore), "Seen in the words and in the comments below.");
    }

    private enum Expected
    {
        Carried,
        Refused,
    }
}
