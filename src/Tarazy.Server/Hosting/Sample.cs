using Tarazy.Detect.FactChecks;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;

namespace Tarazy.Server.Hosting;

/// <summary>The invented sample that shows a newcomer a desk at work.</summary>
internal static class Sample
{
    /// <summary>Settings that let every step of the sample be tried; a real desk sets its own.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Notice:DeskName"] = "Sample desk (invented)",
        ["Notice:DeskMail"] = "desk@tarazy.example",
        ["Web:DeskName"] = "Sample desk (invented)",
    };

    /// <summary>Imports the sample into a desk that has no posts yet.</summary>
    public static async Task ImportIfEmptyAsync(IServiceProvider services, CancellationToken cancel)
    {
        if ((await services.GetRequiredService<PostArchive>().CountAsync(cancel)).Posts > 0)
        {
            return;
        }

        var folder = Path.Combine(DataFiles.Folder, "samples", "steppe");
        var options = new IngestOptions { ChannelList = Path.Combine(folder, "channels.csv") };
        var summary = await services.GetRequiredService<ImportPostsHandler>()
            .HandleAsync(new ImportPosts(Path.Combine(folder, "result.json"), options), progress: null, cancel);
        var checks = await services.GetRequiredService<FactCheckStore>().ImportAsync(Path.Combine(folder, "fact-checks.json"), cancel);
        await using var scope = services.CreateAsyncScope();
        var demands = await ActivatorUtilities.CreateInstance<SampleDemands>(scope.ServiceProvider).ImportAsync(Path.Combine(folder, "demands.json"), cancel);
        Console.WriteLine($"Imported the sample: {summary.New} posts, {checks.New} fact-checks and {demands} demands, everything in it invented.");
    }
}
