using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;

namespace Tarazy.Benchmarks.Peers;

/// <summary>
/// Learns what labelled posts are and says it of others, on the same parts as the peers: scam (campaigns kept together) and the moods of
/// Russian tweets. The fast set of features is what the goals of speed are for, the other what the goals of accuracy are for.
/// </summary>
internal static class ClassifierRun
{
    private static readonly (string Name, string File, string Group, Func<uint, bool> IsTest)[] Sets =
    [
        ("scam", "scam-telegram-ru/dev.jsonl", "campaign", hash => hash % 3 == 0),
        ("mood", "sentiment-ru-rusentitweet/train.jsonl.gz", "id", hash => hash % 5 == 0),
    ];

    // The cost is what did best when the learnt part of the moods was cut in four. Accuracy is aimed at, because the peers aim at it.
    private static readonly (string Name, FeatureSet Features, float Cost)[] Models =
        [("tarazy", FeatureSet.Fast, 0.05f), ("tarazy, best features", FeatureSet.Quality, 0.3f)];

    public static void Run(string folder)
    {
        if (PeerRuns.Data is not { } data)
        {
            Console.Error.WriteLine("skip: the classifiers learn from the shared data (TARAZY_DATA), which is absent");
            return;
        }

        var sets = Sets.Select(set => (set.Name, Rows: Read(data, set.File, set.Group, set.IsTest))).ToArray();
        foreach (var (name, (train, test)) in sets)
        {
            PeerRuns.WriteLines(folder, $"classifier-{name}-train.tsv", train.Select(Line));
            PeerRuns.WriteLines(folder, $"classifier-{name}-test.tsv", test.Select(Line));
        }

        var posts = PeerRuns.WritePosts(folder)[..5_000];
        foreach (var (name, features, cost) in Models)
        {
            var accuracies = new List<string>();
            var (fold, look) = (0.0, 0.0);
            foreach (var (set, (train, test)) in sets)
            {
                var options = new LabelTrainerOptions { Name = set, Exclusive = true, Aim = LabelAim.Accuracy, Cost = cost, Features = features };
                var model = LabelTrainer.Train(train, options).Model;
                accuracies.Add(string.Create(CultureInfo.InvariantCulture, $"{set}={Accuracy(model, test):F4}"));
                (fold, look) = Cost(model, posts);
            }

            PeerLine.Write(name, posts.Length, look, $"{string.Join(' ', accuracies)}; the moods of posts that are folded once for all readers");
            PeerLine.Write($"{name}, with the fold", posts.Length, fold + look, $"{string.Join(' ', accuracies)}");
        }
    }

    private static (double Fold, double Look) Cost(LabelModel model, string[] posts)
    {
        var scratch = new LabelScratch();
        var scores = new float[LabelTrainer.MostLabels];
        return Costs.OfLook(posts, text => model.Score(text, scratch, scores));
    }

    private static double Accuracy(LabelModel model, List<LabelRow> rows)
    {
        var (text, scratch, scores) = (new FoldedText(), new LabelScratch(), new float[LabelTrainer.MostLabels]);
        return rows.Average(row =>
        {
            text.Fold(row.Text);
            model.Score(text, scratch, scores);
            return model.Labels[model.Best(scores)].Name == row.Labels[0] ? 1.0 : 0;
        });
    }

    private static string Line(LabelRow row) => $"{row.Labels[0]}\t{row.Text}";

    private static (List<LabelRow> Train, List<LabelRow> Test) Read(string data, string file, string group, Func<uint, bool> isTest)
    {
        var (train, test) = (new List<LabelRow>(), new List<LabelRow>());
        using Stream bytes = File.OpenRead(Path.Combine(data, file));
        using var lines = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var key = row.RootElement.GetProperty(group).GetString()!;
            var label = row.RootElement.GetProperty("label").GetString()!;
            var text = PeerRuns.OneLine(row.RootElement.GetProperty("text").GetString()!);
            (isTest((uint)(TokenHash.Of(key) >> 32)) ? test : train).Add(new LabelRow(text, [label], Group: key));
        }

        return (train, test);
    }
}
