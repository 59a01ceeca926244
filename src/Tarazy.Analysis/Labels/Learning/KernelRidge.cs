namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Ridge regression in the space of the rows: one factor of K + λ/w serves every label, and the inverse gives the score that each row
/// would get from a model learnt without its group, exactly and without learning again.
/// </summary>
internal sealed class KernelRidge
{
    private readonly float[] _upper;
    private readonly float[] _factor;
    private readonly int _n;
    private readonly int _threads;

    /// <param name="weights">How much each row counts; its share of λ is divided by it.</param>
    public KernelRidge(SparseRows rows, float lambda, float[] weights, int threads)
    {
        _n = rows.Count;
        _threads = threads;
        _factor = Gram.Of(rows, threads);
        for (var i = 0; i < _n; i++)
        {
            _factor[(i * _n) + i] += lambda / weights[i];
        }

        Triangle.Factor(_factor, _n, threads);
        _upper = new float[_n * _n];
        for (var i = 0; i < _n; i++)
        {
            _upper[(i * _n) + i] = 1;
        }

        Triangle.Solve(_upper, _n, _factor, _n, row => row, threads);
    }

    /// <summary>The multiplier of each row for targets y.</summary>
    public float[] Alphas(float[] y)
    {
        var half = (float[])y.Clone();
        Triangle.Solve(half, 1, _factor, _n, _ => 0, _threads);
        var alphas = new float[_n];
        for (var i = 0; i < _n; i++)
        {
            alphas[i] = Triangle.Dot(_upper.AsSpan((i * _n) + i, _n - i), half.AsSpan(i, _n - i));
        }

        return alphas;
    }

    /// <summary>What every row scores when it and the rows of its group are left out.</summary>
    /// <param name="groups">Row numbers, group by group; each row in one of them.</param>
    public float[] LeftOut(float[] y, float[] alphas, IEnumerable<int[]> groups)
    {
        var scores = new float[_n];
        foreach (var group in groups)
        {
            if (group.Length == 1)
            {
                var row = group[0];
                scores[row] = y[row] - (alphas[row] / Inverse(row, row));
                continue;
            }

            var block = new float[group.Length * group.Length];
            for (var i = 0; i < group.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    block[(i * group.Length) + j] = Inverse(group[i], group[j]);
                }
            }

            var errors = SolveSmall(block, [.. group.Select(row => alphas[row])]);
            for (var i = 0; i < group.Length; i++)
            {
                scores[group[i]] = y[group[i]] - errors[i];
            }
        }

        return scores;
    }

    private float Inverse(int a, int b)
    {
        var from = Math.Max(a, b);
        return Triangle.Dot(_upper.AsSpan((a * _n) + from, _n - from), _upper.AsSpan((b * _n) + from, _n - from));
    }

    private static float[] SolveSmall(float[] matrix, float[] right)
    {
        var n = right.Length;
        Triangle.Factor(matrix, n, threads: 1);
        Triangle.Solve(right, 1, matrix, n, _ => 0, threads: 1);
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
            {
                right[i] -= matrix[(j * n) + i] * right[j];
            }

            right[i] /= matrix[(i * n) + i];
        }

        return right;
    }
}
