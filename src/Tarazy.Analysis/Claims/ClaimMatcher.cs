using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Claims;

/// <summary>A fact-check that a text may repeat. A person says whether it does.</summary>
/// <param name="Document">Place in the index.</param>
/// <param name="Probability">0 to 1; see <see cref="MatchRanker.Suggested"/> and <see cref="MatchRanker.Strong"/>.</param>
/// <param name="Shared">The words of the text that the fact-check has too.</param>
public sealed record ClaimMatch(int Document, double Probability, IReadOnlyList<Evidence> Shared);

/// <summary>
/// Finds the fact-checks that a text may repeat: BM25, letters and a ranker over both. One instance a thread; a post that the
/// gate keeps out allocates nothing.
/// </summary>
public sealed class ClaimMatcher
{
    /// <summary>Candidates that a question gets from its letters, beside those from its words.</summary>
    private const int FromLetters = 20;

    /// <summary>The letters of more documents than this are not walked for one question: it would take tens of milliseconds.</summary>
    private const int MostWalked = 50_000;

    private const int All = ClaimSearch.MostCandidates + FromLetters;

    private static readonly List<ClaimMatch> Nothing = []; // never added to

    private readonly ClaimIndex _index;
    private readonly MatchRanker _ranker;
    private readonly FoldedText _text = new();
    private readonly ClaimTerms _terms = new();
    private readonly ClaimSearch _search;
    private readonly MatchReader _reader;
    private readonly GateWalk _gate;
    private readonly Candidate[] _candidates = new Candidate[All];
    private readonly float[] _rows = new float[All * MatchReader.Features];

    public ClaimMatcher(ClaimIndex index, MatchRanker ranker)
    {
        _index = index;
        _ranker = ranker;
        _search = new ClaimSearch(index);
        _reader = new MatchReader(index);
        _gate = new GateWalk(index);
    }

    /// <summary>
    /// What a post may repeat: only where it has enough of the rarest words of one fact-check, and with candidates from its own rarest
    /// words alone. Best first; empty for nearly all posts.
    /// </summary>
    public IReadOnlyList<ClaimMatch> Look(FoldedText post, int most, double least = MatchRanker.Suggested)
    {
        _terms.Read(post);
        var ids = _search.Ids(_terms);
        if (!_gate.Passes(ids))
        {
            return [];
        }

        var best = _search.Best(ids, UInt128.Zero, ClaimSearch.MostCandidates, ClaimSearch.RarestTerms);
        best.CopyTo(_candidates);
        return Answer(post, ids, best.Length, most, least);
    }

    /// <summary>What a question may be about: every word counts, and so do letters that are alike. Best first.</summary>
    public IReadOnlyList<ClaimMatch> Ask(string text, int most, double least = 0)
    {
        _text.Fold(text);
        _terms.Read(_text);
        var ids = _search.Ids(_terms);
        return Answer(_text, ids, Gather(ids), most, least);
    }

    /// <summary>The order of BM25 alone, without the ranker; the probability is a share of the best score.</summary>
    public IReadOnlyList<ClaimMatch> ByWords(string text, int most)
    {
        _text.Fold(text);
        _terms.Read(_text);
        var best = _search.Best(_search.Ids(_terms), _terms.Small, Math.Min(most, ClaimSearch.MostCandidates), ClaimTerms.Most).ToArray();
        return [.. best.Select(c => new ClaimMatch(c.Document, (double)c.Whole / best[0].Whole, []))];
    }

    /// <summary>Whether a post deserves the closer look that <see cref="Look"/> takes.</summary>
    public bool Gate(FoldedText post)
    {
        _terms.Read(post);
        return _gate.Passes(_search.Ids(_terms));
    }

    /// <summary>The candidates of a question in the order of BM25 with their rows of features: what a trainer reads.</summary>
    /// <param name="without">Documents that are taken out first, as if the index did not have them.</param>
    internal (Candidate[] Candidates, float[] Rows) Compare(string text, IReadOnlyCollection<int> without)
    {
        _text.Fold(text);
        _terms.Read(_text);
        var ids = _search.Ids(_terms);
        var gathered = _candidates.AsSpan(0, Gather(ids)).ToArray();
        var candidates = without.Count == 0 ? gathered : [.. gathered.Where(c => !without.Contains(c.Document))];
        var rows = new float[candidates.Length * MatchReader.Features];
        _reader.Read(_text, _terms, ids, candidates, rows);
        return (candidates, rows);
    }

    private int Gather(ReadOnlySpan<int> ids)
    {
        var words = _search.Best(ids, _terms.Small, ClaimSearch.MostCandidates, ClaimTerms.Most);
        words.CopyTo(_candidates);
        Span<Candidate> letters = stackalloc Candidate[FromLetters];
        var count = words.Length;
        if (_index.Count > MostWalked)
        {
            return count;
        }

        foreach (var candidate in letters[.._reader.BestLetters(_text, letters)])
        {
            if (!Has(_candidates.AsSpan(0, words.Length), candidate.Document))
            {
                _candidates[count++] = candidate;
            }
        }

        return count;
    }

    private static bool Has(ReadOnlySpan<Candidate> candidates, int document)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Document == document)
            {
                return true;
            }
        }

        return false;
    }

    private List<ClaimMatch> Answer(FoldedText text, ReadOnlySpan<int> ids, int count, int most, double least)
    {
        var candidates = _candidates.AsSpan(0, count);
        _reader.Read(text, _terms, ids, candidates, _rows);
        Span<double> probabilities = stackalloc double[count];
        for (var i = 0; i < count; i++)
        {
            probabilities[i] = _ranker.Probability(_rows.AsSpan(i * MatchReader.Features, MatchReader.Features));
        }

        List<ClaimMatch>? answer = null;
        for (var found = 0; found < Math.Min(most, count); found++)
        {
            var best = Largest(probabilities);
            if (probabilities[best] < least)
            {
                break;
            }

            (answer ??= []).Add(new ClaimMatch(candidates[best].Document, probabilities[best], Shared(text, ids, candidates[best].Document)));
            probabilities[best] = -1;
        }

        return answer ?? Nothing;
    }

    /// <summary>Of equal ones the first, which had the higher BM25.</summary>
    private static int Largest(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private List<Evidence> Shared(FoldedText text, ReadOnlySpan<int> ids, int document)
    {
        var documents = _index.Documents;
        var own = documents.Terms.AsSpan(documents.Starts[document]..documents.Starts[document + 1]);
        var shared = new List<Evidence>();
        var seen = new HashSet<int>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] >= 0 && own.Contains(ids[i]) && seen.Add(ids[i]))
            {
                var (start, length) = _terms.Span(i);
                var (from, units) = text.ToOriginal(start, length);
                shared.Add(new Evidence("shared-word", from, units));
            }
        }

        return shared;
    }
}
