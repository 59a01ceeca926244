namespace Tarazy.Analysis.Claims.Ranking;

/// <summary>Trains <see cref="BoostedTrees"/> on the logistic loss with Newton steps over binned features (Chen and Guestrin, KDD 2016).</summary>
internal sealed class TreeTrainer
{
    private const int Bins = 64;

    private readonly RankerTrainerOptions _options;
    private readonly int _features;
    private readonly int _rows;
    private readonly float[] _labels;
    private readonly float[][] _cuts;
    private readonly byte[] _binned; // feature after feature
    private readonly float[] _sums;
    private readonly float[] _gradients;
    private readonly float[] _curvatures;
    private readonly int[] _nodes;

    public TreeTrainer(float[] rows, float[] labels, int features, RankerTrainerOptions options)
    {
        _options = options;
        _features = features;
        _rows = labels.Length;
        _labels = labels;
        _cuts = new float[features][];
        _binned = new byte[rows.Length];
        for (var f = 0; f < features; f++)
        {
            _cuts[f] = Cuts(rows, f);
            for (var i = 0; i < _rows; i++)
            {
                _binned[(f * _rows) + i] = Bin(_cuts[f], rows[(i * features) + f]);
            }
        }

        _sums = new float[_rows];
        _gradients = new float[_rows];
        _curvatures = new float[_rows];
        _nodes = new int[_rows];
    }

    public BoostedTrees Train(CancellationToken cancel)
    {
        var depth = _options.Depth;
        var splits = (1 << depth) - 1;
        var features = new int[_options.Trees * splits];
        var thresholds = new float[features.Length];
        var leaves = new float[_options.Trees << depth];
        var share = Math.Clamp(_labels.Average(), 1e-4f, 1 - 1e-4f);
        var start = MathF.Log(share / (1 - share));
        Array.Fill(_sums, start);
        for (var tree = 0; tree < _options.Trees; tree++)
        {
            cancel.ThrowIfCancellationRequested();
            Derive();
            Array.Clear(_nodes);
            for (var level = 0; level < depth; level++)
            {
                SplitLevel(level, features.AsSpan(tree * splits, splits), thresholds.AsSpan(tree * splits, splits));
            }

            Fill(leaves.AsSpan(tree << depth, 1 << depth), splits);
        }

        return new BoostedTrees(depth, start, features, thresholds, leaves);
    }

    private float[] Cuts(float[] rows, int feature)
    {
        var values = new float[_rows];
        for (var i = 0; i < _rows; i++)
        {
            values[i] = rows[(i * _features) + feature];
        }

        values.AsSpan().Sort();
        return [.. Enumerable.Range(1, Bins - 1).Select(b => values[(int)((long)b * (_rows - 1) / Bins)]).Distinct()];
    }

    private static byte Bin(float[] cuts, float value)
    {
        var at = Array.BinarySearch(cuts, value);
        return (byte)(at < 0 ? ~at : at);
    }

    private void Derive()
    {
        for (var i = 0; i < _rows; i++)
        {
            var p = 1 / (1 + MathF.Exp(-_sums[i]));
            _gradients[i] = _labels[i] - p;
            _curvatures[i] = Math.Max(p * (1 - p), 1e-6f);
        }
    }

    private void SplitLevel(int level, Span<int> features, Span<float> thresholds)
    {
        var first = (1 << level) - 1;
        var width = 1 << level;
        var best = new (float Gain, int Feature, int Bin)[width];
        var gradients = new float[width * Bins];
        var curvatures = new float[width * Bins];
        for (var f = 0; f < _features; f++)
        {
            Array.Clear(gradients);
            Array.Clear(curvatures);
            var binned = _binned.AsSpan(f * _rows, _rows);
            for (var i = 0; i < binned.Length; i++)
            {
                var at = ((_nodes[i] - first) * Bins) + binned[i];
                gradients[at] += _gradients[i];
                curvatures[at] += _curvatures[i];
            }

            for (var node = 0; node < width; node++)
            {
                Consider(f, gradients.AsSpan(node * Bins, Bins), curvatures.AsSpan(node * Bins, Bins), ref best[node]);
            }
        }

        for (var node = 0; node < width; node++)
        {
            var (gain, feature, bin) = best[node];
            features[first + node] = feature;
            thresholds[first + node] = gain > 0 ? _cuts[feature][bin] : float.MaxValue;
        }

        for (var i = 0; i < _rows; i++)
        {
            var (gain, feature, bin) = best[_nodes[i] - first];
            _nodes[i] = (2 * _nodes[i]) + (gain <= 0 || _binned[(feature * _rows) + i] <= bin ? 1 : 2);
        }
    }

    private void Consider(int feature, ReadOnlySpan<float> gradients, ReadOnlySpan<float> curvatures, ref (float Gain, int Feature, int Bin) best)
    {
        float gradient = 0, curvature = 0, left = 0, leftCurvature = 0;
        for (var b = 0; b < Bins; b++)
        {
            gradient += gradients[b];
            curvature += curvatures[b];
        }

        var whole = gradient * gradient / (curvature + _options.TreePenalty);
        for (var b = 0; b < _cuts[feature].Length; b++)
        {
            left += gradients[b];
            leftCurvature += curvatures[b];
            if (leftCurvature < _options.LeastInLeaf || curvature - leftCurvature < _options.LeastInLeaf)
            {
                continue;
            }

            var right = gradient - left;
            var gain = (left * left / (leftCurvature + _options.TreePenalty)) + (right * right / (curvature - leftCurvature + _options.TreePenalty)) - whole;
            best = gain > best.Gain + 1e-6f ? (gain, feature, b) : best;
        }
    }

    private void Fill(Span<float> leaves, int splits)
    {
        Span<float> gradients = stackalloc float[leaves.Length];
        Span<float> curvatures = stackalloc float[leaves.Length];
        gradients.Clear();
        curvatures.Clear();
        for (var i = 0; i < _rows; i++)
        {
            gradients[_nodes[i] - splits] += _gradients[i];
            curvatures[_nodes[i] - splits] += _curvatures[i];
        }

        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            leaves[leaf] = _options.Step * gradients[leaf] / (curvatures[leaf] + _options.TreePenalty);
        }

        for (var i = 0; i < _rows; i++)
        {
            _sums[i] += leaves[_nodes[i] - splits];
        }
    }
}
