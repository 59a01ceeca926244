namespace Tarazy.Policy.Loading;

/// <summary>Files of records: one, or all of a folder in the order of their names.</summary>
internal static class RecordFiles
{
    /// <param name="except">Files of the folder that hold something else.</param>
    public static IReadOnlyList<(string Path, string Name)> Of(string path, IReadOnlyList<string> except, List<PackFault> faults)
    {
        if (File.Exists(path))
        {
            return [(path, Path.GetFileName(path))];
        }

        if (!Directory.Exists(path))
        {
            faults.Add(new(Path.GetFileName(path), 0, 0, "", "There is no such file or folder, so no record is known.", "Point the desk at its policies folder."));
            return [];
        }

        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return
        [
            .. Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => (file, Name: Path.GetFileName(file)))
                .Where(file => !except.Contains(file.Name))
                .Select(file => (file.file, $"{folder}/{file.Name}")),
        ];
    }

    /// <summary>The head that such a file has: its version, its day, and what its words mean. The words themselves are the code's.</summary>
    public static void Head(Fields fields)
    {
        fields.Number("schema_version", 1, 1);
        fields.Day("as_of");
        _ = fields.Has("evaluation") | fields.Has("vocabulary");
    }
}
