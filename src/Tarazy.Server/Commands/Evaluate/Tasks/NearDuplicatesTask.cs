using System.Globalization;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>Pairs of posts that say nearly the same: the near-copies that stories are made of.</summary>
internal sealed class NearDuplicatesTask : IEvaluateTask
{
    public const string Set = "coordination-telegram-news-ru";
    public const string Posts = "posts.jsonl.gz";

    /// <summary>The likeness from which the set calls a pair near-duplicates.</summary>
    private const double From = 0.8;

    public string Name => "near-duplicates";

    public string Description => "Find all pairs of posts {id, text} whose three-word runs are alike in 0.8 or more; writes a table with columns a and b.";

    public string? TrainingSet => null;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var (ids, words) = Read(DataRows.Read(request.Files), NearDuplicateWords.Of, cancel);
        request.To.Line("a\tb");
        foreach (var pair in NearPairs.Find(words, From))
        {
            request.To.Line($"{ids[pair.First]}\t{ids[pair.Second]}");
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var posts = Path.Combine(data, Set, Posts);
        var pairs = Path.Combine(data, Set, "neardup_pairs_j05.tsv.gz");
        if (!File.Exists(posts) || !File.Exists(pairs))
        {
            yield break;
        }

        var gold = DataRows.Lines(pairs).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => (A: cells[0], B: cells[1], Likeness: double.Parse(cells[2], CultureInfo.InvariantCulture))).ToList();
        foreach (var (measure, words) in new (string, Func<string, ulong[]>)[]
        {
            ("the set's words", NearDuplicateWords.Of), ("the engine's words", EngineWords(new FoldedText())),
        })
        {
            var (ids, hashes) = Read(DataRows.Read(posts), words, cancel);
            foreach (var from in new[] { From, 0.7 })
            {
                var found = NearPairs.Find(hashes, from).Select(pair => Ordered(ids[pair.First], ids[pair.Second])).ToHashSet();
                var wanted = gold.Where(pair => pair.Likeness >= from).Select(pair => Ordered(pair.A, pair.B)).ToHashSet();
                var both = (double)found.Count(wanted.Contains);
                var about = string.Create(CultureInfo.InvariantCulture, $"pairs at J ≥ {from}, {measure}");
                var demand = measure == "the set's words" ? 0.99 : (double?)null;
                yield return new ScoreLine(Name, $"recall, {about}", string.Empty, demand, both / wanted.Count);
                yield return new ScoreLine(Name, $"precision, {about}", string.Empty, demand, both / found.Count);
            }
        }
    }

    private static (string, string) Ordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static (List<string> Ids, List<ulong[]> Words) Read(IEnumerable<DataRow> rows, Func<string, ulong[]> words, CancellationToken cancel)
    {
        var (ids, hashes) = (new List<string>(), new List<ulong[]>());
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            ids.Add(row.Id);
            hashes.Add(words(row.Text("text")));
        }

        return (ids, hashes);
    }

    /// <summary>As posts are compared in the desk, but without links and handles, which the set leaves out.</summary>
    private static Func<string, ulong[]> EngineWords(FoldedText text) => post =>
    {
        text.Fold(post);
        var hashes = new List<ulong>();
        for (var i = 0; i < text.Hashes.Length; i++)
        {
            if (text.Kinds[i] is TokenKind.Word or TokenKind.Number)
            {
                hashes.Add(text.Hashes[i]);
            }
        }

        return [.. hashes];
    };
}
