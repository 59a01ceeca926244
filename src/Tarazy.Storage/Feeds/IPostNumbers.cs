using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Storage.Feeds;

/// <summary>Where posts stand in their feed. A stage that knows posts by their place there needs no index of ids of its own.</summary>
public interface IPostNumbers
{
    /// <param name="db">What its running transaction has stored is seen too.</param>
    /// <returns>Those of the posts that are in the feed.</returns>
    Task<IReadOnlyDictionary<PostId, long>> NumbersAsync(DeskContext db, IReadOnlyCollection<PostId> posts, CancellationToken cancel);

    /// <summary>The same of one post; null when it is not in the feed.</summary>
    async Task<long?> NumberAsync(DeskContext db, PostId post, CancellationToken cancel) =>
        (await NumbersAsync(db, [post], cancel)).TryGetValue(post, out var number) ? number : null;
}
