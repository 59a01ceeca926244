using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Analysis.Text;
using Tarazy.Detect.Readings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Stories;

/// <summary>
/// The index of retellings of this process, built again from the last posts of the feed and the groups that were saved. Only a
/// window of posts is ever compared, so starting again costs reading that window and no more.
/// </summary>
internal sealed class RetellingMemory(IDbContextFactory<DeskContext> contexts, IFeed<Post> posts, RetellingModel model)
{
    private const int PageSize = 5_000;

    private static readonly RetellingOptions Options = new();

    private readonly FoldedText _text = new();
    private RetellingIndex? _index;
    private long _upTo;

    /// <summary>The index as it is after the post with this number.</summary>
    public async Task<RetellingIndex> ReadyAsync(long upTo, CancellationToken cancel)
    {
        // Another worker may have moved the cursor since this one last saved.
        if (_index is null || _upTo != upTo)
        {
            _index = await BuildAsync(upTo, cancel);
            _upTo = upTo;
        }

        return _index;
    }

    public void Saved(long upTo) => _upTo = upTo;

    /// <summary>Drops what was placed in memory and may not have been saved.</summary>
    public void Forget() => _index = null;

    private async Task<RetellingIndex> BuildAsync(long upTo, CancellationToken cancel)
    {
        var index = new RetellingIndex(model, Options);
        var last = Math.Max(0, upTo - Options.Window);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        while (last < upTo)
        {
            var page = (await posts.ReadAfterAsync(last, PageSize, cancel)).Where(post => post.Seq <= upTo).ToList();
            if (page.Count == 0)
            {
                break;
            }

            await JoinAsync(db, index, page, last, cancel);
            last = page[^1].Seq;
        }

        return index;
    }

    private async Task JoinAsync(DeskContext db, RetellingIndex index, List<Numbered<Post>> page, long after, CancellationToken cancel)
    {
        var last = page[^1].Seq;
        var firsts = await StoryFirsts.BetweenAsync(db, after, last, cancel);
        var rows = await db.Set<RetellingRow>().AsNoTracking()
            .Where(row => row.Later > after && row.Later <= last)
            .Select(row => new { row.Later, row.Group }).Distinct().ToDictionaryAsync(row => row.Later, row => row.Group, cancel);
        var wanted = rows.Values.Distinct().ToList();
        var begins = await db.Set<ReadingRow>().AsNoTracking().Where(row => wanted.Contains(row.PostSeq))
            .Select(row => new { row.PostSeq, row.PostedAt }).ToDictionaryAsync(row => row.PostSeq, row => row.PostedAt, cancel);
        foreach (var post in page.Where(post => firsts.Contains(post.Seq)))
        {
            var group = rows.TryGetValue(post.Seq, out var known) ? known : post.Seq;
            _text.Fold(post.Item.Text);
            index.Join(post.Seq, post.Item.PostedAt, _text, group, begins.TryGetValue(group, out var began) ? began : post.Item.PostedAt);
        }
    }
}
