namespace Tarazy.Analysis.Labels.Learning;

/// <summary>What a learner gives: for every label the weight of each column and a bias, and the scores of rows by models that had not seen them.</summary>
internal sealed record Learnt(string Method, float[][] Weights, float[] Biases, float[][] LeftOut);
