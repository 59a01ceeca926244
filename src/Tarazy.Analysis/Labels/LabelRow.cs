namespace Tarazy.Analysis.Labels;

/// <summary>A text with its known labels.</summary>
/// <param name="Weight">How much it counts; greater than 0.</param>
/// <param name="Group">Rows of one group (one story, one campaign) are never learnt from and tested on at once.</param>
/// <param name="Tunes">
/// Whether thresholds and calibration are chosen on it. Rows that were picked because a model ranked them high, or to balance a set,
/// say nothing about how frequent a label is.
/// </param>
/// <param name="Shares">
/// Where its readers were not of one mind: by label the share of them, 0 to 1, who gave it. Kernel ridge learns the share; what is
/// counted as right stays with <paramref name="Labels"/>.
/// </param>
public sealed record LabelRow(
    string Text, IReadOnlyList<string> Labels, float Weight = 1, string? Group = null, bool Tunes = true, IReadOnlyDictionary<string, float>? Shares = null);
