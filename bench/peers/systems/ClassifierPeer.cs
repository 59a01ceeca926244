using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tarazy.Peers.Systems;

/// <summary>ML.NET as its guides show it: FeaturizeText, maximum entropy by SDCA, a prediction engine.</summary>
internal static class ClassifierPeer
{
    private const int Posts = 2_000;

    public static void Run(string folder)
    {
        var posts = Array.ConvertAll(Measured.Lines(folder, "posts.txt")[..Posts], text => new Row { Text = text });
        var scores = new List<string>();
        var cost = 0.0;
        foreach (var name in (string[])["scam", "mood"])
        {
            var context = new MLContext(seed: 1);
            var model = context.Transforms.Conversion.MapValueToKey("Key", nameof(Row.Label))
                .Append(context.Transforms.Text.FeaturizeText("Features", nameof(Row.Text)))
                .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy("Key", "Features"))
                .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
                .Fit(context.Data.LoadFromEnumerable(Read(folder, $"classifier-{name}-train.tsv")));
            using var engine = context.Model.CreatePredictionEngine<Row, Answer>(model);
            var test = Read(folder, $"classifier-{name}-test.tsv");
            scores.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={test.Average(row => engine.Predict(row).Label == row.Label ? 1.0 : 0):F4}"));
            cost = Measured.Cost(posts.Length, () => Array.ForEach(posts, post => engine.Predict(post)));
        }

        Measured.Line("ML.NET", posts.Length, cost, $"{string.Join(' ', scores)}; FeaturizeText and SDCA, a prediction engine");
    }

    private static Row[] Read(string folder, string name) =>
        Array.ConvertAll(Measured.Rows(folder, name), row => new Row { Label = row[0], Text = row[1] });

    private sealed class Row
    {
        public string Label { get; set; } = "";

        public string Text { get; set; } = "";
    }

    private sealed class Answer
    {
        [ColumnName("PredictedLabel")]
        public string Label { get; set; } = "";
    }
}
