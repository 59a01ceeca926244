namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Lets words and pairs count less or more than other features while a model learns. Values are multiplied before and weights after,
/// so that scoring knows nothing of it.
/// </summary>
/// <param name="share">What words count where letter runs and stems count 1.</param>
internal sealed class WordShare(FeatureSet set, float share)
{
    private readonly int _first = set.CharRows;
    private readonly int _end = set.CharRows + set.WordRows;
    private readonly float _factor = MathF.Sqrt(share);

    /// <summary>What the value of a table row is multiplied by.</summary>
    public float Of(int row) => row >= _first && row < _end ? _factor : 1;

    /// <summary>Makes weights of multiplied values those of the values as texts have them.</summary>
    /// <param name="tableRows">The table row of each weight.</param>
    public void Fold(Learnt learnt, int[] tableRows)
    {
        foreach (var weights in learnt.Weights)
        {
            for (var column = 0; column < weights.Length; column++)
            {
                weights[column] *= Of(tableRows[column]);
            }
        }
    }
}
