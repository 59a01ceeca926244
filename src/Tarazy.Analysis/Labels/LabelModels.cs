namespace Tarazy.Analysis.Labels;

/// <summary>The label models of a folder: <c>models/NAME/NAME.model</c>. Files of other kinds stand there too and are passed over.</summary>
public static class LabelModels
{
    /// <exception cref="InvalidDataException">A label model cannot be read.</exception>
    public static IReadOnlyList<LabelModel> Load(string folder)
    {
        var models = new List<LabelModel>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var file = Path.Combine(path, $"{Path.GetFileName(path)}.model");
            if (!File.Exists(file))
            {
                continue;
            }

            using var stream = File.OpenRead(file);
            if (Files.LabelFile.Begins(stream))
            {
                models.Add(LabelModel.Load(stream));
            }
        }

        return models;
    }
}
