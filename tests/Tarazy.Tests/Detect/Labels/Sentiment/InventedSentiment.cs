using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tarazy.Server.Commands.Train.Labels;

namespace Tarazy.Tests.Detect.Labels.Sentiment;

/// <summary>Invented remarks in Russian about a canteen, and the command that learns from them.</summary>
internal static class InventedSentiment
{
    private static readonly string[] Things = ["суп в столовой", "автобус до города", "новый магазин у дороги", "ремонт нашей школы", "погода в этом месяце"];
    private static readonly string[] Good = ["просто прекрасный, я очень рад", "замечательный, спасибо большое всем", "отличный, очень понравился нам"];
    private static readonly string[] Bad = ["просто ужасный, я очень зол", "отвратительный, полное разочарование", "мерзкий, очень не понравился нам"];
    private static readonly string[] Plain = ["будет работать с девяти до пяти", "обсуждали вчера на собрании", "указан в расписании на неделю"];

    public static string Positive(int i) => Text(Good, i);

    public static string Negative(int i) => Text(Bad, i);

    public static string Neutral(int i) => Text(Plain, i);

    /// <summary>Writes 1,200 rows as the sets have them.</summary>
    public static DirectoryInfo Rows(string folder)
    {
        var rows = Enumerable.Range(0, 400).SelectMany(i => new[] { (Negative(i), "negative"), (Positive(i), "positive"), (Neutral(i), "neutral") });
        var set = Directory.CreateDirectory(Path.Combine(folder, "invented-remarks"));
        File.WriteAllLines(Path.Combine(set.FullName, "dev.jsonl"), rows.Select((row, i) => JsonSerializer.Serialize(new { id = i, text = row.Item1, label = row.Item2 })));
        File.WriteAllText(Path.Combine(set.FullName, "README.md"), "- Source: made for a test\n- Licence: Apache-2.0\n");
        return set;
    }

    public static (int Exit, string Said) Train(string rows, string desk, params string[] more)
    {
        var said = new StringWriter(CultureInfo.InvariantCulture);
        var exit = new RootCommand { TrainSentiment.Create() }.Parse(["sentiment", "--from", rows, "--data", desk, .. more])
            .Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (exit, said.ToString());
    }

    private static string Text(string[] ends, int i) =>
        string.Create(CultureInfo.InvariantCulture, $"Говорят, что {Things[i % Things.Length]} {ends[i / Things.Length % ends.Length]}, запись номер {i}.");
}
