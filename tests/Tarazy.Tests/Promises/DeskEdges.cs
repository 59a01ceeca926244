using System.Globalization;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Opening;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.Storage.Feeds;
using Tarazy.Tests.Review;

namespace Tarazy.Tests.Promises;

/// <summary>Findings in memory, numbered from 1, append-only as the real table is.</summary>
internal sealed class FindingList : IFeed<Finding>
{
    public static readonly ChannelId Channel = new("telegram:1591537674");
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    public void Add(Finding finding) => _findings.Add(finding);

    public Task<IReadOnlyList<Numbered<Finding>>> ReadAfterAsync(long after, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Numbered<Finding>>>(
            [.. _findings.Select((f, i) => new Numbered<Finding>(i + 1, f)).Where(f => f.Seq > after).Take(most)]);

    public static PostId Post(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{Channel.Value}/{number}#9f86d081884c"));

    public static Finding Finding(
        int post, double strength = 1, StoryId? story = null, bool shadow = false, string language = "kk", string harm = "mercenary-recruitment") => new(
            new FindingId(string.Create(CultureInfo.InvariantCulture, $"finding-{post}-{harm}")),
            Post(post),
            Channel,
            story,
            harm,
            "00",
            new HarmId(harm),
            "Pay for fighting abroad",
            [new Evidence("offer", 0, 5)],
            strength,
            shadow,
            language,
            Cases.Now);
}

/// <summary>A mail carrier that sends nothing and remembers what it was given.</summary>
internal sealed class CountingCarrier : IMailCarrier
{
    private int _sent;

    public int Sent => _sent;

    public MailOutcome Answer { get; set; } = new MailAccepted("250 queued");

    public Task<MailOutcome> SendAsync(Letter letter, string messageId, CancellationToken cancel)
    {
        Interlocked.Increment(ref _sent);
        return Task.FromResult(Answer);
    }
}

/// <summary>Every post is known, in one public channel; until a test lets the process die while it asks.</summary>
internal sealed class KnownPosts : INoticedPosts
{
    private int _asked;

    /// <summary>The question, counted from 1, at which the process dies.</summary>
    public int? DiesAt { get; set; }

    public Task<IReadOnlyList<NoticedPost>> FindAsync(IReadOnlyList<PostId> posts, CancellationToken cancel)
    {
        if (++_asked == DiesAt)
        {
            throw new IOException("The process died here.");
        }

        return Task.FromResult<IReadOnlyList<NoticedPost>>([.. posts.Select(Known)]);
    }

    public Task<Channel?> ChannelAsync(ChannelId channel, CancellationToken cancel) =>
        Task.FromResult<Channel?>(new Channel(channel, "Дала жаңалықтары", "steppe_news"));

    private static NoticedPost Known(PostId post)
    {
        var message = post.Value[(post.Value.IndexOf('/', StringComparison.Ordinal) + 1)..post.Value.IndexOf('#', StringComparison.Ordinal)];
        return new NoticedPost(post, $"https://t.me/steppe_news/{message}", Cases.Now.AddDays(-1), new string('a', 64), "kk", "Келісімшарт, майдан");
    }
}
