using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Review.Queue;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Decide;
using Tarazy.Server.Workbench.Queue;

namespace Tarazy.Server.Workbench.Desk;

/// <summary>What was asked of the desk page.</summary>
/// <param name="Answers">What the person typed, when it was refused.</param>
/// <param name="FormRefusals">Refusals of the decision; they stand in its form.</param>
/// <param name="Refusals">Refusals of a smaller act; they stand above the case.</param>
/// <param name="Undo">Number of the case that was just decided and may be taken back.</param>
internal sealed record DeskRequest(
    ReviewerId Reader,
    string Filter,
    int Skip = 0,
    string? Number = null,
    DecisionAnswers? Answers = null,
    IReadOnlyList<Refusal>? FormRefusals = null,
    IReadOnlyList<Refusal>? Refusals = null,
    string? Undo = null);

/// <summary>Puts the three zones of the desk together.</summary>
internal sealed class BuildDesk(
    CaseQueue queue, BuildQueue queues, BuildCase cases, BuildDecision decisions, TimeProvider clock)
{
    public async Task<DeskView> ForAsync(DeskRequest request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = request.Number is { } number ? await cases.ForAsync(number, request.Reader, now, cancel) : null;
        var decision = found is { } case_
            ? await decisions.ForAsync(
                case_.State,
                request.Reader,
                request.Answers ?? DecisionAnswers.Empty,
                request.FormRefusals,
                MovedOn(request.FormRefusals, case_.View),
                cancel)
            : null;
        return new DeskView(
            await queues.ForAsync(request.Reader, request.Filter, request.Skip, request.Number, cancel),
            await TodayAsync(request.Reader, cancel),
            found?.View,
            decision,
            await UndoAsync(request, now, cancel),
            request.Refusals);
    }

    private static MovedOnView? MovedOn(IReadOnlyList<Refusal>? refusals, CaseView view) =>
        refusals?.OfType<CaseMovedOn>().FirstOrDefault() is { } moved
            ? new MovedOnView(view.Version, [.. view.History.TakeLast(Math.Max(0, view.Version - moved.Expected))])
            : null;

    private async Task<TodayView> TodayAsync(ReviewerId reader, CancellationToken cancel)
    {
        var counts = await queue.CountsAsync(reader, cancel);
        return new TodayView(counts.OpenedToday, counts.Open, counts.SecondReadings, counts.LeftAlone);
    }

    private async Task<UndoView?> UndoAsync(DeskRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        if (request.Undo is not { } number || await queue.FindByNumberAsync(number, cancel) is not { } id)
        {
            return null;
        }

        var state = CaseState.Fold(await queue.HistoryAsync(id, cancel));
        return state?.Decided is { } decided && decided.By == request.Reader && decided.UndoUntil > now
            ? new UndoView(number, state.Version, decided.UndoUntil)
            : null;
    }
}
