namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>Reads a file, or all files of a folder in the order of their names, by what their endings say.</summary>
public static class FactCheckFiles
{
    private const int MostFiles = 100_000;

    private static readonly string[] Json = [".json", ".jsonld"];
    private static readonly string[] Html = [".html", ".htm"];
    private static readonly string[] Table = [".csv", ".tsv", ".txt"];

    /// <summary>Every record, read or refused.</summary>
    public static IEnumerable<FactCheckItem> Read(string path, FactCheckOptions options)
    {
        if (!Directory.Exists(path))
        {
            return ReadFile(path, options);
        }

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => Json.Concat(Html).Concat(Table).Append(".jsonl").Contains(Ending(f))).Order(StringComparer.Ordinal).Take(MostFiles + 1).ToList();
        if (files.Count == 0)
        {
            return [new FactCheckItem.Refused(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), 0, "there is no file in the folder that could hold fact-checks")];
        }

        return files.Count > MostFiles
            ? [new FactCheckItem.Refused(Path.GetFileName(path), 0, "the folder has more than 100,000 files")]
            : files.SelectMany(f => ReadFile(f, options));
    }

    private static IEnumerable<FactCheckItem> ReadFile(string path, FactCheckOptions options)
    {
        var name = Path.GetFileName(path);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return [new FactCheckItem.Refused(name, 0, "the file is not there")];
        }

        if (file.Length > options.LargestFile)
        {
            return [new FactCheckItem.Refused(name, 0, "the file is larger than the limit")];
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new FactCheckItem.Refused(name, 0, "the file cannot be read")];
        }

        return Ending(path) switch
        {
            var e when Json.Contains(e) => AtLeastOne(ClaimReviewJson.Read(WithoutMark(bytes), name, 1), name),
            ".jsonl" => Lines(bytes, name),
            var e when Html.Contains(e) => ClaimReviewHtml.Read(bytes, name),
            var e when Table.Contains(e) => FactCheckCsv.Read(bytes, name),
            _ => [new FactCheckItem.Refused(name, 0, "only .json, .jsonld, .jsonl, .html and .csv are read")],
        };
    }

    private static IEnumerable<FactCheckItem> Lines(byte[] bytes, string name)
    {
        var line = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            line++;
            var length = bytes.AsSpan(at).IndexOf((byte)'\n') is var end and >= 0 ? end : bytes.Length - at;
            var json = bytes.AsMemory(at, length);
            at += length;
            if (json.Span.Trim(" \r\t"u8).Length > 0)
            {
                foreach (var item in AtLeastOne(ClaimReviewJson.Read(json, name, line), name, line))
                {
                    yield return item;
                }
            }
        }
    }

    private static List<FactCheckItem> AtLeastOne(IEnumerable<FactCheckItem> items, string name, int line = 0)
    {
        var all = items.ToList();
        return all.Count > 0 ? all : [new FactCheckItem.Refused(name, line, "there is no ClaimReview in it")];
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
