using Tarazy.Records.Cases;
using Tarazy.Review.Queue;
using Tarazy.Server.Workbench.Desk;

namespace Tarazy.Server.Workbench.Queue;

/// <summary>Where a person goes after a case: the next one of the same filter, or the queue.</summary>
internal sealed class NextCase(CaseQueue queue, TimeProvider clock)
{
    private const int LookAhead = 50;

    /// <summary>The first case after this one that nobody else holds; from the top when this one is no longer in the list.</summary>
    public async Task<string> AfterAsync(ReviewerId reader, string filter, string number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var list = await queue.ListAsync(BuildQueue.FilterOf(reader, filter) with { Take = LookAhead }, cancel);
        var at = list.ToList().FindIndex(c => c.Number == number);
        var free = list.Where(c => c.Number != number && (c.ClaimedBy is null || c.ClaimedBy == reader || c.ClaimedUntil <= now)).ToList();
        var next = free.FirstOrDefault(c => list.ToList().IndexOf(c) > at) ?? free.FirstOrDefault();
        return next is null ? DeskAddress.Queue(filter) : DeskAddress.Case(next.Number, filter);
    }
}
