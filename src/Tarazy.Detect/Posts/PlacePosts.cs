using Tarazy.Analysis.Similarity;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Posts;

/// <summary>Puts the posts of a batch into their stories, in the order of the feed.</summary>
internal static class PlacePosts
{
    /// <param name="replaced">The stories of earlier posts that this batch edits.</param>
    public static void Place(IReadOnlyList<LookedPost> batch, StoryIndex index, Dictionary<PostId, long> replaced)
    {
        foreach (var post in batch)
        {
            // An edit tells the same story even where it says the opposite: what changed is what a reviewer wants to see.
            if (post.Post.Replaces is { } old && replaced.TryGetValue(old, out var story))
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

            replaced[post.Post.Id] = post.Story;
        }
    }
}
