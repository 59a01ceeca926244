using System.Text.Json;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Similarity.Retellings;

public class RetellingModelTests
{
    [Fact]
    public void Pairs_that_the_model_had_not_seen_are_told_apart_as_well_as_is_demanded()
    {
        var file = SharedData.Path("samestory-pairs/dev.jsonl", out var why);
        Assert.SkipWhen(file is null, why);
        var pairs = File.ReadLines(file!).Select(Pair).ToList();
        var scores = RetellingTrainer.CrossValidate(RetellingModel.Load(Repository.Root).Rarity, pairs);
        var yes = pairs.Zip(scores).Where(one => one.First.Same).Select(one => one.Second).ToList();
        var no = pairs.Zip(scores).Where(one => !one.First.Same).Select(one => one.Second).ToList();
        var auc = yes.Average(score => no.Average(other => score > other ? 1 : score < other ? 0 : 0.5));
        Assert.InRange(auc, 0.87, 0.99);
    }

    [Fact]
    public void One_set_gives_one_model_and_what_is_saved_is_what_is_loaded()
    {
        List<LabelledPair> pairs = [.. Enumerable.Range(0, 60).Select(Invented)];
        var rarity = WordRarity.Learn(pairs.Select(pair => pair.First.Text));
        var (once, again) = (RetellingTrainer.Train(rarity, pairs), RetellingTrainer.Train(rarity, pairs));
        Assert.Equal(once.Weights.ToArray(), again.Weights.ToArray());
        Assert.Equal(once.Bias, again.Bias);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            once.Save(folder.FullName);
            var loaded = RetellingModel.Load(folder.FullName);
            Assert.Equal(once.Weights.ToArray(), loaded.Weights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
            File.WriteAllText(Path.Combine(folder.FullName, RetellingModel.File), """{"weights":{"names":1},"bias":0}""");
            Assert.Throws<InvalidDataException>(() => RetellingModel.Load(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_desk_without_the_model_says_so() => Assert.Throws<InvalidDataException>(() => RetellingModel.Load(Path.GetTempPath()));

    private static LabelledPair Invented(int i)
    {
        var same = i % 2 == 0;
        var first = $"Сегодня Город{i} встретил гостя по имени Имя{i}, он привёз {i + 10} книг";
        return new LabelledPair(new TitledText("", first), new TitledText("", same ? $"В Город{i} приехал Имя{i} и подарил {i + 10} книг" : $"Вчера Озеро{i} замёрзло у села Село{i} на {i + 90} дней"), same);
    }

    private static LabelledPair Pair(string line)
    {
        using var row = JsonDocument.Parse(line);
        TitledText Side(string side) => new(
            row.RootElement.TryGetProperty($"{side}_title", out var title) ? title.GetString() ?? "" : "", row.RootElement.GetProperty($"{side}_text").GetString()!);
        return new LabelledPair(Side("a"), Side("b"), row.RootElement.GetProperty("same_story").GetBoolean());
    }
}
