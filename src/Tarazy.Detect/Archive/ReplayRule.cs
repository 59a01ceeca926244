using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Rules;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Archive;

/// <summary>The times between which posts are asked for, both included; null is open.</summary>
public readonly record struct ReplayRange(DateTimeOffset? Since = null, DateTimeOffset? Until = null)
{
    public bool Holds(DateTimeOffset at) => (Since is null || at >= Since) && (Until is null || at <= Until);
}

/// <param name="Scanned">Posts asked for in the archive.</param>
/// <param name="Candidates">Of these, posts that must be read again.</param>
/// <param name="Confirmed">Posts read again so far.</param>
public readonly record struct ReplayProgress(long Scanned, long Candidates, long Confirmed);

/// <summary>A stored post in which a rule finds something.</summary>
/// <param name="Language">As the desk read it; <c>und</c> when unsure.</param>
public sealed record ReplayHit(Post Post, string Language, RuleHit Hit);

/// <summary>
/// Lets a book look at every stored post, as if it had been live from the first. The archive tells which posts may matter; only these
/// are read again and looked at, so that what comes out is exactly what a look at every post would find.
/// </summary>
public sealed class ReplayRule
{
    private const int PageSize = 1_000;

    /// <summary>Posts in vain between two candidates up to which one page for both is the shorter way.</summary>
    private const int WorthReading = 16;

    private readonly IFeed<Post> _posts;
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly EngineData _data;
    private readonly string? _folder;

    public ReplayRule(IFeed<Post> posts, IDbContextFactory<DeskContext> contexts, EngineData data, DetectOptions options) =>
        (_posts, _contexts, _data, _folder) = (posts, contexts, data, options.ArchiveFolder);

    /// <summary>The hits in the order in which the posts came in.</summary>
    public async IAsyncEnumerable<ReplayHit> RunAsync(
        RuleBook book, ReplayRange range, IProgress<ReplayProgress>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var archive = _folder is null ? new ArchiveCandidates([], 0, 0) : ArchiveScan.Run(_folder, book, range, progress, cancel);
        var look = new ReplayLook(book, _data.Languages);
        var (confirmed, at) = (0L, 0);
        while (at < archive.Posts.Count)
        {
            var page = PageFrom(archive.Posts, at);
            foreach (var hit in await LookAsync(page, look, range, cancel))
            {
                yield return hit;
            }

            (at, confirmed) = (at + page.Wanted!.Count, confirmed + page.Wanted.Count);
            progress?.Report(new ReplayProgress(archive.Scanned, archive.Posts.Count, confirmed));
        }

        // What came in behind the archive's end is looked at post by post.
        var scanned = archive.Scanned;
        progress?.Report(new ReplayProgress(scanned, archive.Posts.Count, confirmed));
        for (var page = new Page(archive.Last, PageSize, Wanted: null); page.Most > 0;)
        {
            var posts = await _posts.ReadAfterAsync(page.After, page.Most, cancel);
            foreach (var hit in await LookAsync(posts, page, look, range, cancel))
            {
                yield return hit;
            }

            (confirmed, scanned) = (confirmed + posts.Count, scanned + posts.Count);
            progress?.Report(new ReplayProgress(scanned, archive.Posts.Count, confirmed));
            page = posts.Count == 0 ? page with { Most = 0 } : page with { After = posts[^1].Seq };
        }
    }

    private static Page PageFrom(IReadOnlyList<long> wanted, int at)
    {
        var last = at;
        while (last + 1 < wanted.Count && wanted[last + 1] - wanted[last] <= WorthReading && wanted[last + 1] - wanted[at] < PageSize)
        {
            last++;
        }

        var these = new HashSet<long>();
        for (var i = at; i <= last; i++)
        {
            these.Add(wanted[i]);
        }

        return new Page(wanted[at] - 1, checked((int)(wanted[last] - wanted[at] + 1)), these);
    }

    private async Task<List<ReplayHit>> LookAsync(Page page, ReplayLook look, ReplayRange range, CancellationToken cancel) =>
        await LookAsync(await _posts.ReadAfterAsync(page.After, page.Most, cancel), page, look, range, cancel);

    private async Task<List<ReplayHit>> LookAsync(
        IReadOnlyList<Numbered<Post>> posts, Page page, ReplayLook look, ReplayRange range, CancellationToken cancel)
    {
        var hits = new List<ReplayHit>();
        if (posts.Count == 0)
        {
            return hits;
        }

        var languages = await ReadLanguages.OfAsync(_contexts, posts[0].Seq, posts[^1].Seq, cancel);
        foreach (var post in posts)
        {
            if (page.Wanted?.Contains(post.Seq) != false && range.Holds(post.Item.PostedAt))
            {
                hits.AddRange(look.At(post.Item, languages.GetValueOrDefault(post.Seq)));
            }
        }

        return hits;
    }

    /// <param name="Wanted">Null when every post of the page is.</param>
    private sealed record Page(long After, int Most, HashSet<long>? Wanted);
}
