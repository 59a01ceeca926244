using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;

namespace Tarazy.Server.Public.Law;

/// <summary>An answer for programs: the API and <c>tarazy age --json</c> write it.</summary>
internal sealed record AgeReply(
    string Jurisdiction,
    DateOnly Date,
    ServiceType Service,
    AgeKnowledge Knowledge,
    bool RuleKnown,
    AgeEffect? Effect,
    AgeEffect? Possible,
    string Says,
    IReadOnlyList<AgeReplyLine> Rules,
    IReadOnlyList<AgeReplyChange> Next)
{
    public static AgeReply Of(AgeAnswer answer, LawDesk law) => new(
        answer.Question.Jurisdiction,
        answer.Question.Date,
        answer.Question.Service,
        answer.Knowledge,
        answer.Known,
        answer.Effect,
        answer.Possible,
        Sentence(answer),
        [.. answer.Lines.Select(Line)],
        [.. law.Ages.ChangesAfter(answer.Question.Date, law.Places.Layers(answer.Question.Jurisdiction)).Select(AgeReplyChange.Of)]);

    /// <summary>The answer in one English sentence.</summary>
    public static string Sentence(AgeAnswer answer) => answer switch
    {
        { Knowledge: AgeKnowledge.None } => "No rule is known for this place, service and day. That does not mean that it is allowed.",
        { Knowledge: AgeKnowledge.LeavesTheServiceOut } => "The rules that are known leave this service out. That does not mean that it is allowed.",
        { Effect: { } effect, Possible: null } => $"{Words(effect)} binds.",
        { Effect: { } effect, Possible: { } more } => $"{Words(effect)} binds, and {Words(more)} may.",
        { Possible: { } possible } => $"{Words(possible)} may bind; something is unproven or unclear.",
        _ => "Rules are known, and none binds at the proven age.",
    };

    /// <summary>Why a line binds or does not, in one English sentence.</summary>
    public static string Why(AgeLine line)
    {
        var standing = line.Standing switch
        {
            Standing.Counts => "In effect that day",
            Standing.CountsInPart => "In effect that day in part, a court has blocked the rest",
            Standing.Upcoming => "Not in effect that day, upcoming",
            Standing.BlockedByCourt => "Not in effect that day, blocked by a court",
            _ => "Not in effect that day, history",
        };
        var coverage = line.Coverage switch
        {
            Coverage.Covered => "it covers the service",
            Coverage.Exempt => "it leaves the service out",
            _ => "whether it covers the service is unclear",
        };
        var age = line.Holds == Holds.Yes ? "the proven age lies in its band" : $"whether the age lies in its band is unproven{(line.Prove is { } years ? $", prove {years}" : "")}";
        return $"{standing}; {coverage}; {age}.";
    }

    private static string Words(AgeEffect effect) => Web.FormNames.Of(effect).Replace('-', '_');

    private static AgeReplyLine Line(AgeLine line) => new(
        line.Rule.Id,
        line.Rule.Jurisdiction,
        line.Rule.Instrument,
        line.Band.Effect,
        line.Band.Min,
        line.Below,
        line.Band.MinutesPerDay,
        line.Band.Hours,
        line.Band.HoursAllowed,
        line.Binds,
        Why(line),
        line.Rule.Status,
        line.Rule.StatusAsOf,
        line.Standing,
        line.Coverage,
        line.Holds,
        line.Prove,
        line.Hours?.Open,
        line.Hours?.Zone,
        line.Rule.Confidence,
        line.Rule.Verified,
        line.Rule.Sources);
}

/// <param name="Prove">The threshold whose proof would settle it.</param>
/// <param name="Open">Of closed or open hours, at the moment asked for.</param>
internal sealed record AgeReplyLine(
    string Rule,
    string Jurisdiction,
    string Instrument,
    AgeEffect Effect,
    int? Min,
    int? Below,
    int? MinutesPerDay,
    IReadOnlyList<HourSpan> Hours,
    IReadOnlyList<HourSpan> HoursAllowed,
    bool Binds,
    string Why,
    AgeStatus Status,
    PartialDate? StatusAsOf,
    Standing Standing,
    Coverage Coverage,
    Holds Holds,
    int? Prove,
    bool? Open,
    string? Zone,
    Confidence Confidence,
    HowChecked Verified,
    IReadOnlyList<string> Sources);

/// <summary>What begins, is planned or ends, with its evidence.</summary>
internal sealed record AgeReplyChange(
    string Rule, string Jurisdiction, string Instrument, ChangeKind Kind, PartialDate On, AgeStatus Status, Confidence Confidence, HowChecked Verified, IReadOnlyList<string> Sources)
{
    public static AgeReplyChange Of(AgeChange change) => new(
        change.Rule.Id,
        change.Rule.Jurisdiction,
        change.Rule.Instrument,
        change.Kind,
        change.On,
        change.Rule.Status,
        change.Rule.Confidence,
        change.Rule.Verified,
        change.Rule.Sources);
}
