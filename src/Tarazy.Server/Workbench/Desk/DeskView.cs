using Tarazy.Records.Outcomes;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Decide;
using Tarazy.Server.Workbench.Queue;

namespace Tarazy.Server.Workbench.Desk;

/// <summary>The desk: queue, case and decision on one screen.</summary>
/// <param name="Case">None when nothing is chosen.</param>
/// <param name="Decision">None when there is no case, or nothing left to decide on it.</param>
/// <param name="Undo">The last decision of this person while it can be taken back.</param>
/// <param name="Refusals">Why a claim, release or skip was refused; refusals of a decision stand in its form.</param>
public sealed record DeskView(
    QueueView Queue,
    TodayView Today,
    CaseView? Case = null,
    DecisionView? Decision = null,
    UndoView? Undo = null,
    IReadOnlyList<Refusal>? Refusals = null);

/// <param name="Case">Number of the case that was decided.</param>
public sealed record UndoView(string Case, int Version, DateTimeOffset Until);
