namespace Tarazy.Policy.Loading;

/// <summary>Files of records: one, or all of a folder in the order of their names.</summary>
internal static class RecordFiles
{
    /// <summary>Reads every record that has no fault of its own. One whose id is another's is a fault too.</summary>
    /// <param name="list">Name of the list in each file.</param>
    /// <param name="except">Files of the folder that hold something else.</param>
    /// <returns>The first record of each id.</returns>
    public static IReadOnlyList<T> Read<T>(
        string path, string list, IReadOnlyList<string> except, PackLimits limits, List<PackFault> faults, Func<Fields, T> read, Func<T, string> id)
    {
        var records = new List<(Fields At, T Value)>();
        foreach (var (file, name) in Of(path, except, faults))
        {
            ReadInto(records, file, new PackFile(name, faults), list, limits, read);
        }

        return Unique(records, id);
    }

    /// <summary>Adds the records of one file that have no fault of their own.</summary>
    public static void ReadInto<T>(List<(Fields At, T Value)> records, string file, PackFile source, string list, PackLimits limits, Func<Fields, T> read)
    {
        if (source.Read(file, limits) is not { } top)
        {
            return;
        }

        var fields = new Fields(top, source, "", '_');
        Head(fields);
        foreach (var item in fields.Items(list))
        {
            var before = source.Faults.Count;
            var record = read(item);
            if (source.Faults.Count == before)
            {
                records.Add((item, record));
            }
        }

        fields.Done();
    }

    /// <returns>The first record of each id; another one is a fault.</returns>
    public static IReadOnlyList<T> Unique<T>(List<(Fields At, T Value)> records, Func<T, string> id)
    {
        ReadShared.Unique(records, id, "id");
        return [.. records.Select(record => record.Value).DistinctBy(id)];
    }

    private static IReadOnlyList<(string Path, string Name)> Of(string path, IReadOnlyList<string> except, List<PackFault> faults)
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
    private static void Head(Fields fields)
    {
        fields.Number("schema_version", 1, 1);
        fields.Day("as_of");
        _ = fields.Has("evaluation") | fields.Has("vocabulary");
    }
}
