using Tarazy.Analysis.Claims;
using Tarazy.Detect.FactChecks;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Detect.Readings;
using Tarazy.Ingest.Posts;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;
using Tarazy.Server.Workbench.Cases;

namespace Tarazy.Server.Workbench.FactChecks;

/// <summary>Puts matches together with the words of their posts.</summary>
internal sealed class BuildChecks(FactCheckDesk desk, FactCheckStore store, PostArchive archive, Detections detections)
{
    private const int MostWaiting = 50;
    private const int MostWords = 12;

    /// <summary>The fact-checks of a story; none for a case without one.</summary>
    public async Task<IReadOnlyList<CheckView>> OfAsync(StoryId? story, CancellationToken cancel)
    {
        if (story is not { } id)
        {
            return [];
        }

        var views = new List<CheckView>();
        foreach (var match in await desk.OfStoryAsync(id, cancel))
        {
            views.Add(View(match, (await archive.FindAsync(match.Post, cancel))?.Text ?? ""));
        }

        return views;
    }

    public async Task<FactChecksView> WaitingAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var waiting = new List<WaitingCheck>();
        foreach (var match in await desk.WaitingAsync(MostWaiting, cancel))
        {
            if (await archive.FindAsync(match.Post, cancel) is { } post)
            {
                var channel = await archive.ChannelAsync(post.Channel, cancel) ?? new Channel(post.Channel, post.Channel.Value);
                var language = (await detections.ReadingAsync(post.Id, cancel))?.Language ?? "und";
                waiting.Add(new WaitingCheck(post, channel, language, match.Shared, View(match, post.Text)));
            }
        }

        return new FactChecksView(waiting, await store.CountAsync(cancel), refusals);
    }

    private static CheckView View(StoryMatch match, string text)
    {
        var check = match.Check;
        var words = match.Shared.Where(e => e.Start + e.Length <= text.Length).Take(MostWords).Select(e => text.Substring(e.Start, e.Length));
        return new CheckView(
            check.Claim,
            check.Rating,
            check.Language ?? "und",
            check.Publisher,
            check.PublishedOn,
            check.Url,
            match.Status == MatchStatus.Confirmed,
            new MatchToJudge(match.Id, match.Version, match.Status == MatchStatus.Suggested, [.. words], NumberClash.Between(text, check.Claim)));
    }
}
