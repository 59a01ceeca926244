using System.ComponentModel.DataAnnotations;

namespace Tarazy.Detect;

/// <summary>How posts become findings.</summary>
public sealed class DetectOptions
{
    /// <summary>Posts that are read, looked at and saved together. The default is 1,000.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; set; } = 1_000;

    /// <summary>
    /// The folder that holds <c>models</c> and <c>lexicons</c>. The default is the one beside the program, or else the checkout
    /// that the program was built from.
    /// </summary>
    public string? DataFolder { get; set; }

    /// <summary>The folder of the token archive, from which rules are replayed in seconds. The default is none; a desk puts it beside its database.</summary>
    public string? ArchiveFolder { get; set; }
}
