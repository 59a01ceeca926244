namespace Tarazy.Analysis.Labels;

/// <summary>The weights of a model: row after row, one signed byte a lane; what a byte is worth is the label's own.</summary>
internal sealed record LabelWeights(int Lanes, sbyte[] Bytes, float[] Scales, float[] Biases);
