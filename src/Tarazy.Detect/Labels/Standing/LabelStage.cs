namespace Tarazy.Detect.Labels.Standing;

/// <summary>How much a label's numbers may be trusted, and so what of them is shown.</summary>
public enum LabelStage
{
    /// <summary>Too few decisions: rules and rank only.</summary>
    Cold,

    /// <summary>The rank, and the interval of its precision.</summary>
    Warming,

    /// <summary>A probability may be shown.</summary>
    Calibrated,
}

/// <summary>What a stage is decided on.</summary>
/// <param name="Decisions">Yes and no together; what readers could not agree on counts for neither.</param>
/// <param name="Audit">Of them, on posts drawn at random.</param>
/// <param name="Error">Expected calibration error of the model in use; null without one.</param>
public readonly record struct LabelCounts(int Positives, int Decisions, int Audit, double? Error)
{
    public LabelStage Stage =>
        Positives < LabelBars.Positives || Decisions < LabelBars.Decisions ? LabelStage.Cold
        : Positives >= LabelBars.CalibratedPositives && Audit >= LabelBars.Audit && Error <= LabelBars.Error ? LabelStage.Calibrated
        : LabelStage.Warming;

    /// <summary>What the next stage still needs.</summary>
    public IReadOnlyList<LabelNeed> Needs() => Stage switch
    {
        LabelStage.Cold => [.. Missing("positives", Positives, LabelBars.Positives), .. Missing("decisions", Decisions, LabelBars.Decisions)],
        LabelStage.Warming =>
        [
            .. Missing("positives", Positives, LabelBars.CalibratedPositives),
            .. Missing("audit", Audit, LabelBars.Audit),
            .. Error is null ? [new LabelNeed("model", 0, 1)] : Error > LabelBars.Error ? [new LabelNeed("error", Error.Value, LabelBars.Error)] : Array.Empty<LabelNeed>(),
        ],
        _ => [],
    };

    private static LabelNeed[] Missing(string what, int have, int need) => have < need ? [new LabelNeed(what, have, need)] : [];
}

/// <param name="What"><c>positives</c>, <c>decisions</c>, <c>audit</c>, <c>model</c> or <c>error</c>.</param>
public sealed record LabelNeed(string What, double Have, double Need);

/// <summary>The counts at which a label moves on.</summary>
public static class LabelBars
{
    public const int Positives = 20;
    public const int Decisions = 200;
    public const int CalibratedPositives = 50;
    public const int Audit = 100;
    public const double Error = 0.02;
}
