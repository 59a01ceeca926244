using Tarazy.Demand.Demands;
using Tarazy.Demand.Shelf;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Events;

namespace Tarazy.Server.Workbench.Demands;

public sealed record DemandListView(DemandPile Pile, IReadOnlyDictionary<DemandPile, int> Counts, IReadOnlyList<ShelvedDemand> Demands);

/// <param name="Typed">What was typed before a refusal.</param>
public sealed record NewDemandView(IReadOnlyList<DemandClauseView> Clauses, DemandTyped Typed, IReadOnlyList<Refusal>? Refusals = null);

/// <summary>One demand at the desk.</summary>
/// <param name="Logged">Entry of its receiving; null while the log does not cover it.</param>
/// <param name="AnswerLogged">The same for its answer.</param>
/// <param name="May">What this person may do with it now; acts of <see cref="DemandForms"/>.</param>
/// <param name="Act">The act that was refused, with what was typed for it.</param>
public sealed record DemandPageView(
    DemandState State,
    long? Logged,
    long? AnswerLogged,
    IReadOnlyList<DemandClauseView> Clauses,
    IReadOnlyList<Recorded<DemandEvent>> History,
    IReadOnlySet<string> May,
    DemandTyped Typed,
    string? Act = null,
    IReadOnlyList<Refusal>? Refusals = null)
{
    public string Number => State.Received.Number;

    /// <summary>How its readers call a clause; its key where the pack no longer has it.</summary>
    public string Named(ClauseRef clause) => Clauses.FirstOrDefault(c => c.Ref == clause) is { } known
        ? $"{known.Ref.Jurisdiction.ToUpperInvariant()} · {known.Title}"
        : clause.ToString();
}

public sealed record DemandClauseView(ClauseRef Ref, string Title, string Language);
