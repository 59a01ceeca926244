using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Claims.Ranking;

/// <summary>How a ranker is trained.</summary>
public sealed class RankerTrainerOptions
{
    /// <summary>Trees that are added up. The default is 120.</summary>
    [Range(1, 2_000)]
    public int Trees { get; set; } = 120;

    /// <summary>Splits from root to leaf. The default is 3.</summary>
    [Range(1, 6)]
    public int Depth { get; set; } = 3;

    /// <summary>How much of its correction a tree adds. The default is 0.08.</summary>
    [Range(0.001, 1)]
    public float Step { get; set; } = 0.08f;

    /// <summary>Quadratic penalty on what a leaf adds. The default is 2.</summary>
    [Range(0, 1_000)]
    public float TreePenalty { get; set; } = 2;

    /// <summary>Least curvature in a leaf, about four doubtful rows a unit. The default is 2.</summary>
    [Range(0, 1_000)]
    public float LeastInLeaf { get; set; } = 2;

    /// <summary>Quadratic penalty of the linear part. The default is 5.</summary>
    [Range(0, 1_000_000)]
    public double LinearPenalty { get; set; } = 5;

    /// <summary>Newton steps of the linear part. The default is 12.</summary>
    [Range(1, 100)]
    public int LinearRounds { get; set; } = 12;
}
