using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Similarity;

/// <summary>When two posts tell the same story.</summary>
public sealed class StoryOptions
{
    /// <summary>Estimated share of common three-word shingles from which a post joins a story. The default is 0.5.</summary>
    [Range(0.3, 1.0)]
    public double JoinsFrom { get; set; } = 0.5;

    /// <summary>
    /// From here a post is a copy: it joins the story but takes no room in the index, so that a text spread a million times
    /// costs what one costs. The default is 0.9.
    /// </summary>
    [Range(0.5, 1.0)]
    public double CopyFrom { get; set; } = 0.9;

    /// <summary>Posts the index has room for at first; it grows by half when they are there. The default is 4,096.</summary>
    [Range(16, 1_000_000_000)]
    public int Room { get; set; } = 4_096;
}
