using System.ComponentModel.DataAnnotations;

namespace Tarazy.Detect.Labels;

/// <summary>How a desk learns labels of its own.</summary>
public sealed class LabelOptions
{
    /// <summary>Where the desk's models lie, each version in a folder of its own. The default is <c>models</c> in the desk's folder.</summary>
    public string? Folder { get; set; }

    /// <summary>
    /// Posts without a finding that are drawn at random into the queue every day. The default is 10; 0 draws none, and then no label
    /// can ever be calibrated. Where a model is in use, seven times as many are taken from the top of its ranking and twice as many
    /// from where it is unsure.
    /// </summary>
    [Range(0, 200)]
    public int AuditADay { get; set; } = 10;

    /// <summary>Seeds the draw together with the day. The default is 2026.</summary>
    public ulong Seed { get; set; } = 2026;

    /// <summary>Posts of a day that the models rank at most, the newest. The default is 50,000.</summary>
    [Range(1, 1_000_000)]
    public int MostRanked { get; set; } = 50_000;

    /// <summary>Topics beside the harms of the packs that reviewers may name on a case, in small letters and hyphens. The default is none.</summary>
    public IReadOnlyList<string> Topics { get; set; } = [];

    /// <summary>Techniques that are too often wrong and stay hidden unless the desk asks for them. The default is false.</summary>
    public bool WeakTechniques { get; set; }
}
