using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Workbench.Cases;

namespace Tarazy.Server.Workbench.Decide;

/// <summary>The right zone of the desk: the form in which a person decides.</summary>
/// <param name="Second">A second reading: the form asks for an own measure, clause and reasons and shows nothing of the first.</param>
/// <param name="Clauses">Those of the packs in force on the day of the post.</param>
/// <param name="Answers">What the person wrote so far; kept when the answer was refused.</param>
/// <param name="RabatOwed">The harm is incitement, so the six factors are asked for.</param>
/// <param name="Refusals">Every reason why the last submission was refused.</param>
/// <param name="MovedOn">Set when the case changed while the person was writing.</param>
/// <param name="Closed">Why nothing can be decided by this person now, e.g. another holds the case.</param>
public sealed record DecisionView(
    string Case,
    int Version,
    bool Second,
    DateOnly LawOn,
    IReadOnlyList<RungView> Ladder,
    IReadOnlyList<ClauseView> Clauses,
    IReadOnlyList<AddresseeView> Addressees,
    IReadOnlyList<string> Territories,
    DecisionAnswers Answers,
    bool RabatOwed = false,
    IReadOnlyList<Refusal>? Refusals = null,
    MovedOnView? MovedOn = null,
    Refusal? Closed = null);

/// <param name="NotCarried">Why the answers so far do not carry this rung; null when they do.</param>
/// <param name="Barred">No answer of this person could carry it, so it cannot be chosen: the clause does not name it.</param>
public sealed record RungView(Measure Measure, Refusal? NotCarried = null, bool Barred = false);

/// <param name="Title">As the pack gives it, in its own language.</param>
/// <param name="ReadAt">When somebody last read the clause at its source.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
public sealed record ClauseView(
    ClauseRef Ref,
    string Jurisdiction,
    string Title,
    string Language,
    DateOnly InForceFrom,
    string? Source,
    DateOnly? ReadAt,
    string Confidence,
    IReadOnlyList<Measure> Allows);

public sealed record AddresseeView(string Id, string Name);

/// <summary>The case has moved on: what happened since the person began to write.</summary>
public sealed record MovedOnView(int Now, IReadOnlyList<HistoryLine> Since);
