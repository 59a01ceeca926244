using System.Text.Json;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// Says whether two posts tell the same story in other words: a logistic regression on <see cref="PairFeatures"/>. The score is
/// no probability; it is set so that 0.5 is the border of the best F1.
/// </summary>
public sealed class RetellingModel
{
    /// <summary>Path of the weights below the engine's folder.</summary>
    public const string File = "models/same-story/same-story.json";

    /// <summary>Path of the table of word rarity below the engine's folder.</summary>
    public const string RarityFile = "models/same-story/rarity.bin";

    private const long MostBytes = 1 << 20;

    private readonly double[] _weights;
    private readonly double _bias;

    internal RetellingModel(WordRarity rarity, double[] weights, double bias)
    {
        Rarity = rarity;
        _weights = weights;
        _bias = bias;
    }

    public WordRarity Rarity { get; }

    internal ReadOnlySpan<double> Weights => _weights;

    internal double Bias => _bias;

    /// <param name="folder">As <see cref="Engine.EngineData.Find"/> gives it.</param>
    /// <exception cref="InvalidDataException">A file is missing, too large or has another shape.</exception>
    public static RetellingModel Load(string folder)
    {
        var stored = JsonSerializer.Deserialize<Stored>(Read(Path.Combine(folder, File)), Options);
        return stored?.Weights is { } weights && PairFeatures.Names.All(weights.ContainsKey) && weights.Count == PairFeatures.Count
            ? new RetellingModel(new WordRarity(Read(Path.Combine(folder, RarityFile))), [.. PairFeatures.Names.Select(name => weights[name])], stored.Bias)
            : throw new InvalidDataException($"{File} does not have a weight for each of the {PairFeatures.Count} features; train it again.");
    }

    /// <param name="folder">The engine's folder, into which the model is written.</param>
    public void Save(string folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, File))!);
        var weights = PairFeatures.Names.Zip(_weights).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 6));
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(new Stored(weights, Math.Round(_bias, 6)), Options) + "\n");
        System.IO.File.WriteAllBytes(Path.Combine(folder, RarityFile), Rarity.Table.ToArray());
    }

    /// <summary>The facts of one post, in its title's and text's own words.</summary>
    public StoryFacts Facts(FoldedText text, int title = 0) => StoryFacts.Of(text, Rarity, title);

    /// <returns>0 to 1; from 0.5 two posts tell the same story.</returns>
    public double Score(StoryFacts a, StoryFacts b)
    {
        var features = PairFeatures.Of(a, b);
        var sum = _bias;
        for (var i = 0; i < PairFeatures.Count; i++)
        {
            sum += _weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static byte[] Read(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length <= MostBytes
            ? System.IO.File.ReadAllBytes(path)
            : throw new InvalidDataException($"{path} is missing or has more than {MostBytes} bytes; without it no retelling can be found.");
    }

    private sealed record Stored(Dictionary<string, double> Weights, double Bias);
}
