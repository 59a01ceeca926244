namespace Tarazy.Analysis.Similarity;

/// <summary>
/// Where a post will be looked for among its near-copies, asked for some posts before it is placed. Asking brings these places from
/// memory: for many posts at once, and not for each behind the one before.
/// </summary>
public struct StoryAhead
{
    /// <summary>Posts that are worth asking for together; more would push one another out of the cache.</summary>
    public const int Together = 16;

    internal BandTable.Places Places;

    /// <summary>The table they are places of; another has taken its part when the index has grown meanwhile.</summary>
    internal BandTable? Table;
}
