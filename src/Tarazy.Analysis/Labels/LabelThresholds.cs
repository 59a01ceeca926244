namespace Tarazy.Analysis.Labels;

/// <summary>From which score a label is said, by what it is said for. Each is chosen on scores of texts that the model had not seen.</summary>
/// <param name="Best">The highest F1. In a model whose labels exclude each other it is what is taken from the score before the largest is chosen.</param>
/// <param name="Precise">The lowest score from which four of five are right; infinite when no score is.</param>
/// <param name="Queue">The score that lets the share of posts through that a queue can hold.</param>
public readonly record struct LabelThresholds(float Best, float Precise, float Queue);

/// <summary>A label of a model, and what is known of it.</summary>
/// <param name="Says">How it is worded to a reviewer: a hint, never a verdict.</param>
/// <param name="OffByDefault">Measured too weak to be shown unless a desk asks for it.</param>
/// <param name="Harm">The harm of a pack that it points to; empty when it points to none and makes no finding.</param>
/// <param name="Positives">Texts with this label that the model learnt from.</param>
/// <param name="Calibration">Turns a score into a probability; null until a probability may be shown.</param>
public sealed record LabelInfo(
    string Name, string Says, string Harm, bool OffByDefault, int Positives, LabelThresholds Thresholds, Calibration? Calibration = null);
