using Tarazy.Analysis.Claims;
using Tarazy.Analysis.Text;
using Tarazy.Benchmarks.Export;

namespace Tarazy.Benchmarks.Peers;

/// <summary>Finds a claim among 200,000 by seven of its words in any order, and asks with whole posts.</summary>
internal static class ClaimsRun
{
    private const int Claims = 200_000;
    private const int Questions = 2_000;
    private const int Wanted = 10;
    private const int WordsAsked = 7;

    public static void Run(string folder)
    {
        var (corpus, random) = (Corpus.Load(PeerRuns.Data), new Random(4));
        var claims = Enumerable.Range(0, Claims).Select(_ => PeerRuns.OneLine(corpus.Claim(random))).ToArray();
        var questions = Enumerable.Range(0, Questions).Select(_ => Question(claims, random)).ToArray();
        var posts = PeerRuns.WritePosts(folder)[..Questions];
        PeerRuns.WriteLines(folder, "claims.txt", claims);
        PeerRuns.WriteLines(folder, "questions.tsv", questions.Select(question => $"{question.Claim}\t{question.Words}"));

        var before = ThreadClock.Now;
        var asking = new Asking(ClaimIndex.Build([.. claims.Select(claim => new ClaimDocument(claim, Title: null))]));
        var seconds = (ThreadClock.Now - before) / 1e9;
        var found = questions.Count(question => asking.Ask(question.Words, ClaimTerms.Most).ToArray().Any(candidate => candidate.Document == question.Claim));
        var few = Costs.Of(Questions, () => Array.ForEach(questions, question => asking.Ask(question.Words, ClaimTerms.Most)));
        var whole = Costs.Of(Questions, () => Array.ForEach(posts, post => asking.Ask(post, ClaimSearch.RarestTerms)));
        PeerLine.Write("tarazy", Questions, few, $"recall={found / (double)Questions:F4} post_us={whole:F0} build_s={seconds:F1}; with the fold; of a post its 24 rarest terms");
    }

    private static (int Claim, string Words) Question(string[] claims, Random random)
    {
        var claim = random.Next(claims.Length);
        var words = claims[claim].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(words);
        return (claim, string.Join(' ', words.Take(WordsAsked)));
    }

    private sealed class Asking(ClaimIndex index)
    {
        private readonly FoldedText _text = new();
        private readonly ClaimTerms _terms = new();
        private readonly ClaimSearch _search = new(index);

        public ReadOnlySpan<Candidate> Ask(string text, int rarest)
        {
            _text.Fold(text);
            _terms.Read(_text);
            return _search.Best(_search.Ids(_terms), _terms.Small, Wanted, rarest);
        }
    }
}
