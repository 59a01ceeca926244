using Tarazy.Analysis.Similarity;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Posts;

/// <summary>Puts the posts of a batch into their stories, in the order of the feed.</summary>
internal static class PlacePosts
{
    /// <summary>The earlier posts that a batch replaces.</summary>
    public static HashSet<PostId> Replaced(IReadOnlyList<LookedPost> batch)
    {
        var replaced = new HashSet<PostId>();
        foreach (var post in batch)
        {
            if (post.Replaces is { } old)
            {
                replaced.Add(old);
            }
        }

        return replaced;
    }

    /// <param name="replaced">As <see cref="Replaced"/> gives it.</param>
    /// <param name="stories">The stories of those of them that were placed before this batch.</param>
    public static void Place(IReadOnlyList<LookedPost> batch, StoryIndex index, HashSet<PostId> replaced, Dictionary<PostId, long> stories)
    {
        foreach (var post in batch)
        {
            // An edit tells the same story even where it says the opposite: what changed is what a reviewer wants to see.
            if (post.Replaces is { } old && stories.TryGetValue(old, out var story))
            {
                post.Similarity = index.Join(post.Seq, story, post.Mark);
                post.Story = story;
            }
            else
            {
                var place = index.Place(post.Seq, post.Mark);
                post.Story = place.Story;
                post.Similarity = place.First ? 0 : place.Similarity;
            }

            if (replaced.Count > 0 && replaced.Contains(post.PostId))
            {
                stories[post.PostId] = post.Story;
            }
        }
    }
}
