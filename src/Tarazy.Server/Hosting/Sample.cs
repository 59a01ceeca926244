using Tarazy.Detect.FactChecks;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;

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

    private static readonly string Folder = Path.Combine(DataFiles.Folder, "samples", "steppe");
    private static readonly string Channels = Path.Combine(Folder, "channels.csv");
    private static readonly string Demands = Path.Combine(Folder, "demands.json");

    /// <summary>
    /// Imports what is missing of the sample: all of it into a desk that has no posts yet, and what is left where an earlier start was broken off.
    /// A desk that holds a post of its own gets none.
    /// </summary>
    public static async Task ImportMissingAsync(IServiceProvider services, CancellationToken cancel)
    {
        var archive = services.GetRequiredService<PostArchive>();
        var factChecks = services.GetRequiredService<FactCheckStore>();
        var here = await archive.CountAsync(cancel);

        // An import is written down when it is over, and doing it twice changes nothing.
        var noPosts = here.Posts == 0 || here.Imports == 0;
        var noChecks = await factChecks.CountAsync(cancel) == 0;
        await using var scope = services.CreateAsyncScope();
        var sampleDemands = ActivatorUtilities.CreateInstance<SampleDemands>(scope.ServiceProvider);
        var fewDemands = await sampleDemands.AnyMissingAsync(Demands, cancel);
        if (!(noPosts || noChecks || fewDemands) || await OfSampleAsync(archive, cancel) != here.Posts)
        {
            return;
        }

        long posts = 0;
        if (noPosts)
        {
            var import = new ImportPosts(Path.Combine(Folder, "result.json"), new IngestOptions { ChannelList = Channels });
            posts = (await services.GetRequiredService<ImportPostsHandler>().HandleAsync(import, progress: null, cancel)).New;
        }

        var checks = noChecks ? (await factChecks.ImportAsync(Path.Combine(Folder, "fact-checks.json"), cancel)).New : 0;
        var demands = fewDemands ? await sampleDemands.ImportMissingAsync(Demands, cancel) : 0;
        if (posts + checks + demands > 0)
        {
            Console.WriteLine($"Imported the sample: {posts} posts, {checks} fact-checks and {demands} demands, everything in it invented.");
            Console.WriteLine("It is for trying and stays in this folder's database and log for good; start a real desk with `tarazy serve --data FOLDER`.");
        }
    }

    /// <summary>How many posts are of the sample's channels, told by number and name.</summary>
    private static async Task<long> OfSampleAsync(PostArchive archive, CancellationToken cancel)
    {
        var names = (await File.ReadAllLinesAsync(Channels, cancel)).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => new ChannelId($"telegram:{cells[0]}"), cells => cells[1]);
        long posts = 0;
        foreach (var channel in await archive.ChannelsAsync(names.Keys, cancel))
        {
            posts += channel.Handle == names[channel.Id] ? (await archive.OfChannelAsync(channel.Id, cancel)).Posts : 0;
        }

        return posts;
    }
}
