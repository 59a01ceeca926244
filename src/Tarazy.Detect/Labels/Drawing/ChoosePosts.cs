namespace Tarazy.Detect.Labels.Drawing;

/// <summary>A post that a model has looked at for the draw.</summary>
/// <param name="Story">Number of the story's first post: of one story one post is enough.</param>
/// <param name="FromThreshold">Score less threshold.</param>
internal readonly record struct RankedPost(long Seq, long Story, float FromThreshold);

/// <summary>Which posts a model sends to the queue: seven from the top of its ranking to two of which it is unsure.</summary>
internal static class ChoosePosts
{
    public const int RankedShare = 7;
    public const int UnsureShare = 2;

    /// <param name="taken">Stories that are on their way already; what is chosen is added.</param>
    public static IReadOnlyList<(RankedPost Post, Sampling How)> Of(IReadOnlyCollection<RankedPost> posts, int ranked, int unsure, HashSet<long> taken)
    {
        var chosen = new List<(RankedPost, Sampling)>();
        Take(posts.Where(post => post.FromThreshold >= 0).OrderByDescending(post => post.FromThreshold).ThenBy(post => post.Seq), ranked, Sampling.Ranked, taken, chosen);
        Take(posts.Where(post => post.FromThreshold < 0).OrderByDescending(post => post.FromThreshold).ThenBy(post => post.Seq), unsure, Sampling.Uncertain, taken, chosen);
        return chosen;
    }

    private static void Take(
        IEnumerable<RankedPost> posts, int most, Sampling how, HashSet<long> taken, List<(RankedPost, Sampling)> chosen)
    {
        var left = most;
        foreach (var post in posts)
        {
            if (left == 0)
            {
                return;
            }

            if (taken.Add(post.Story))
            {
                chosen.Add((post, how));
                left--;
            }
        }
    }
}
