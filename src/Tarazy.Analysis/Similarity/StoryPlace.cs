namespace Tarazy.Analysis.Similarity;

/// <summary>Where a post belongs. All numbers are those the caller gave to posts; a story has the number of its first post.</summary>
/// <param name="Story">The story the post joined, or the post's own number when it began one.</param>
/// <param name="First">The post began the story.</param>
/// <param name="Similarity">Estimated likeness to <paramref name="Nearest"/>, 0 to 1; 0 when nothing was near.</param>
/// <param name="Nearest">The most similar post known, or the post itself.</param>
public readonly record struct StoryPlace(long Story, bool First, double Similarity, long Nearest);
