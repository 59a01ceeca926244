namespace Tarazy.TestKit;

/// <summary>Real data to measure with. It is never part of the repository, so tests that need it skip when it is absent.</summary>
public static class SharedData
{
    /// <summary><c>TARAZY_DATA</c>, or <c>../shared/data</c> beside the checkout; null when neither is there.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The path of a file or folder in the data, or null with the reason to skip in <paramref name="why"/>.</summary>
    public static string? Path(string relative, out string why)
    {
        why = $"needs data/{relative}; set TARAZY_DATA to a folder that has it";
        if (Folder is null)
        {
            return null;
        }

        var path = System.IO.Path.Combine(Folder, relative);
        return System.IO.Path.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TARAZY_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        var beside = System.IO.Path.Combine(Repository.Root, "..", "shared", "data");
        return Directory.Exists(beside) ? beside : null;
    }
}
