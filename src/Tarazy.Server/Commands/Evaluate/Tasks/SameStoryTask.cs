using System.Text.Json;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Analysis.Text;
using Tarazy.Server.Commands.Evaluate.Scores;
using Tarazy.Server.Commands.Evaluate.Tasks.Labels;
using Tarazy.Server.Commands.Train.SameStory;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>Whether two texts tell the same story in other words.</summary>
internal sealed class SameStoryTask : IEvaluateTask
{
    public const string Set = "samestory-pairs";
    public const string Pairs = "dev.jsonl";
    private const double DemandedAuc = 0.87;
    private const double DemandedF1 = 0.80;

    public string Name => "same-story";

    public string Description => "Score pairs {id, a_title, a_text, b_title, b_text}; writes {id, score}, the same story from 0.5.";

    public string? TrainingSet => Set;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var model = request.Train is { } folder ? Train(folder.FullName, request.Models) : RetellingModel.Load(request.Models);
        var text = new FoldedText();
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            var score = model.Score(Side(row, "a").Facts(text, model.Rarity), Side(row, "b").Facts(text, model.Rarity));
            request.To.Write(new { id = row.Id, score = Math.Round(score, 6) });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var file = Path.Combine(data, Set, Pairs);
        if (!File.Exists(file))
        {
            yield break;
        }

        var pairs = Labelled([file]);
        var posts = Path.Combine(data, NearDuplicatesTask.Set, NearDuplicatesTask.Posts);
        var rarity = File.Exists(posts) ? TrainSameStory.Rarity(posts) : RetellingModel.Load(Models).Rarity;
        var scored = RetellingTrainer.CrossValidate(rarity, pairs).Zip(pairs, (score, pair) => (score, pair.Same)).ToList();
        yield return new ScoreLine(Name, "AUC, 10 folds by text", string.Empty, DemandedAuc, RankedScores.Auc(scored));
        yield return new ScoreLine(Name, "F1 at 0.5, border chosen in the other folds", string.Empty, DemandedF1, RankedScores.F1(scored, 0.5));
    }

    /// <summary>Trains on the pairs of a folder; how rare words are stays as shipped.</summary>
    internal static RetellingModel Train(string folder, string models) =>
        RetellingTrainer.Train(RetellingModel.Load(models).Rarity, Labelled(LabelRows.Files(folder)));

    internal static List<LabelledPair> Labelled(IEnumerable<string> files)
    {
        var pairs = files.SelectMany(DataRows.Read)
            .Where(row => row.Fields.TryGetProperty("same_story", out var same) && same.ValueKind is JsonValueKind.True or JsonValueKind.False)
            .Select(row => new LabelledPair(Side(row, "a"), Side(row, "b"), row.Flag("same_story"))).ToList();
        return pairs.Any(pair => pair.Same) && pairs.Any(pair => !pair.Same)
            ? pairs
            : throw new EvaluateRefusedException("Pairs with \"same_story\" true and false are needed to learn from; nothing was trained.");
    }

    private static string Models => Analysis.Engine.EngineData.Find(AppContext.BaseDirectory);

    private static TitledText Side(DataRow row, string side) => new(row.Optional($"{side}_title") ?? string.Empty, row.Text($"{side}_text"));
}
