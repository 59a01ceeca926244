using Tarazy.Demand.Linking;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Opening;
using Tarazy.Notice.Shelf;
using Tarazy.Records.Cases;
using Tarazy.Review.Cases;
using Tarazy.Review.Queue;

namespace Tarazy.Server.Hosting;

/// <summary>Tells the stage of demands what people decided by themselves on the posts that a demand names.</summary>
internal sealed class DemandedCases(CaseQueue cases, INoticedPosts posts, NoticeShelf notices) : IDemandedCases
{
    public async Task<DemandedCase?> FindAsync(string number, CancellationToken cancel) =>
        await cases.FindByNumberAsync(number, cancel) is { } id ? await FindAsync(id, cancel) : null;

    public async Task<DemandedCase?> FindAsync(CaseId id, CancellationToken cancel)
    {
        if (CaseState.Fold(await cases.HistoryAsync(id, cancel)) is not { } state)
        {
            return null;
        }

        var found = await posts.FindAsync([state.Opened.Post, .. state.JoinedPosts], cancel);
        return new DemandedCase(id, state.Opened.Number, [.. found.Select(p => p.Url).OfType<string>()], await StandsAsync(state, cancel));
    }

    // A restriction stands when a second reader agreed, and no longer once its notice was taken back.
    private async Task<Measure?> StandsAsync(CaseState state, CancellationToken cancel)
    {
        if (state.Decided?.Decision.Measure is not { } measure || !measure.Restricts())
        {
            return state.Decided?.Decision.Measure;
        }

        var takenBack = (await notices.OfCaseAsync(state.Id, cancel)).Any(n => n.Reversed || n.Status == NoticeStatus.Withdrawn);
        return state.SecondReading is null || takenBack ? null : measure;
    }
}
