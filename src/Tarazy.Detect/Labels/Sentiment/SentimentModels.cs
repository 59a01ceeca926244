using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Labels;
using Tarazy.Records.Canonical;

namespace Tarazy.Detect.Labels.Sentiment;

/// <summary>A model of sentiment with its card.</summary>
internal sealed record SentimentModel(LabelModel Model, SentimentCard Card);

/// <summary>
/// The desk's folder <c>sentiment</c> of models: <c>ru.model</c> with <c>ru.json</c>, one pair a language. None is shipped, because the
/// texts that exist are not free for every use. A model without a card that fits it and its name is left out: nobody could say how often it is wrong.
/// </summary>
internal sealed partial class SentimentModels
{
    public const string Folder = "sentiment";

    private const int LargestCard = 1 << 20;

    private readonly Lazy<IReadOnlyList<SentimentModel>> _models;

    public SentimentModels(LabelOptions options, ILogger<SentimentModels> log) => _models = new(() => Load(options.Folder, log));

    /// <summary>In the order of their languages; read at the first question.</summary>
    public IReadOnlyList<SentimentModel> All => _models.Value;

    /// <summary>Writes both files; a model that was there before is replaced.</summary>
    /// <param name="root">The desk's folder of models.</param>
    public static void Write(string root, LabelModel model, SentimentCard card)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Folder)).FullName;

        // The card names its model by hash, so that a stop between the two files leaves a pair that is not asked.
        using (var file = File.Create(Path.Combine(folder, $"{card.Language}.model")))
        {
            model.Save(file);
        }

        File.WriteAllText(Path.Combine(folder, $"{card.Language}.json"), JsonSerializer.Serialize(card, DeskJson.Options));
    }

    private static IReadOnlyList<SentimentModel> Load(string? root, ILogger log)
    {
        var folder = root is null ? null : Path.Combine(root, Folder);
        return folder is null || !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder, "*.model").Order(StringComparer.Ordinal)
                .Select(file => Read(file, log)).OfType<SentimentModel>(),
        ];
    }

    private static SentimentModel? Read(string path, ILogger log)
    {
        try
        {
            using var file = File.OpenRead(path);
            var model = LabelModel.Load(file);
            if (ReadCard(Path.ChangeExtension(path, ".json")) is { } card && Fit(model, card) && card.Language == Path.GetFileNameWithoutExtension(path))
            {
                return new SentimentModel(model, card);
            }

            LogUnfit(log, Path.GetFileName(path));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or JsonException or UnauthorizedAccessException)
        {
            LogUnreadable(log, Path.GetFileName(path), fault);
        }

        return null;
    }

    private static SentimentCard? ReadCard(string path) =>
        new FileInfo(path) is { Exists: true, Length: <= LargestCard } ? JsonSerializer.Deserialize<SentimentCard>(File.ReadAllText(path), DeskJson.Options) : null;

    private static bool Fit(LabelModel model, SentimentCard card) =>
        card is { Language: not null, Data: not null, Negative: not null, Positive: not null } && card.IsSound && card.Version == model.Version && model.Exclusive
        && model.Labels.Any(label => label.Name == SentimentCard.NegativeLabel) && model.Labels.Any(label => label.Name == SentimentCard.PositiveLabel);

    [LoggerMessage(Level = LogLevel.Error, Message = "The model of sentiment {File} has no card that fits it; it is not asked.")]
    private static partial void LogUnfit(ILogger log, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "The model of sentiment {File} cannot be read; it is not asked.")]
    private static partial void LogUnreadable(ILogger log, string file, Exception fault);
}
