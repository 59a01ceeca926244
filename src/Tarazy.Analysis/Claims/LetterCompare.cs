using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>The letter runs of one text against those of documents. One instance a thread; nothing is allocated a text.</summary>
internal sealed class LetterCompare(DocumentGrams grams)
{
    private const int MostRuns = 16_384;

    private readonly float[] _weights = new float[LetterGrams.Buckets]; // of the text in hand; all zero between two texts
    private readonly int[] _buckets = new int[MostRuns];
    private int _count;
    private float _norm;

    public void Begin(FoldedText text)
    {
        _count = LetterGrams.Of(text, Trailer.Begin(text.Chars), _buckets);
        var own = _buckets.AsSpan(0, _count);
        foreach (var bucket in own)
        {
            _weights[bucket]++;
        }

        // A bucket that comes again is weighed once: what was weighed stands below zero, so it is not taken for a count.
        float squares = 0;
        foreach (var bucket in own)
        {
            if (_weights[bucket] > 0)
            {
                var weight = (1 + MathF.Log(_weights[bucket])) * grams.Idf[bucket];
                squares += weight * weight;
                _weights[bucket] = -weight;
            }
        }

        _norm = MathF.Sqrt(squares);
    }

    public void End()
    {
        foreach (var bucket in _buckets.AsSpan(0, _count))
        {
            _weights[bucket] = 0;
        }

        _count = 0;
    }

    /// <summary>0 to 1 between <see cref="Begin"/> and <see cref="End"/>.</summary>
    public float Cosine(int document)
    {
        float dot = 0;
        foreach (var gram in grams.Packed.AsSpan(grams.Starts[document]..grams.Starts[document + 1]))
        {
            dot -= _weights[gram >> 8] * (gram & 0xFF);
        }

        return _norm == 0 ? 0 : dot * grams.Scales[document] / _norm;
    }

    /// <summary>The documents whose letters are most alike: a walk over all of them, for questions that people ask and not for every post.</summary>
    /// <returns>How many were written.</returns>
    public int Best(Span<Candidate> best)
    {
        Span<float> likeness = stackalloc float[best.Length];
        var kept = 0;
        for (var d = 0; d < grams.Scales.Length; d++)
        {
            var cosine = Cosine(d);
            if (cosine <= 0 || (kept == best.Length && cosine <= likeness[kept - 1]))
            {
                continue;
            }

            var at = kept < best.Length ? kept++ : kept - 1;
            for (; at > 0 && likeness[at - 1] < cosine; at--)
            {
                (likeness[at], best[at]) = (likeness[at - 1], best[at - 1]);
            }

            (likeness[at], best[at]) = (cosine, new Candidate(d, 0));
        }

        return kept;
    }
}
