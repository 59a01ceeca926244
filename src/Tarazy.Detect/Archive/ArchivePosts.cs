using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Text;
using Tarazy.Detect.Posts;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Archive;

/// <summary>
/// Adds to the archive what it lacks of the posts that were looked at: everything when it is new, and after a crash what was torn
/// off. Posts that are looked at while it is up to date are added as they are looked at, and this finds nothing to do.
/// </summary>
public sealed class ArchivePosts : IStageStep
{
    private const int PageSize = 2_000;

    private readonly TokenArchive _archive;
    private readonly IFeed<Post> _posts;
    private readonly Cursors _cursors;
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly FoldedText _text = new();

    internal ArchivePosts(TokenArchive archive, IFeed<Post> posts, Cursors cursors, IDbContextFactory<DeskContext> contexts) =>
        (_archive, _posts, _cursors, _contexts) = (archive, posts, cursors, contexts);

    public string Name => "archive";

    /// <summary>False when another process keeps the archive, or nobody does.</summary>
    public bool Writes => _archive.Writes;

    /// <summary>Number of the last post in the archive.</summary>
    public long Last => _archive.Last;

    /// <summary>Forgets the archive, so that the next steps make it again.</summary>
    public void Clear() => _archive.Clear();

    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        if (!_archive.Writes)
        {
            return false;
        }

        var after = _archive.Last;
        var looked = await _cursors.GetAsync(DetectPosts.Reader, cancel);
        if (after >= looked)
        {
            return false;
        }

        var page = await _posts.ReadAfterAsync(after, PageSize, cancel);
        var batch = page.Where(post => post.Seq <= looked).ToList();
        if (batch.Count == 0)
        {
            return false;
        }

        var languages = await ReadLanguages.OfAsync(_contexts, batch[0].Seq, batch[^1].Seq, cancel);
        _archive.Append(after, [.. batch.Select(post => Archived(post, languages))]);
        return true;
    }

    private ArchivedPost Archived(Numbered<Post> post, Dictionary<long, string> languages)
    {
        _text.Fold(post.Item.Text);
        return new ArchivedPost(post.Seq, post.Item.PostedAt, post.Item.Channel.Value, languages.GetValueOrDefault(post.Seq, ""), _archive.Encode(_text).ToArray());
    }
}
