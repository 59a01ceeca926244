using Tarazy.Analysis.Labels.Features;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>Makes learnt weights 8 bits wide, each label on its own scale, and lays all labels of a table row side by side.</summary>
internal static class Packing
{
    /// <summary>Weights beyond so many standard deviations are cut, so that a few do not take the precision from all others.</summary>
    private const double ClipDeviations = 60;

    public static LabelModel Pack(LabelTrainerOptions options, LabelInfo[] labels, Weighing weighing, int[] tableRows, Learnt learnt)
    {
        var set = options.Features;
        var lanes = LabelWeights.LanesOf(set, labels.Length);
        var packed = new sbyte[set.Rows * lanes];
        var scales = new float[labels.Length];
        var style = new float[labels.Length * set.StyleRows];
        for (var label = 0; label < labels.Length; label++)
        {
            var weights = learnt.Weights[label];
            if (set.Prefixes)
            {
                // The fast set is added up without looking at idf, so its weights carry it.
                weights = [.. weights.Select((weight, column) => weight * weighing.Idf[tableRows[column]] * Weighing.IdfStep)];
            }

            var scale = scales[label] = Scale(weights, tableRows, set.Rows);
            for (var column = 0; column < weights.Length; column++)
            {
                if (tableRows[column] >= set.Rows)
                {
                    // A sign of style weighs as much as a thousand letter runs: bytes on one scale cannot hold both.
                    style[(label * set.StyleRows) + tableRows[column] - set.Rows] = weights[column];
                    continue;
                }

                packed[(tableRows[column] * lanes) + label] = (sbyte)Math.Clamp(MathF.Round(weights[column] / scale), -sbyte.MaxValue, sbyte.MaxValue);
            }
        }

        return new LabelModel(new LabelModelAbout(options.Name, [.. options.Languages], options.Exclusive, set), labels, weighing, new LabelWeights(lanes, packed, scales, learnt.Biases, style));
    }

    private static float Scale(float[] weights, int[] tableRows, int rows)
    {
        double squares = 0, most = 0;
        for (var column = 0; column < weights.Length; column++)
        {
            var weight = tableRows[column] < rows ? weights[column] : 0;
            squares += (double)weight * weight;
            most = Math.Max(most, Math.Abs(weight));
        }

        var clip = Math.Min(most, Math.Sqrt(squares / Math.Max(1, weights.Length)) * ClipDeviations);
        return clip > 0 ? (float)(clip / sbyte.MaxValue) : 1;
    }
}
