using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Linear classifiers by dual coordinate descent: L2-loss support vectors (Hsieh et al., ICML 2008) and logistic regression (Yu, Huang
/// and Lin, Machine Learning 85, 2011). One label at a time; the constant 1 is a feature like any other, so the bias is learnt too.
/// </summary>
internal sealed class DualDescent(SparseRows rows, ulong seed)
{
    private const float Enough = 0.02f;
    private const int NewtonSteps = 20;

    /// <summary>Learns from the chosen rows.</summary>
    /// <param name="costs">Cost of an error on each row, chosen or not; greater than 0.</param>
    /// <returns>A weight for every column, and the bias.</returns>
    public (float[] Weights, float Bias) Fit(int[] chosen, bool[] yes, float[] costs, bool logistic, int rounds)
    {
        var state = new State(new float[rows.TableRows.Length], yes, costs);
        var alphas = new float[rows.Count];
        var squares = new float[rows.Count];
        foreach (var row in chosen)
        {
            squares[row] = rows.Squares(row) + 1;
            if (logistic)
            {
                alphas[row] = Math.Min(0.001f * costs[row], 1e-8f);
                Move(state, row, (yes[row] ? 1 : -1) * alphas[row]);
            }
        }

        var random = new SeededRandom(seed);
        var order = (int[])chosen.Clone();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle<int>(order);
            float most = 0;
            foreach (var row in order)
            {
                most = Math.Max(most, logistic ? LogisticStep(state, alphas, squares[row], row) : SquaredHingeStep(state, alphas, squares[row], row));
            }

            if (most < Enough)
            {
                break;
            }
        }

        return (state.Weights, state.Bias);
    }

    public float Score(float[] weights, float bias, int row)
    {
        var columns = rows.Columns(row);
        var values = rows.Values(row);
        var sum = bias;
        for (var i = 0; i < columns.Length; i++)
        {
            sum += weights[columns[i]] * values[i];
        }

        return sum;
    }

    private float SquaredHingeStep(State state, float[] alphas, float squares, int row)
    {
        var sign = state.Yes[row] ? 1f : -1f;
        var diagonal = 0.5f / state.Costs[row];
        var gradient = (sign * Score(state.Weights, state.Bias, row)) - 1 + (diagonal * alphas[row]);
        var projected = alphas[row] <= 0 ? Math.Min(gradient, 0) : gradient;
        if (MathF.Abs(projected) > 1e-6f)
        {
            var next = Math.Max(alphas[row] - (gradient / (squares + diagonal)), 0);
            Move(state, row, sign * (next - alphas[row]));
            alphas[row] = next;
        }

        return MathF.Abs(projected);
    }

    /// <summary>Minimises one variable by Newton's method, from the side on which the logarithm is tame.</summary>
    private float LogisticStep(State state, float[] alphas, float squares, int row)
    {
        var sign = state.Yes[row] ? 1f : -1f;
        double cost = state.Costs[row], slope = sign * Score(state.Weights, state.Bias, row);
        double alpha = alphas[row], other = cost - alpha;
        var turned = (0.5 * squares * (other - alpha)) + slope < 0;
        var old = turned ? other : alpha;
        slope = turned ? -slope : slope;
        var z = cost - old < 0.5 * cost ? 0.1 * old : old;
        var gradient = (squares * (z - old)) + slope + Math.Log(z / (cost - z));
        var first = Math.Abs(gradient);
        for (var step = 0; step < NewtonSteps && Math.Abs(gradient) >= 1e-3; step++)
        {
            var next = z - (gradient / (squares + (cost / ((cost - z) * z))));
            z = next <= 0 ? 0.1 * z : next;
            gradient = (squares * (z - old)) + slope + Math.Log(z / (cost - z));
        }

        Move(state, row, sign * (float)(turned ? old - z : z - old));
        alphas[row] = (float)(turned ? cost - z : z);
        // Kept inside: in single precision the step may round onto an end, where the logarithm has no value.
        alphas[row] = Math.Clamp(alphas[row], 1e-7f * (float)cost, (1 - 1e-6f) * (float)cost);
        return (float)first;
    }

    private void Move(State state, int row, float by)
    {
        var columns = rows.Columns(row);
        var values = rows.Values(row);
        for (var i = 0; i < columns.Length; i++)
        {
            state.Weights[columns[i]] += by * values[i];
        }

        state.Bias += by;
    }

    private sealed class State(float[] weights, bool[] yes, float[] costs)
    {
        public float[] Weights { get; } = weights;

        public bool[] Yes { get; } = yes;

        public float[] Costs { get; } = costs;

        public float Bias { get; set; }
    }
}
