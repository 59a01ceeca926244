namespace Tarazy.Analysis.Claims;

/// <summary>
/// What keeps most posts away from the closer look. For each fact-check only its rarest words are kept, each with its share of
/// their weight; a post passes when it has enough of one fact-check's (<see cref="GateWalk"/>). Long lists of common words are not walked.
/// </summary>
internal sealed class ClaimGate
{
    private const int RarestOfClaim = 12;

    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly byte[] _shares;

    public ClaimGate(TermPostings postings, DocumentTerms documents)
    {
        var entries = new List<(int Term, int Document, byte Share)>(documents.Count * RarestOfClaim);
        Span<int> rarest = stackalloc int[RarestOfClaim];
        for (var d = 0; d < documents.Count; d++)
        {
            var count = Rarest(documents.Terms.AsSpan(documents.Starts[d]..documents.Starts[d + 1]), postings.Idf, rarest);
            float sum = 0;
            foreach (var term in rarest[..count])
            {
                sum += postings.Idf[term];
            }

            foreach (var term in rarest[..count])
            {
                entries.Add((term, d, (byte)MathF.Floor(byte.MaxValue * postings.Idf[term] / sum)));
            }
        }

        _starts = new int[postings.Idf.Length + 1];
        foreach (var entry in entries)
        {
            _starts[entry.Term + 1]++;
        }

        for (var t = 0; t < postings.Idf.Length; t++)
        {
            _starts[t + 1] += _starts[t];
        }

        var next = _starts[..^1];
        _documents = new int[entries.Count];
        _shares = new byte[entries.Count];
        foreach (var (term, document, share) in entries)
        {
            _documents[next[term]] = document;
            _shares[next[term]++] = share;
        }
    }

    /// <summary>Documents that have the term among their rarest, and its share in each.</summary>
    public ReadOnlySpan<int> Documents(int term) => _documents.AsSpan(_starts[term].._starts[term + 1]);

    public ReadOnlySpan<byte> Shares(int term) => _shares.AsSpan(_starts[term].._starts[term + 1]);

    private static int Rarest(ReadOnlySpan<int> terms, float[] idf, Span<int> rarest)
    {
        var count = 0;
        foreach (var term in terms)
        {
            if (rarest[..count].Contains(term) || (count == rarest.Length && idf[term] <= idf[rarest[count - 1]]))
            {
                continue;
            }

            var at = count < rarest.Length ? count++ : count - 1;
            for (; at > 0 && idf[rarest[at - 1]] < idf[term]; at--)
            {
                rarest[at] = rarest[at - 1];
            }

            rarest[at] = term;
        }

        return count;
    }
}

/// <summary>Walks posts through the gate; its buffers are used again.</summary>
internal sealed class GateWalk(ClaimIndex index)
{
    private const int OneTerm = 1 << 12;

    /// <summary>Four words with a third of the weight, or three with nearly half: of 255.</summary>
    private const int FourTerms = 4 * OneTerm;

    private const int ShareOfFour = 75;
    private const int ThreeTerms = 3 * OneTerm;
    private const int ShareOfThree = 115;

    private readonly ushort[] _sums = new ushort[index.Count]; // share in the lower bits, times OneTerm the terms above
    private readonly int[] _touched = new int[index.Count];
    private readonly int[] _seen = new int[index.Postings.Idf.Length]; // the walk that met the term last
    private int _walk;
    private int _touches;

    /// <param name="ids">Numbers of the post's terms, -1 for unknown ones.</param>
    public bool Passes(ReadOnlySpan<int> ids)
    {
        var gate = index.Gate;
        var passes = false;
        if (++_walk == int.MaxValue)
        {
            Array.Clear(_seen);
            _walk = 1;
        }

        foreach (var id in ids)
        {
            if (id >= 0 && _seen[id] != _walk)
            {
                _seen[id] = _walk;
                passes = Add(gate.Documents(id), gate.Shares(id));
                if (passes)
                {
                    break;
                }
            }
        }

        foreach (var document in _touched.AsSpan(0, _touches))
        {
            _sums[document] = 0;
        }

        _touches = 0;
        return passes;
    }

    private bool Add(ReadOnlySpan<int> documents, ReadOnlySpan<byte> shares)
    {
        var passes = false;
        for (var i = 0; i < documents.Length; i++)
        {
            ref var sum = ref _sums[documents[i]];
            if (sum == 0)
            {
                _touched[_touches++] = documents[i];
            }

            sum = unchecked((ushort)(sum + shares[i] + OneTerm));
            var share = sum & (OneTerm - 1);
            passes |= (sum >= FourTerms && share >= ShareOfFour) || (sum >= ThreeTerms && share >= ShareOfThree);
        }

        return passes;
    }
}
