using System.Globalization;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Tarazy.Peers.Systems;

/// <summary>Lucene.Net over the claims, in memory, merged to one segment, ranked by BM25; a question is its words joined by OR.</summary>
internal static class ClaimsPeer
{
    private const int Wanted = 10;
    private const int Questions = 500;
    private const int Posts = 100;

    public static void Run(string folder)
    {
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48);
        using var directory = new RAMDirectory();
        var before = Environment.CpuUsage.TotalTime;
        Build(directory, analyzer, Measured.Lines(folder, "claims.txt"));
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        var questions = Array.ConvertAll(Measured.Rows(folder, "questions.tsv"), row => (Claim: row[0], Words: row[1]));
        var posts = Measured.Lines(folder, "posts.txt")[..Posts];
        var found = questions.Average(question => Ask(question.Words).ScoreDocs.Any(hit => searcher.Doc(hit.Doc).Get("id", CultureInfo.InvariantCulture) == question.Claim) ? 1.0 : 0);
        var few = Measured.Cost(Questions, () => Array.ForEach(questions[..Questions], question => Ask(question.Words)));
        var whole = Measured.Cost(Posts, () => Array.ForEach(posts, post => Ask(post)));
        Measured.Line("Lucene.Net", Questions, few, $"recall={found:F4} post_us={whole:F0} build_s={seconds:F1}; 4.8 beta, in memory");

        TopDocs Ask(string words) => searcher.Search(Query(analyzer, words), Wanted);
    }

    private static void Build(RAMDirectory directory, StandardAnalyzer analyzer, string[] claims)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 256 });
        for (var i = 0; i < claims.Length; i++)
        {
            writer.AddDocument([new StringField("id", i.ToString(CultureInfo.InvariantCulture), Field.Store.YES), new TextField("words", claims[i], Field.Store.NO)]);
        }

        writer.ForceMerge(1);
    }

    private static BooleanQuery Query(StandardAnalyzer analyzer, string words)
    {
        var query = new BooleanQuery();
        var terms = new HashSet<string>(StringComparer.Ordinal);
        using var stream = analyzer.GetTokenStream("words", words);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken() && terms.Count < BooleanQuery.MaxClauseCount)
        {
            if (terms.Add(term.ToString()!))
            {
                query.Add(new TermQuery(new Term("words", term.ToString())), Occur.SHOULD);
            }
        }

        stream.End();
        return query;
    }
}
