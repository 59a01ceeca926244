using Tarazy.Ingest.Posts;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Imports;

/// <summary>What was read into the desk.</summary>
internal static class ImportPages
{
    private const int Most = 100;

    // What every export holds has a sentence in each language; the rest is told in the words of the import.
    private static readonly HashSet<string> Named = ["private-chat", "service-message"];

    public static void MapImports(this IEndpointRouteBuilder routes) => routes.MapGet("/desk/imports", ShowAsync);

    private static async Task<IResult> ShowAsync(PostArchive archive, CancellationToken cancel)
    {
        var imports = new List<ImportView>();
        foreach (var past in await archive.LatestImportsAsync(Most, cancel))
        {
            var channels = await archive.ChannelsAsync(past.Summary.Channels, cancel);
            imports.Add(new ImportView(
                Path.GetFileName(past.Source),
                channels is [var only] ? only.Title : string.Join(", ", channels.Take(3).Select(c => c.Title)) + (channels.Count > 3 ? " …" : ""),
                past.StartedAt,
                past.FinishedAt,
                past.Summary.Read,
                past.Summary.Known,
                Refused(past.Summary.Refused),
                past.Summary.Sentences));
        }

        return Page.Of<ImportsPage>(new ImportsView(imports));
    }

    private static List<(string Reason, long Count)> Refused(IReadOnlyDictionary<string, long> byCode) =>
    [
        .. byCode.GroupBy(r => Named.Contains(r.Key) ? r.Key : "rest", r => r.Value, (reason, counts) => (reason, counts.Sum()))
            .OrderBy(r => r.reason == "rest"),
    ];
}
