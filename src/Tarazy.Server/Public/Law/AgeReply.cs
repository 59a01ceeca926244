using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;

namespace Tarazy.Server.Public.Law;

/// <summary>An answer for programs: the API and <c>tarazy age --json</c> write it.</summary>
internal sealed record AgeReply(
    string Jurisdiction,
    DateOnly Date,
    ServiceType Service,
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
        answer.Known,
        answer.Effect,
        answer.Possible,
        Sentence(answer),
        [.. answer.Lines.Select(Line)],
        [
            .. law.Ages.ChangesAfter(answer.Question.Date, [.. law.Places.Layers(answer.Question.Jurisdiction)])
                .Select(change => new AgeReplyChange(change.Rule.Id, change.Kind, change.On)),
        ]);

    /// <summary>The answer in one English sentence.</summary>
    public static string Sentence(AgeAnswer answer) => answer switch
    {
        { Known: false } => "No rule is known for this place, service and age. That does not mean that it is allowed.",
        { Effect: { } effect, Possible: null } => $"{effect} binds.",
        { Effect: { } effect, Possible: { } more } => $"{effect} binds, and {more} may.",
        { Possible: { } possible } => $"{possible} may bind; something is unproven or unclear.",
        _ => "Rules are known, and none binds at the proven age.",
    };

    private static AgeReplyLine Line(AgeLine line) => new(
        line.Rule.Id,
        line.Rule.Instrument,
        line.Band.Effect,
        line.Band.Min,
        line.Below,
        line.Band.MinutesPerDay,
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
    string Instrument,
    AgeEffect Effect,
    int? Min,
    int? Below,
    int? MinutesPerDay,
    Standing Standing,
    Coverage Coverage,
    Holds Holds,
    int? Prove,
    bool? Open,
    string? Zone,
    Confidence Confidence,
    HowChecked Verified,
    IReadOnlyList<string> Sources);

internal sealed record AgeReplyChange(string Rule, ChangeKind Kind, PartialDate On);
