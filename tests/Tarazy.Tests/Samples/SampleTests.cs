using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Detect;
using Tarazy.Detect.FactChecks;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Detect.Posts;
using Tarazy.Detect.Readings;
using Tarazy.Ingest;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Findings;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Detect;

namespace Tarazy.Tests.Samples;

/// <summary>The invented export goes the way of a real one, and what it promises a newcomer comes true.</summary>
public sealed class SampleTests(SampleTests.Imported sample) : IClassFixture<SampleTests.Imported>
{
    private static readonly HashSet<string> Harms = ["mercenary-recruitment", "extortion", "investment-scam", "job-bait"];

    [Fact]
    public void Every_post_that_deserves_a_look_for_a_harm_of_the_rules_has_a_finding_of_that_harm()
    {
        var looked = sample.Expected.Where(e => e.Look && Harms.Contains(e.Kind)).ToList();
        Assert.True(looked.Count >= 12, $"only {looked.Count} posts of the sample deserve a look");
        Assert.DoesNotContain(looked, e => !sample.Findings.Any(f => (f.Channel, f.Message, f.Harm) == (e.Channel, e.Message, e.Kind)));
    }

    [Fact]
    public void No_post_that_must_be_left_alone_has_a_finding()
    {
        var left = sample.Expected.Where(e => !e.Look).ToList();
        Assert.True(left.Count >= 30, $"only {left.Count} near misses");
        Assert.DoesNotContain(left, e => sample.Findings.Any(f => (f.Channel, f.Message) == (e.Channel, e.Message)));
    }

    [Fact]
    public void No_post_beside_the_list_has_a_finding() =>
        Assert.DoesNotContain(sample.Findings, f => !sample.Expected.Any(e => (e.Channel, e.Message) == (f.Channel, f.Message)));

    [Fact]
    public void What_a_model_marks_stays_in_shadow() => Assert.DoesNotContain(sample.Queued, f => f.Rule.StartsWith("label:", StringComparison.Ordinal));

    [Fact]
    public void Every_story_of_the_false_claim_is_put_before_a_person_with_the_check_of_it()
    {
        var claims = sample.Expected.Where(e => e is { Look: true, Kind: "false-claim" }).ToList();
        Assert.Equal(6, claims.Count);
        Assert.DoesNotContain(claims, e => !sample.Suggested.Any(s =>
            (s.Channel, s.Message) == (e.Channel, e.Message) && s.Url.Contains("/otemplus-", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_ordinary_post_is_held_against_a_check()
    {
        // Corrections, doubts and the checks themselves speak of the claim too; a person tells them apart.
        string[] near = ["false-claim", "fact-check", "doubt"];
        Assert.DoesNotContain(
            sample.Suggested,
            s => sample.Expected.FirstOrDefault(e => (e.Channel, e.Message) == (s.Channel, s.Message)) is { Kind: var kind } && !near.Contains(kind));
    }

    [Fact]
    public void The_private_chat_is_refused_and_nothing_of_it_is_anywhere_in_the_database()
    {
        Assert.Equal(1, sample.Summary.Refused["private-chat"]);
        Assert.NotEmpty(sample.PrivateWords);
        var bytes = sample.Bytes();
        Assert.True(bytes.AsSpan().IndexOf("Ауыл хабары"u8) >= 0);
        Assert.DoesNotContain(sample.PrivateWords, w => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(w)) >= 0);
    }

    internal sealed record Row(string Channel, long Message, bool Look, string Kind);

    /// <param name="Message">Any post of the story that the check was suggested for.</param>
    internal sealed record SuggestedFor(string Channel, long Message, string Url);

    internal sealed record Found(string Channel, long Message, string Harm);

    public sealed class Imported : IAsyncLifetime
    {
        private readonly SqliteFile _database = new();

        internal IReadOnlyList<Row> Expected { get; private set; } = [];

        /// <summary>Findings that may open a case; those in shadow are counted and never queued.</summary>
        internal IReadOnlyList<Found> Findings => [.. Queued.Select(f => f.Found)];

        internal IReadOnlyList<(string Rule, Found Found)> Queued { get; private set; } = [];

        internal IReadOnlyList<SuggestedFor> Suggested { get; private set; } = [];

        internal ImportSummary Summary { get; private set; } = null!;

        internal IReadOnlyList<string> PrivateWords { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var folder = Repository.Path("samples", "steppe");
            Expected = [.. File.ReadLines(Path.Combine(folder, "expected.csv")).Skip(1).Select(Read)];
            PrivateWords = [.. Private(Path.Combine(folder, "result.json"))];
            await using var services = new ServiceCollection().AddLogging()
                .AddStorage(_database.Options).AddIngest().AddDetect(new DetectOptions()).AddFactChecks(new FactCheckOptions()).AddSingleton(TestEngine.Data)
                .BuildServiceProvider();
            await using (var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync())
            {
                await db.Database.EnsureCreatedAsync();
            }

            var options = new IngestOptions { ChannelList = Path.Combine(folder, "channels.csv") };
            Summary = await services.GetRequiredService<ImportPostsHandler>()
                .HandleAsync(new ImportPosts(Path.Combine(folder, "result.json"), options), null, CancellationToken.None);
            while (await services.GetRequiredService<DetectPosts>().StepAsync(CancellationToken.None))
            {
            }

            Queued = await QueuedAsync(services);
            await services.GetRequiredService<FactCheckStore>().ImportAsync(Path.Combine(folder, "fact-checks.json"), CancellationToken.None);
            while (await services.GetRequiredService<MatchPosts>().StepAsync(CancellationToken.None))
            {
            }

            Suggested = await SuggestedAsync(services);
        }

        /// <summary>Everything that the database keeps on the disk, its journal with it.</summary>
        internal byte[] Bytes() =>
            [.. Directory.GetFiles(Path.GetDirectoryName(_database.Options.Database)!).SelectMany(File.ReadAllBytes)];

        public ValueTask DisposeAsync() => _database.DisposeAsync();

        private static async Task<IReadOnlyList<(string, Found)>> QueuedAsync(ServiceProvider services)
        {
            var archive = services.GetRequiredService<PostArchive>();
            var found = new List<(string, Found)>();
            foreach (var (_, finding) in await services.GetRequiredService<IFeed<Finding>>().ReadAfterAsync(0, 1_000, CancellationToken.None))
            {
                if (finding.Shadow)
                {
                    continue;
                }

                var post = await archive.FindAsync(finding.Post, CancellationToken.None);
                found.Add((finding.Rule, new Found(finding.Channel.Value["telegram:".Length..], post!.Message, finding.Harm.Value)));
            }

            return found;
        }

        private static async Task<IReadOnlyList<SuggestedFor>> SuggestedAsync(ServiceProvider services)
        {
            var archive = services.GetRequiredService<PostArchive>();
            var suggested = new List<SuggestedFor>();
            foreach (var match in await services.GetRequiredService<FactCheckDesk>().WaitingAsync(100, CancellationToken.None))
            {
                foreach (var member in await services.GetRequiredService<Detections>().MembersAsync(match.Story, 100, CancellationToken.None))
                {
                    var post = await archive.FindAsync(member.Post, CancellationToken.None);
                    suggested.Add(new SuggestedFor(member.Channel.Value["telegram:".Length..], post!.Message, match.Check.Url!));
                }
            }

            return suggested;
        }

        private static Row Read(string line)
        {
            var cells = line.Split(',');
            return new Row(cells[0], long.Parse(cells[1], CultureInfo.InvariantCulture), cells[2] == "look", cells[3]);
        }

        private static IEnumerable<string> Private(string path)
        {
            foreach (var chat in JsonNode.Parse(File.ReadAllText(path))!["chats"]!["list"]!.AsArray()
                         .Where(c => c!["type"]!.GetValue<string>() is not ("public_channel" or "public_supergroup")))
            {
                yield return chat!["name"]!.GetValue<string>();
                yield return chat["id"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture);
                foreach (var message in chat["messages"]!.AsArray())
                {
                    yield return message!["from"]!.GetValue<string>();
                    yield return message["from_id"]!.GetValue<string>();
                    yield return message["text"]!.GetValue<string>();
                    yield return message["text"]!.GetValue<string>()[..20];
                }
            }
        }
    }
}
