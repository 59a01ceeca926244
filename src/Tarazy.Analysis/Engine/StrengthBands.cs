namespace Tarazy.Analysis.Engine;

/// <summary>How strongly a post calls for a look, as lists and pages say it.</summary>
public enum StrengthBand
{
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>The one place where a strength becomes a word.</summary>
public static class StrengthBands
{
    /// <summary>Most of a rule's frame was found, and no sign of news or warning halved it.</summary>
    public const double MediumFrom = 0.55;

    /// <summary>All of the frame, or all but one slot of a long one.</summary>
    public const double HighFrom = 0.8;

    public static StrengthBand Of(double strength) => strength switch
    {
        >= HighFrom => StrengthBand.High,
        >= MediumFrom => StrengthBand.Medium,
        _ => StrengthBand.Low,
    };
}
