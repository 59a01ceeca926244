using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Hints;
using Tarazy.Detect.Readings;
using Tarazy.Ingest.Posts;
using Tarazy.Notice.Shelf;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Review.Cases;
using Tarazy.Review.Queue;
using Tarazy.Server.Hosting;
using Tarazy.Server.Workbench.FactChecks;
using Tarazy.Server.Workbench.Queue;
using Tarazy.Storage.Events;

namespace Tarazy.Server.Workbench.Cases;

/// <summary>Puts one case together from what every stage knows of it.</summary>
internal sealed class BuildCase(
    CaseQueue queue, PostArchive archive, Detections detections, NoticeShelf notices, RuleWords words, BuildRetellings retellings, BuildChecks checks,
    LabelDesk labels, ILabelDecisions decisions, TechniqueHints techniques)
{
    private const int MostCopies = 20;

    public async Task<(CaseView View, CaseState State)?> ForAsync(string number, ReviewerId reader, DateTimeOffset now, CancellationToken cancel)
    {
        if (await queue.FindByNumberAsync(number, cancel) is not { } id)
        {
            return null;
        }

        var history = await queue.HistoryAsync(id, cancel);
        var state = CaseState.Fold(history)!;
        if (await archive.FindAsync(state.Opened.Post, cancel) is not { } post)
        {
            return null;
        }

        var channel = await archive.ChannelAsync(post.Channel, cancel) ?? new Channel(post.Channel, post.Channel.Value);
        var findings = await detections.FindingsAsync(state.Findings, cancel);
        var finding = findings.FirstOrDefault(f => f.Post == post.Id) ?? (findings is [var other, ..] ? other : null);
        var reading = await detections.ReadingAsync(post.Id, cancel);
        var claim = state.ClaimAt(now);
        var view = new CaseView(
            state.Opened.Number,
            state.Version,
            state.Harm,
            finding is null ? state.Opened.Summary : words.Says(finding.Rule, finding.Summary),
            state.OpenedAt,
            state.Opened.DueAt,
            StateOf(state, now),
            new PostView(post, reading?.Language ?? state.Opened.Language, reading?.Sure ?? false, PostAddress.Of(post, channel)),
            Why(finding, post.Id),
            await ChannelAsync(channel, post, reading, cancel),
            await CopiesAsync(state.Opened.Story, post.Id, cancel),
            await retellings.OfAsync(state.Opened.Story, post, cancel),
            await VersionsAsync(post, cancel),
            await checks.OfAsync(state.Opened.Story, cancel),
            Lines(history, reader, finding),
            claim is null ? null : new ClaimView(claim.By, claim.Until, claim.By == reader))
        {
            ReadFirst = state.WaitsForOthersThan(reader),
            Labels = await labels.AskAsync(post.Text, state.Harm, cancel),
            Techniques = techniques.Of(post.Text, reading?.Language ?? state.Opened.Language),
            Harms = state.Status == CaseStatus.Open ? [.. decisions.Categories.Append(state.Harm.Value).Distinct(StringComparer.Ordinal)] : [],
        };
        return (view, state);
    }

    private static QueueState StateOf(CaseState state, DateTimeOffset now) => state.Status switch
    {
        CaseStatus.AwaitingSecondReader when state.Decided!.UndoUntil > now => QueueState.Undoable,
        CaseStatus.AwaitingSecondReader => QueueState.SecondReading,
        CaseStatus.Open when state.Differed.Count > 0 => QueueState.Differed,
        CaseStatus.Agreed or CaseStatus.Closed => QueueState.Decided,
        _ => QueueState.Open,
    };

    /// <summary>Spans belong to one text: a finding on a copy explains the case, but marks nothing in this post.</summary>
    private WhyView Why(Finding? finding, PostId post) => finding is null
        ? new WhyView("", "", null, null, 0, [])
        : new WhyView(
            finding.Rule,
            finding.RuleVersion,
            null,
            words.NotAbout(finding.Rule),
            finding.Strength,
            finding.Post == post ? finding.Evidence : [])
        {
            Drawn = words.Drawn(finding.Rule),
        };

    private async Task<ChannelView> ChannelAsync(Channel channel, Post post, Reading? reading, CancellationToken cancel)
    {
        var upheld = await notices.UpheldOfChannelAsync(channel.Id, cancel);
        var facts = await queue.OfChannelAsync(channel.Id, cancel);
        var posts = await archive.OfChannelAsync(channel.Id, cancel);
        return new ChannelView(channel, reading?.Language ?? "und", posts.Posts, posts.First ?? post.PostedAt, facts.Cases, facts.LeftAlone, upheld);
    }

    private async Task<IReadOnlyList<CopyView>> CopiesAsync(StoryId? story, PostId self, CancellationToken cancel)
    {
        if (story is not { } id)
        {
            return [];
        }

        var members = await detections.MembersAsync(id, MostCopies + 1, cancel);
        var copies = new List<CopyView>();
        foreach (var (member, at) in members.Select((m, i) => (m, i)))
        {
            if (member.Post != self && await archive.FindAsync(member.Post, cancel) is { } copy)
            {
                var channel = await archive.ChannelAsync(member.Channel, cancel);
                copies.Add(new CopyView(
                    member.PostedAt,
                    channel?.Title ?? member.Channel.Value,
                    channel?.Handle,
                    channel?.Subscribers,
                    copy.Text,
                    member.Language,
                    First: at == 0));
            }
        }

        return copies;
    }

    private async Task<IReadOnlyList<VersionView>> VersionsAsync(Post post, CancellationToken cancel) =>
    [
        .. (await archive.VersionsAsync(post.Channel, post.Message, cancel))
            .Where(v => v.Id != post.Id)
            .Select(v => new VersionView(v.Id, v.SeenAt, v.Text)),
    ];

    private IReadOnlyList<HistoryLine> Lines(IReadOnlyList<Recorded<CaseEvent>> history, ReviewerId reader, Finding? finding) =>
        [.. history.Select(r => new HistoryLine(r.At, r.Actor, InWords(r.Event, finding), r.Actor == reader.Value))];

    /// <summary>The rule's sentence is stored in English; a page says it in the reader's language.</summary>
    private CaseEvent InWords(CaseEvent happened, Finding? finding) =>
        happened is CaseOpened opened && finding is not null ? opened with { Summary = words.Says(finding.Rule, opened.Summary) } : happened;
}
