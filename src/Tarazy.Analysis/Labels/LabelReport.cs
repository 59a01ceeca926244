namespace Tarazy.Analysis.Labels;

/// <summary>How well one label is told, on texts that the model had not seen.</summary>
/// <param name="Precision">Of what is said at <see cref="LabelThresholds.Best"/>, the share that is right.</param>
/// <param name="Recall">Of what is true, the share that is said.</param>
/// <param name="RecallPrecise">The recall at <see cref="LabelThresholds.Precise"/>; 0 when no score is that precise.</param>
public sealed record LabelScore(string Name, int Positives, double Precision, double Recall, double RecallPrecise)
{
    public double F1 => Precision + Recall <= 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Scores by cross-validation. The thresholds were chosen on the same scores, so read them as slightly too good.</summary>
/// <param name="Method">How it was cut: <c>each group left out</c>, <c>5 parts</c>.</param>
/// <param name="Scores">The score of every label (outer) on every row (inner) by a model that had not seen the row.</param>
public sealed record LabelReport(string Method, int Rows, IReadOnlyList<LabelScore> Labels, IReadOnlyList<float[]> Scores)
{
    public double MacroF1 => Labels.Average(label => label.F1);
}

/// <summary>A model and how well it does.</summary>
public sealed record LabelTraining(LabelModel Model, LabelReport Report);
