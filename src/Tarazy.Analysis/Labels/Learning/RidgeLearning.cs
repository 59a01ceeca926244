namespace Tarazy.Analysis.Labels.Learning;

/// <summary>Learns all labels by kernel ridge and folds the solution into weights, X'α: scoring then is one pass, and a weight can be traced to its words.</summary>
internal static class RidgeLearning
{
    public static Learnt Learn(Examples examples)
    {
        var ridge = new KernelRidge(examples.Rows, examples.Options.Lambda, examples.Weights, examples.Options.Threads);
        var count = examples.Shares.Length;
        var weights = new float[count][];
        var biases = new float[count];
        var leftOut = new float[count][];
        for (var label = 0; label < count; label++)
        {
            var y = Array.ConvertAll(examples.Shares[label], share => (2 * share) - 1);
            var alphas = ridge.Alphas(y);
            leftOut[label] = ridge.LeftOut(y, alphas, examples.Groups);
            weights[label] = Primal(examples.Rows, alphas);
            biases[label] = alphas.Sum();
        }

        return new Learnt("each group left out", weights, biases, leftOut);
    }

    private static float[] Primal(SparseRows rows, float[] alphas)
    {
        var weights = new float[rows.TableRows.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            var columns = rows.Columns(row);
            var values = rows.Values(row);
            for (var i = 0; i < columns.Length; i++)
            {
                weights[columns[i]] += alphas[row] * values[i];
            }
        }

        return weights;
    }
}
