namespace Tarazy.Analysis.Text.Spelling;

/// <summary>
/// An averaged perceptron over hashed features (Freund and Schapire 1999; Collins 2002): weights change only where the choice was
/// wrong, and what counts in the end is their mean over all steps.
/// </summary>
internal sealed class Perceptron(int bits)
{
    /// <summary>Weights beyond this many times their root mean square are cut when they become bytes.</summary>
    private const double CutAt = 8;

    private readonly float[] _weights = new float[1 << bits];
    private readonly double[] _late = new double[1 << bits];
    private double _step = 1;

    public float Score(ReadOnlySpan<ulong> features, ulong choice)
    {
        float sum = 0;
        foreach (var feature in features)
        {
            sum += _weights[ContextWeights.Place(feature, choice, bits)];
        }

        return sum;
    }

    public void Step() => _step++;

    public void Move(ReadOnlySpan<ulong> features, ulong choice, float by)
    {
        foreach (var feature in features)
        {
            var place = ContextWeights.Place(feature, choice, bits);
            _weights[place] += by;
            _late[place] += by * _step;
        }
    }

    public ContextWeights Finish()
    {
        var mean = new double[_weights.Length];
        double squares = 0;
        var used = 0;
        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = _weights[i] - (_late[i] / _step);
            squares += mean[i] * mean[i];
            used += mean[i] != 0 ? 1 : 0;
        }

        var scale = sbyte.MaxValue / (CutAt * Math.Sqrt(squares / Math.Max(1, used)));
        return new ContextWeights(bits, [.. mean.Select(weight => (sbyte)Math.Clamp(Math.Round(weight * scale), -sbyte.MaxValue, sbyte.MaxValue))]);
    }
}
