using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Labels;

/// <summary>The weights of a model: row after row, one signed byte a lane; what a byte is worth is the label's own. The signs of style have numbers of their own, label after label.</summary>
internal sealed record LabelWeights(int Lanes, sbyte[] Bytes, float[] Scales, float[] Biases, float[] Style)
{
    /// <summary>Lanes of a row. Where features are weighed the last one is free for their weight, so that a row is fetched once for both.</summary>
    public static int LanesOf(FeatureSet set, int labels) => RowSums.LanesFor(set.Prefixes ? labels : labels + 1);

    /// <summary>The inverse document frequencies, each as far from the next as a row has lanes.</summary>
    public ReadOnlySpan<byte> Idf => MemoryMarshal.AsBytes(Bytes.AsSpan(Lanes - 1));

    /// <summary>Puts the inverse document frequencies into the free lane.</summary>
    public void Put(byte[] idf)
    {
        for (var row = 0; row < idf.Length; row++)
        {
            Bytes[(row * Lanes) + Lanes - 1] = unchecked((sbyte)idf[row]);
        }
    }
}
