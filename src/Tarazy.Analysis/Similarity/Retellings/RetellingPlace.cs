namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>Where a post belongs among those that tell the same in other words.</summary>
/// <param name="Group">Number of the group's first post; the post's own when it is alone.</param>
/// <param name="Of">The posts of the group that it retells itself, the surest first.</param>
public sealed record RetellingPlace(long Group, IReadOnlyList<Retelling> Of);

/// <param name="Post">Number of the earlier post.</param>
/// <param name="Score">From the border of 0.5 up to 1.</param>
public readonly record struct Retelling(long Post, double Score);
