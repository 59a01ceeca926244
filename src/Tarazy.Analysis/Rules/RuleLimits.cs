using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Rules;

/// <summary>How much a folder of rules may hold. Past a limit the file is refused, never cut.</summary>
public sealed class RuleLimits
{
    /// <summary>Rule files and list files together. The default is 2,000.</summary>
    [Range(1, 20_000)]
    public int Files { get; set; } = 2_000;

    /// <summary>Bytes of one file. The default is 512 KiB.</summary>
    [Range(1_024, 16_777_216)]
    public int Bytes { get; set; } = 524_288;

    /// <summary>Levels of nesting in one file. The default is 8; a rule uses 5.</summary>
    [Range(5, 32)]
    public int Depth { get; set; } = 8;

    /// <summary>Terms of one rule, lists written out. The default is 5,000.</summary>
    [Range(10, 100_000)]
    public int Terms { get; set; } = 5_000;

    /// <summary>Words of one term. The default is 8.</summary>
    [Range(1, 16)]
    public int Words { get; set; } = 8;

    /// <summary>Characters of one expression. The default is 4,000.</summary>
    [Range(16, 100_000)]
    public int FindLength { get; set; } = 4_000;

    /// <summary>Levels of brackets and NOT in one expression. The default is 16.</summary>
    [Range(2, 64)]
    public int FindDepth { get; set; } = 16;

    /// <summary>Words, phrases, lists, signals and filters of one expression. The default is 200.</summary>
    [Range(2, 5_000)]
    public int FindParts { get; set; } = 200;

    /// <summary>Channels of one set. The default is 20,000.</summary>
    [Range(1, 1_000_000)]
    public int Channels { get; set; } = 20_000;

    /// <summary>Examples of one rule. The default is 500.</summary>
    [Range(1, 5_000)]
    public int Examples { get; set; } = 500;
}
