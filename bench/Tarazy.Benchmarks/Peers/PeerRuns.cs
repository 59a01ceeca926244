using System.Text;
using Tarazy.Benchmarks.Export;

namespace Tarazy.Benchmarks.Peers;

/// <summary>
/// <c>peer NAME FOLDER</c>: measures one part of the engine as its peers are measured, and first writes into the folder what they read,
/// so that all see the same.
/// </summary>
internal static class PeerRuns
{
    private const int Posts = 20_000;

    private static readonly Dictionary<string, Action<string>> Runs = new(StringComparer.Ordinal)
    {
        ["fold"] = FoldRun.Run,
        ["language"] = LanguageRun.Run,
        ["copies"] = CopiesRun.Run,
        ["phrases"] = PhrasesRun.Run,
        ["classifier"] = ClassifierRun.Run,
        ["claims"] = ClaimsRun.Run,
        ["index"] = IndexRun.Run,
        ["log"] = LogRun.Run,
    };

    /// <summary>Folder of the shared data, or null.</summary>
    public static string? Data => Environment.GetEnvironmentVariable("TARAZY_DATA") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    public static int Run(string name, string folder)
    {
        if (!Runs.TryGetValue(name, out var run))
        {
            Console.Error.WriteLine($"{name} is not one of {string.Join(", ", Runs.Keys)}.");
            return 2;
        }

        Directory.CreateDirectory(folder);
        run(folder);
        return 0;
    }

    /// <summary>The posts that every part reads, one a line in <c>posts.txt</c>.</summary>
    public static string[] WritePosts(string folder)
    {
        var (corpus, random) = (Corpus.Load(Data), new Random(3));
        var posts = Enumerable.Range(0, Posts).Select(_ => OneLine(corpus.Post(random))).ToArray();
        WriteLines(folder, "posts.txt", posts);
        return posts;
    }

    public static void WriteLines(string folder, string name, IEnumerable<string> lines)
    {
        using var file = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.NewLine = "\n";
        foreach (var line in lines)
        {
            file.WriteLine(line);
        }
    }

    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');
}
