namespace Tarazy.Analysis.Labels;

/// <summary>The weights of a model: row after row, one signed byte a lane; what a byte is worth is the label's own. The signs of style have numbers of their own, label after label.</summary>
internal sealed record LabelWeights(int Lanes, sbyte[] Bytes, float[] Scales, float[] Biases, float[] Style);
