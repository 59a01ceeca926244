using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>Compares one text with its candidates. One instance a thread; nothing is allocated a text.</summary>
internal sealed class MatchReader
{
    public const int Features = (int)MatchFeature.FieldCovered + 1;

    private readonly ClaimIndex _index;
    private readonly byte[] _times; // how often the text has a term
    private readonly LetterCompare _letters;
    private readonly HashSet<long> _pairs = [];
    private float _textIdf;
    private float _textNorm;
    private int _textTerms;
    private int _textNumbers;

    public MatchReader(ClaimIndex index)
    {
        _index = index;
        _times = new byte[index.Postings.Idf.Length];
        _letters = new LetterCompare(index.Grams);
    }

    /// <summary>The documents whose letters are most alike; see <see cref="LetterCompare.Best"/>.</summary>
    public int BestLetters(FoldedText text, Span<Candidate> best)
    {
        _letters.Begin(text);
        var count = _letters.Best(best);
        _letters.End();
        return count;
    }

    /// <summary>Fills one row of features a candidate.</summary>
    /// <param name="rows"><see cref="Features"/> figures a candidate, in the candidates' order.</param>
    public void Read(FoldedText text, ClaimTerms terms, ReadOnlySpan<int> ids, ReadOnlySpan<Candidate> candidates, Span<float> rows)
    {
        Begin(text, terms, ids);
        for (var i = 0; i < candidates.Length; i++)
        {
            One(candidates[i], i, rows.Slice(i * Features, Features));
        }

        Compare(candidates, rows);
        End(ids);
    }

    private void Begin(FoldedText text, ClaimTerms terms, ReadOnlySpan<int> ids)
    {
        _pairs.Clear();
        _textIdf = _textNorm = 0;
        _textNumbers = 0;
        _textTerms = ids.Length;
        for (var i = 0; i < ids.Length; i++)
        {
            _textNumbers += (terms.Marks[i] & TermMarks.Number) != TermMarks.None ? 1 : 0;
            if (ids[i] < 0)
            {
                _textIdf += _index.Postings.UnknownIdf;
                continue;
            }

            if (_times[ids[i]] == 0)
            {
                _textIdf += _index.Postings.Idf[ids[i]];
                _textNorm += Square(_index.Postings.Idf[ids[i]]);
            }

            _times[ids[i]] = (byte)Math.Min(_times[ids[i]] + 1, byte.MaxValue);
            if (i > 0 && ids[i - 1] >= 0)
            {
                _pairs.Add(Pair(ids[i - 1], ids[i]));
            }
        }

        _letters.Begin(text);
    }

    private void End(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
        {
            if (id >= 0)
            {
                _times[id] = 0;
            }
        }

        _letters.End();
    }

    private void One(Candidate candidate, int rank, Span<float> row)
    {
        var (document, score, _) = candidate;
        var overlap = OverlapWith(document);
        row[(int)MatchFeature.Score] = score / _index.Postings.Scale / 20;
        row[(int)MatchFeature.ScoreOfAll] = (overlap.Claim + overlap.Title) / 20;
        row[(int)MatchFeature.ClaimScore] = overlap.Claim / 20;
        row[(int)MatchFeature.TitleScore] = overlap.Title / 20;
        row[(int)MatchFeature.Letters] = _letters.Cosine(document);
        row[(int)MatchFeature.ClaimCovered] = overlap.Idf / Math.Max(1f, _index.Documents.IdfSums[document]);
        row[(int)MatchFeature.TextCovered] = overlap.Idf / Math.Max(1f, _textIdf);
        row[(int)MatchFeature.Pairs] = MathF.Log(1 + overlap.Pairs);
        row[(int)MatchFeature.Names] = overlap.Names / 20;
        row[(int)MatchFeature.Numbers] = MathF.Log(1 + overlap.Numbers);
        row[(int)MatchFeature.NumbersDiffer] = overlap.OtherNumbers > 0 && overlap.Numbers == 0 && _textNumbers > 0 ? 1 : 0;
        row[(int)MatchFeature.Rank] = 1f / (rank + 1);
        row[(int)MatchFeature.Rarest] = overlap.Rarest / _index.Postings.UnknownIdf;
        row[(int)MatchFeature.Shared] = MathF.Log(1 + overlap.Shared);
        row[(int)MatchFeature.TextLength] = MathF.Log(1 + _textTerms) / 3;
        row[(int)MatchFeature.DocumentLength] = MathF.Log(1 + (_index.Documents.Starts[document + 1] - _index.Documents.Starts[document])) / 3;
        row[(int)MatchFeature.Cosine] = overlap.Squares / MathF.Sqrt(Math.Max(1f, _textNorm * overlap.Norm));
        row[(int)MatchFeature.FieldCovered] = overlap.Covered;
    }

    /// <summary>What only the whole list tells: how a candidate stands to the best of the others.</summary>
    private static void Compare(ReadOnlySpan<Candidate> candidates, Span<float> rows)
    {
        float bestScore = 1e-6f, bestLetters = 1e-6f, second = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            var score = rows[(i * Features) + (int)MatchFeature.ScoreOfAll];
            (bestScore, second) = score > bestScore ? (score, bestScore) : (bestScore, Math.Max(second, score));
            bestLetters = Math.Max(bestLetters, rows[(i * Features) + (int)MatchFeature.Letters]);
        }

        for (var i = 0; i < candidates.Length; i++)
        {
            var row = rows.Slice(i * Features, Features);
            var score = row[(int)MatchFeature.ScoreOfAll];
            row[(int)MatchFeature.ScoreToBest] = score / bestScore;
            row[(int)MatchFeature.LettersToBest] = row[(int)MatchFeature.Letters] / bestLetters;
            row[(int)MatchFeature.Lead] = (score - (score >= bestScore ? second : bestScore)) / bestScore;
        }
    }

    private Overlap OverlapWith(int document)
    {
        var documents = _index.Documents;
        var (begin, title, end) = (documents.Starts[document], documents.Titles[document], documents.Starts[document + 1]);
        var found = default(Overlap);
        for (var i = begin; i < end; i++)
        {
            var term = documents.Terms[i];
            var number = (documents.Marks[i] & TermMarks.Number) != TermMarks.None;
            var shared = _times[term] > 0;
            var idf = _index.Postings.Idf[term];
            if (shared && i > begin && _pairs.Contains(Pair(documents.Terms[i - 1], term)))
            {
                found.Pairs++;
            }

            var fieldBegin = i >= title ? title : begin;
            if (!documents.Terms.AsSpan(fieldBegin..i).Contains(term))
            {
                found.Field(i >= title, idf, shared);
            }

            if (documents.Terms.AsSpan(begin..i).Contains(term))
            {
                continue;
            }

            found.Norm += idf * idf;
            found.OtherNumbers += number && !shared ? 1 : 0;
            if (shared)
            {
                found.Share(idf, documents.Marks[i]);
            }
        }

        return found;
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    private static float Square(float x) => x * x;
}
