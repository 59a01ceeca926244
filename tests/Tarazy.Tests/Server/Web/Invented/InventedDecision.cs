using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Decide;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>The decision form, filled in and refused in several ways.</summary>
internal sealed class InventedDecision(DateTimeOffset now)
{
    private static readonly Measure[] Named = [Measure.AskAuthor, Measure.GeoRestrictPost, Measure.RemovePost];

    private static readonly DecisionAnswers Filled = DecisionAnswers.Of(
        (DecisionForm.Measure, "6"),
        (DecisionForm.Clause, "kz/crim-170"),
        (DecisionForm.Legality, "The clause is public and foreseeable, and the desk may invoke it."),
        (DecisionForm.Aim, "rights-of-others"),
        (DecisionForm.AimReason, "Young men are asked to leave without telling anyone."),
        (DecisionForm.Necessity, "The post names a sum and a contact and asks to leave at once."),
        (DecisionForm.WhyNotMilder, "A label leaves the contact in view, and first payments are tied to leaving within days."),
        (DecisionForm.Harmful, "yes"),
        (DecisionForm.Reasons, "The post offers pay for joining fighting abroad, names a sum and a contact, and asks to hide it from the family."),
        (DecisionForm.EndsOn, "2027-05-23"),
        (DecisionForm.Territory, "KZ"),
        (DecisionForm.Addressee, "telegram-form"));

    public DecisionView First => new(
        InventedDesk.Number, 7, false, DateOnly.FromDateTime(now.UtcDateTime), Ladder(), Clauses, [new("telegram-form", "Telegram, form for notices")], ["KZ"], Filled);

    public DecisionView Second => First with { Second = true, Answers = DecisionAnswers.Empty, Ladder = [.. Enum.GetValues<Measure>().Select(m => new RungView(m))] };

    public DecisionView Incitement => First with { RabatOwed = true, Refusals = [new InventedRefusal("no-rabat", "For incitement the six factors of the Rabat Plan of Action are owed.")] };

    public DecisionView Refused => First with
    {
        Answers = DecisionAnswers.Of((DecisionForm.Measure, "6"), (DecisionForm.Reasons, "War."), (DecisionForm.Context, "news")),
        Refusals =
        [
            new InventedRefusal("no-clause", "Above a label a clause of law is owed."),
            new InventedRefusal("answer-empty", "The question of legality has no answer yet.", "legality"),
            new InventedRefusal("no-end-date", "Every measure ends: name the day."),
            new InventedRefusal("made-by-nobody", "A refusal that no page knows is shown in its own words."),
        ],
    };

    public DecisionView Closed => First with { Closed = new InventedRefusal("claimed-by-another", "R-12 is reading this case.", "R-12", now.AddMinutes(8)) };

    public DecisionView MovedOn(IReadOnlyList<HistoryLine> since) => First with { MovedOn = new MovedOnView(9, [.. since.TakeLast(2)]) };

    private static IReadOnlyList<ClauseView> Clauses =>
    [
        new(new("kz", "crim-170"), "kz", "ҚК 170-бап · жалдамалылық", "kk", new(2015, 1, 1), "https://example.org/law/170", new(2026, 11, 14), "high", Named),
        new(new("kz", "platforms-6"), "kz", "Онлайн-платформалар туралы заң, 6-бап", "kk", new(2023, 9, 9), null, null, "medium", Named),
    ];

    private static IReadOnlyList<RungView> Ladder() => [.. Enum.GetValues<Measure>().Select(m => m switch
    {
        Measure.AgeRestrict => new RungView(m, new InventedRefusal("measure-not-named", "The clause does not name this measure.", "kz/crim-170", "age-restrict"), Barred: true),
        Measure.RestrictChannel => new RungView(m, new InventedRefusal("too-few-upheld-notices", "A channel is restricted only after repeated upheld notices.", 0, 3), Barred: true),
        _ => new RungView(m),
    })];
}

/// <summary>A refusal by code, as a stage would give it.</summary>
internal sealed record InventedRefusal : Refusal
{
    private readonly string _code;
    private readonly string _says;
    private readonly object[] _facts;

    public InventedRefusal(string code, string says, params object[] facts)
    {
        (_code, _says, _facts) = (code, says, facts);
    }

    public override string Code => _code;

    public override string Says => _says;

    public override IReadOnlyList<object> Facts => _facts;
}
