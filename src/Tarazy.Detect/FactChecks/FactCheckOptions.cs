using System.ComponentModel.DataAnnotations;

namespace Tarazy.Detect.FactChecks;

/// <summary>How fact-checks are read and matched.</summary>
public sealed class FactCheckOptions
{
    /// <summary>Bytes of one file; a larger one is refused. The default is 256 MB.</summary>
    [Range(1, int.MaxValue)]
    public long LargestFile { get; set; } = 256 * 1024 * 1024;

    /// <summary>Fact-checks that are kept in all; past it records are refused. The default is 500,000.</summary>
    [Range(1, 2_000_000)]
    public int Most { get; set; } = 500_000;

    /// <summary>Refusals that are listed of one import; the others are counted. The default is 1,000.</summary>
    [Range(1, 1_000_000)]
    public int MostRefusals { get; set; } = 1_000;

    /// <summary>Days back from which posts are compared again when fact-checks change. The default is 30.</summary>
    [Range(0, 3_650)]
    public int LookBackDays { get; set; } = 30;

    /// <summary>Matches that are suggested on one day; past it they wait and the log says so. The default is 500.</summary>
    [Range(1, 100_000)]
    public int SuggestionsADay { get; set; } = 500;

    /// <summary>Posts that are read together. The default is 1,000.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; set; } = 1_000;

    /// <summary>A ranker that the desk trained; without it the one that ships is used.</summary>
    public string? RankerFile { get; set; }
}
