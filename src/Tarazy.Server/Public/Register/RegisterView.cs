using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;

namespace Tarazy.Server.Public.Register;

/// <summary>The register: what the desk did, with what it left alone in the same picture.</summary>
public sealed record RegisterView(
    RegisterFilter Filter,
    RegisterFigures Figures,
    RegisterChoices Choices,
    IReadOnlyList<RegisterLineView> Notices,
    long Found,
    int From = 1,
    string? Newer = null,
    string? Older = null);

/// <summary>The search as it was asked; the fields of <see cref="RegisterQuery"/>.</summary>
public sealed record RegisterFilter(string Words = "", string Harm = "", string Law = "", string Outcome = "", string Year = "");

public sealed record RegisterChoices(IReadOnlyList<HarmId> Harms, IReadOnlyList<string> Jurisdictions, IReadOnlyList<int> Years);

/// <summary>What the chart and the facts are drawn from.</summary>
/// <param name="LookedAt">Posts that a person decided on in the time shown.</param>
/// <param name="Measures">How many came to each rung; a rung nobody chose may be missing.</param>
/// <param name="MedianAnswer">Median time to an answer; null while there is none.</param>
public sealed record RegisterFigures(
    DateOnly From,
    DateOnly To,
    long LookedAt,
    IReadOnlyDictionary<Measure, long> Measures,
    long Notices,
    long Answered,
    TimeSpan? MedianAnswer,
    long Appeals,
    long Reversed)
{
    public long LeftAlone => Measures.GetValueOrDefault(Measure.LeaveAlone);

    /// <summary>What was not left alone, from context upwards: the whole that the second bar shows.</summary>
    public long Acted => LookedAt - LeftAlone;
}

/// <param name="Title">Null while the notice is sealed.</param>
/// <param name="State">As the status shows it: <c>sent</c>, <c>received</c>, <c>answered</c>, <c>no-answer</c>, <c>appealed</c>, <c>reversed</c>, <c>withdrawn</c>, <c>sealed</c>.</param>
public sealed record RegisterLineView(
    string Number,
    DateTimeOffset At,
    string? Title,
    string? ClauseTitle,
    string? ClauseLanguage,
    Measure? Measure,
    string? Addressee,
    string State,
    AnswerOutcome? Answer,
    TimeSpan? AnsweredIn,
    DateTimeOffset? DueAt,
    DateOnly? SealedUntil,
    long? Entry);
