namespace Tarazy.Analysis.Claims;

/// <summary>Asks a <see cref="ClaimIndex"/>. Its buffers are used again and a question allocates nothing; one instance a thread.</summary>
internal sealed class ClaimSearch
{
    /// <summary>Candidates that are looked at closely.</summary>
    public const int MostCandidates = 50;

    /// <summary>Terms of a question that are looked up; of a longer one the rarest.</summary>
    public const int RarestTerms = 24;

    /// <summary>Stop words count in questions of at most so many other terms, known or not; in a longer one they would only blur the order.</summary>
    private const int ShortQuestion = 8;

    private readonly ClaimIndex _index;
    private readonly ushort[] _scores;
    private readonly int[] _touched;
    private readonly int[] _ids = new int[ClaimTerms.Most];
    private readonly int[] _sorted = new int[ClaimTerms.Most];
    private readonly Candidate[] _best = new Candidate[MostCandidates];

    public ClaimSearch(ClaimIndex index)
    {
        _index = index;
        _scores = new ushort[index.Count];
        _touched = new int[index.Count];
    }

    /// <summary>Number of each of the question's terms in the index, -1 where no document has it; parallel to the terms.</summary>
    public ReadOnlySpan<int> Ids(ClaimTerms terms)
    {
        var known = _index.Postings.Ids;
        var keys = terms.Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            _ids[i] = known.TryGetValue(keys[i], out var id) ? id : -1;
        }

        return _ids.AsSpan(0, keys.Length);
    }

    /// <summary>The documents with the highest BM25, best first; equal ones in the order of the index.</summary>
    /// <param name="ids">As <see cref="Ids"/> gives them.</param>
    /// <param name="small">The question's stop words, which part documents that are nearly equal; none for a post.</param>
    /// <param name="most">Candidates wanted, at most <see cref="MostCandidates"/>.</param>
    public ReadOnlySpan<Candidate> Best(ReadOnlySpan<int> ids, UInt128 small, int most = MostCandidates, int rarest = RarestTerms)
    {
        small = ids.Length > ShortQuestion ? UInt128.Zero : small;
        var touched = ids.Length == 0 && small != 0 ? AddBySmall(small) : Add(Rarest(ids, rarest));
        var kept = Keep(touched, small, most);
        _best.AsSpan(0, kept).Sort((a, b) => a.Whole != b.Whole ? b.Whole.CompareTo(a.Whole) : a.Document.CompareTo(b.Document));
        return _best.AsSpan(0, kept);
    }

    private ReadOnlySpan<int> Rarest(ReadOnlySpan<int> ids, int most)
    {
        var postings = _index.Postings;
        var sorted = _sorted.AsSpan(0, ids.Length);
        ids.CopyTo(sorted);
        sorted.Sort();
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] >= 0 && (count == 0 || sorted[count - 1] != sorted[i]))
            {
                sorted[count++] = sorted[i];
            }
        }

        sorted = sorted[..count];
        if (count > most)
        {
            sorted.Sort((a, b) => postings.Frequency(a).CompareTo(postings.Frequency(b)));
            sorted = sorted[..most];
        }

        return sorted;
    }

    private int Add(ReadOnlySpan<int> terms)
    {
        var postings = _index.Postings;
        var touched = 0;
        foreach (var term in terms)
        {
            var begin = postings.Starts[term];
            var length = postings.Starts[term + 1] - begin;
            var documents = postings.Documents.AsSpan(begin, length);
            var impacts = postings.Impacts.AsSpan(begin, length);
            for (var i = 0; i < documents.Length; i++)
            {
                ref var score = ref _scores[documents[i]];
                if (score == 0)
                {
                    _touched[touched++] = documents[i];
                }

                score = unchecked((ushort)(score + impacts[i]));
            }
        }

        return touched;
    }

    /// <summary>For a question of stop words only, which is rare, every document is looked at: a tenth of a millisecond for 200,000.</summary>
    private int AddBySmall(UInt128 small)
    {
        var touched = 0;
        var documents = _index.Small.Documents;
        for (var d = 0; d < documents.Length; d++)
        {
            if ((documents[d] & small) != 0)
            {
                _touched[touched++] = d;
            }
        }

        return touched;
    }

    private int Keep(int touched, UInt128 small, int most)
    {
        var mostSmall = _index.Small.Sum(small);
        var kept = 0;
        var weakest = 0;
        for (var i = 0; i < touched; i++)
        {
            var document = _touched[i];
            int score = _scores[document];
            _scores[document] = 0;
            if (kept == most && score + mostSmall <= _best[weakest].Whole)
            {
                continue;
            }

            var candidate = new Candidate(document, score, mostSmall == 0 ? 0 : _index.Small.Score(document, small));
            if (kept < most)
            {
                _best[kept++] = candidate;
                weakest = kept == most ? WeakestOf(most) : 0;
            }
            else if (candidate.Whole > _best[weakest].Whole)
            {
                _best[weakest] = candidate;
                weakest = WeakestOf(most);
            }
        }

        return kept;
    }

    private int WeakestOf(int count)
    {
        var weakest = 0;
        for (var i = 1; i < count; i++)
        {
            weakest = _best[i].Whole < _best[weakest].Whole ? i : weakest;
        }

        return weakest;
    }
}

/// <param name="Document">Place in the index.</param>
/// <param name="Score">Sum of impacts.</param>
/// <param name="Small">What the stop words add in the order of candidates.</param>
internal readonly record struct Candidate(int Document, int Score, int Small = 0)
{
    public int Whole => Score + Small;
}
