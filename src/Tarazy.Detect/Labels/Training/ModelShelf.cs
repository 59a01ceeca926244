using System.Globalization;
using System.Text.Json;
using Tarazy.Analysis.Labels;
using Tarazy.Records.Canonical;

namespace Tarazy.Detect.Labels.Training;

/// <summary>A version of a label as it lies on disk.</summary>
internal sealed record ShelvedModel(LabelModel Model, LabelCard Card);

/// <summary>The desk's folder of models: <c>desk/LABEL/vN</c> with the model, its card as JSON and its card in words. A version is written once and never changed.</summary>
internal sealed class ModelShelf(LabelOptions options)
{
    private const string ModelFile = "label.model";
    private const string CardFile = "card.json";
    private const int LargestCard = 1 << 20;

    public bool Exists => options.Folder is not null;

    /// <summary>The number of the next version: above everything that was ever written, recorded or not.</summary>
    public int Next(string label, int recorded)
    {
        var last = recorded;
        var folder = FolderOf(label);
        foreach (var version in Directory.Exists(folder) ? Directory.GetDirectories(folder, "v*") : [])
        {
            last = int.TryParse(Path.GetFileName(version)[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(last, number) : last;
        }

        return last + 1;
    }

    public void Write(LabelModel model, LabelCard card)
    {
        var folder = VersionFolder(card.Label, card.Number);
        var fresh = folder + ".new";
        Directory.CreateDirectory(fresh);
        using (var file = File.Create(Path.Combine(fresh, ModelFile)))
        {
            model.Save(file);
        }

        File.WriteAllText(Path.Combine(fresh, CardFile), JsonSerializer.Serialize(card, DeskJson.Options));
        File.WriteAllText(Path.Combine(fresh, "README.md"), CardText.Of(card));

        // Whole or not at all: a version that was cut short must not look like one.
        Directory.Move(fresh, folder);
    }

    /// <returns>Null when the version is gone, changed or not the one that was recorded: then the label says nothing.</returns>
    public ShelvedModel? Read(string label, int number, string version)
    {
        var folder = VersionFolder(label, number);
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, ModelFile));
            var model = LabelModel.Load(file);
            return model.Version == version && ReadCard(label, number) is { } card ? new ShelvedModel(model, card) : null;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public LabelCard? ReadCard(string label, int number)
    {
        var file = new FileInfo(Path.Combine(VersionFolder(label, number), CardFile));
        try
        {
            return file is { Exists: true, Length: <= LargestCard } ? JsonSerializer.Deserialize<LabelCard>(File.ReadAllText(file.FullName), DeskJson.Options) : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string FolderOf(string label) => Path.Combine(
        options.Folder ?? throw new InvalidOperationException("No folder for the desk's models was named."), "desk", label);

    private string VersionFolder(string label, int number) => Path.Combine(FolderOf(label), string.Create(CultureInfo.InvariantCulture, $"v{number}"));
}
