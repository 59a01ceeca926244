using Tarazy.Detect.Readings;
using Tarazy.Ingest.Posts;
using Tarazy.Records.Cases;
using Tarazy.Records.Posts;
using Tarazy.Review.Cases;
using Tarazy.Review.Queue;

namespace Tarazy.Server.Workbench.Queue;

/// <summary>Puts the queue together for one person.</summary>
internal sealed class BuildQueue(CaseQueue queue, PostArchive archive, Detections detections, RuleWords words, TimeProvider clock)
{
    private const int PageSize = 50;
    private const int SnippetLength = 120;
    private static readonly string[] Always = ["all", "due-today", "second-reading"];
    private static readonly string[] Languages = ["kk", "ru", "uz", "uk", "ky", "en"];

    public async Task<QueueView> ForAsync(ReviewerId reader, string key, int skip, string? current, CancellationToken cancel)
    {
        var filter = FilterOf(reader, key) with { Skip = skip, Take = PageSize };
        var cases = await queue.ListAsync(filter, cancel);
        var total = await queue.CountAsync(filter, cancel);
        var items = new List<QueueItemView>();
        foreach (var queued in cases)
        {
            items.Add(await ItemAsync(queued, reader, cancel));
        }

        var more = Math.Max(0, total - skip - cases.Count);
        return new QueueView(key, await FiltersAsync(reader, cancel), items, current, more, more > 0 ? $"filter={key}&skip={skip + PageSize}" : null);
    }

    public static QueueFilter FilterOf(ReviewerId reader, string key) => key switch
    {
        "due-today" => new QueueFilter(reader, DueToday: true),
        "second-reading" => new QueueFilter(reader, CaseStatus.AwaitingSecondReader),
        ['l', 'a', 'n', 'g', '-', .. var code] => new QueueFilter(reader, Language: code),
        _ => new QueueFilter(reader),
    };

    private async Task<IReadOnlyList<SavedFilterView>> FiltersAsync(ReviewerId reader, CancellationToken cancel)
    {
        var filters = new List<SavedFilterView>();
        foreach (var key in Always.Concat(Languages.Select(l => $"lang-{l}")))
        {
            var count = await queue.CountAsync(FilterOf(reader, key), cancel);
            if (count > 0 || !key.StartsWith("lang-", StringComparison.Ordinal))
            {
                filters.Add(new SavedFilterView(key, count));
            }
        }

        return filters;
    }

    private async Task<QueueItemView> ItemAsync(QueuedCase queued, ReviewerId reader, CancellationToken cancel)
    {
        var post = await archive.FindAsync(queued.Post, cancel);
        var channel = await archive.ChannelAsync(queued.Channel, cancel);
        var story = queued.Story is { } id ? await detections.StoryAsync(id, cancel) : null;
        var findings = await detections.FindingsOfAsync(queued.Post, cancel);
        var finding = findings.FirstOrDefault(f => f.Harm == queued.Harm);
        return new QueueItemView(
            queued.Number,
            queued.Priority,
            queued.Harm,
            queued.OpenedAt,
            queued.DueAt,
            Snippet(post),
            queued.Language,
            channel?.Title ?? queued.Channel.Value,
            channel?.Subscribers,
            story?.Posts ?? queued.Posts,
            finding is null ? queued.Summary : words.Slots(finding),
            StateOf(queued),
            ClaimOf(queued, reader));
    }

    private ClaimView? ClaimOf(QueuedCase queued, ReviewerId reader) =>
        queued is { ClaimedBy: { } by, ClaimedUntil: { } until } && until > clock.GetUtcNow() ? new ClaimView(by, until, by == reader) : null;

    private static QueueState StateOf(QueuedCase queued) =>
        queued.Status == CaseStatus.AwaitingSecondReader ? QueueState.SecondReading : QueueState.Open;

    private static string Snippet(Post? post)
    {
        var text = post?.Text.ReplaceLineEndings(" ") ?? "";
        return text.Length <= SnippetLength ? text : text[..(char.IsHighSurrogate(text[SnippetLength - 1]) ? SnippetLength - 1 : SnippetLength)] + "…";
    }
}
