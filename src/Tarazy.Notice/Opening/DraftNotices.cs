using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tarazy.Notice.Notices;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Notice.Opening;

/// <summary>
/// Drafts a notice for each decision on which two people agreed. Its id follows from the case and the decision, so reading the
/// same agreement twice drafts it once.
/// </summary>
internal sealed class DraftNotices(
    IFeed<Recorded<CaseEvent>> cases,
    EventTable<NoticeEvent> events,
    INoticedPosts posts,
    NoticeClocks clocks,
    Cursors cursors,
    IDbContextFactory<DeskContext> contexts,
    TimeProvider clock) : IStageStep
{
    private const string Reader = "notice";
    private const int Batch = 200;

    public string Name => "notice";

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        var batch = await cases.ReadAfterAsync(await cursors.GetAsync(Reader, cancel), Batch, cancel);
        foreach (var (seq, recorded) in batch)
        {
            if (recorded.Event is SecondReaderAgreed agreed && agreed.Agreed.Decision.Measure.NeedsNotice())
            {
                await DraftAsync(seq, agreed, cancel);
            }
        }

        if (batch.Count > 0)
        {
            await MoveAsync(batch[^1].Seq, cancel);
        }

        return batch.Count == Batch;
    }

    /// <summary>Under the table's lock, as the drafts themselves: two that read at once must not both write the first cursor.</summary>
    private async Task MoveAsync(long seq, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, NoticePart.Events, cancel);
        await Cursors.MoveAsync(db, Reader, seq, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task DraftAsync(long seq, SecondReaderAgreed agreed, CancellationToken cancel)
    {
        var version = agreed.Agreed.Version.ToString(CultureInfo.InvariantCulture);
        var id = new NoticeId("notice:" + ContentId.Of(agreed.Case.Value, version));
        var items = await posts.FindAsync(agreed.Agreed.Posts, cancel);
        await events.ActAsync(
            id.Value,
            NoticeActions.Desk,
            async (db, history) => history.Count > 0
                ? Array.Empty<NoticeEvent>()
                : new NoticeEvent[] { Draft(id, agreed, items, await YearNumber.NextAsync(db.Set<NoticeRow>().Select(n => n.Number), 'N', clock.GetUtcNow().Year, cancel)) },
            async (db, whole) =>
            {
                await Cursors.MoveAsync(db, Reader, seq, cancel);
                await NoticeActions.ProjectAsync(db, NoticeState.Fold(whole)!, cancel);
            },
            cancel);
    }

    private NoticeDrafted Draft(NoticeId id, SecondReaderAgreed agreed, IReadOnlyList<NoticedPost> items, string number) => new(
        id,
        number,
        agreed.Case,
        agreed.Agreed.Decider,
        agreed.By,
        agreed.Agreed.Decision,
        agreed.Agreed.Channel,
        items,
        agreed.Agreed.DetectedAt,
        clocks.SendBy(agreed.Agreed.Decision, agreed.Agreed.DetectedAt) ?? clock.GetUtcNow());
}
