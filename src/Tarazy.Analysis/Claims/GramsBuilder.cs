using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>Gathers the letter runs of documents and weighs them: (1 + log tf) · idf, one document of length one.</summary>
internal sealed class GramsBuilder
{
    private const int MostOfDocument = 16_384;

    private readonly List<int> _starts = [0];
    private readonly List<uint> _counted = []; // bucket << 8 | how often, until the weights are known
    private readonly int[] _frequencies = new int[LetterGrams.Buckets];
    private readonly int[] _buckets = new int[MostOfDocument];
    private int _count;

    public void Add(FoldedText text) => _count += LetterGrams.Of(text, Trailer.Begin(text.Chars), _buckets.AsSpan(_count));

    public void EndDocument()
    {
        var own = _buckets.AsSpan(0, _count);
        own.Sort();
        for (var i = 0; i < own.Length;)
        {
            var from = i;
            while (i < own.Length && own[i] == own[from])
            {
                i++;
            }

            _counted.Add(((uint)own[from] << 8) | (uint)Math.Min(i - from, byte.MaxValue));
            _frequencies[own[from]]++;
        }

        _starts.Add(_counted.Count);
        _count = 0;
    }

    public DocumentGrams Build(int documents)
    {
        var idf = new float[LetterGrams.Buckets];
        for (var i = 0; i < idf.Length; i++)
        {
            idf[i] = MathF.Log((documents + 1f) / (_frequencies[i] + 1f)) + 1;
        }

        var packed = _counted.ToArray();
        var scales = new float[documents];
        for (var d = 0; d < documents; d++)
        {
            scales[d] = Weigh(packed.AsSpan(_starts[d].._starts[d + 1]), idf);
        }

        return new DocumentGrams([.. _starts], packed, scales, idf);
    }

    /// <summary>Turns counts into weights of one byte; the result times a weight is the weight in a vector of length one.</summary>
    private static float Weigh(Span<uint> grams, float[] idf)
    {
        float largest = 0, squares = 0;
        foreach (var gram in grams)
        {
            var weight = Weight(gram, idf);
            largest = Math.Max(largest, weight);
            squares += weight * weight;
        }

        if (largest == 0)
        {
            return 0;
        }

        for (var i = 0; i < grams.Length; i++)
        {
            var rounded = (uint)MathF.Round(Weight(grams[i], idf) / largest * byte.MaxValue);
            grams[i] = (grams[i] & 0xFFFF_FF00) | rounded;
        }

        return largest / byte.MaxValue / MathF.Sqrt(squares);
    }

    private static float Weight(uint gram, float[] idf) => (1 + MathF.Log(gram & 0xFF)) * idf[gram >> 8];
}
