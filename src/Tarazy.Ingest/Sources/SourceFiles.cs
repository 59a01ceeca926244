namespace Tarazy.Ingest.Sources;

/// <summary>Which files a path stands for, and how they are opened. What cannot be read is refused, never thrown.</summary>
internal static class SourceFiles
{
    /// <param name="from">A file, or a folder that is walked with what is below it.</param>
    /// <returns>Exports and saved pages in the order of their names.</returns>
    public static (IReadOnlyList<string> Files, IngestItem? Refused) Of(string from, int most)
    {
        if (File.Exists(from))
        {
            return ([from], null);
        }

        if (!Directory.Exists(from))
        {
            return ([], Refused("not-found", $"{from} is neither a file nor a folder nor the address of a channel. Nothing was read.", from));
        }

        var walk = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16 };
        var files = Directory.EnumerateFiles(from, "*", walk)
            .Where(f => IsPage(f) || f.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Take(most + 1)
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count switch
        {
            0 => ([], Refused("not-found", $"{from} has no .json and no .html file. Nothing was read.", from)),
            var count when count > most => (files[..most], Refused("file-limit", $"{from} has more files than the limit; {most} of them were read.", from)),
            _ => (files, null),
        };
    }

    public static bool IsPage(string file) =>
        file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when this machine does not let it be read.</returns>
    public static FileStream? TryOpen(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static IngestItem.Refused Refused(string code, string says, string source) => new(new IngestRefusal(code, says) { Source = source });
}
