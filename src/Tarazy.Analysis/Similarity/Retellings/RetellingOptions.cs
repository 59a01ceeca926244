using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>Which posts can tell the same story in other words.</summary>
public sealed class RetellingOptions
{
    /// <summary>Two posts further apart tell of two things. The default is 48 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00")]
    public TimeSpan Apart { get; set; } = TimeSpan.FromHours(48);

    /// <summary>A group takes nobody in after this time: what is told for a week is a topic and no story. The default is 96 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "28.00:00:00")]
    public TimeSpan GroupAge { get; set; } = TimeSpan.FromHours(96);

    /// <summary>Score from which two posts tell the same, and mean score from which a post joins a group. The default is 0.5.</summary>
    [Range(0.1, 1.0)]
    public double From { get; set; } = 0.5;

    /// <summary>A post is compared with those at most this many numbers before it. The default is 50,000, which takes up to 100 MB.</summary>
    [Range(100, 1_000_000)]
    public int Window { get; set; } = 50_000;
}
