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
        var ahead = new StoryAhead[StoryAhead.Together];
        for (var at = 0; at < batch.Count; at++)
        {
            if (at % ahead.Length == 0)
            {
                Ahead(batch, at, index, ahead);
            }

            // An edit tells the same story even where it says the opposite: what changed is what a reviewer wants to see.
            var post = batch[at];
            if (post.Replaces is { } old && stories.TryGetValue(old, out var story))
            {
                post.Similarity = index.Join(post.Seq, story, post.Mark.Span);
                post.Story = story;
            }
            else
            {
                var place = index.Place(post.Seq, post.Mark.Span, ahead[at % ahead.Length]);
                post.Story = place.Story;
                post.Similarity = place.First ? 0 : place.Similarity;
            }

            if (replaced.Count > 0 && replaced.Contains(post.PostId))
            {
                stories[post.PostId] = post.Story;
            }
        }
    }

    private static void Ahead(IReadOnlyList<LookedPost> batch, int from, StoryIndex index, StoryAhead[] ahead)
    {
        for (var i = 0; i < Math.Min(ahead.Length, batch.Count - from); i++)
        {
            ahead[i] = index.Ahead(batch[from + i].Mark.Span);
        }
    }
}
