using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Detect;
using Tarazy.Detect.FactChecks;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Detect.Posts;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Detect.FactChecks;

/// <summary>What fact-checks and their matches promise on every database.</summary>
public abstract class FactCheckStoreContract : IAsyncLifetime
{
    private const string Claim = "Ертеңнен бастап барлық банктер жабылады, ақшаңызды бүгін шығарып алыңыз.";

    private static readonly Post[] Posts =
    [
        TestPosts.Post(TestPosts.Rumour, 1),
        TestPosts.Post("Ауылда жаңа мектеп ашылды, үш қабатты ғимаратта үш жүз бала оқиды, ата-аналар мұны көптен күтті.", 2),
        TestPosts.Post(TestPosts.Rumour + " Тез!", 1, "telegram:2", hours: 1), // a copy tells the same story
        TestPosts.Post(TestPosts.Rumour + " Талдау осында: https://derek.example/bank", 3, "telegram:3", hours: 2),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-checks-");
    private readonly FakeTimeProvider _clock = new(TestPosts.Start.AddDays(1));
    private TestDatabase _database = null!;
    private ServiceProvider _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FactCheckStore Store => _desk.GetRequiredService<FactCheckStore>();

    private FactCheckDesk Checks => _desk.GetRequiredService<FactCheckDesk>();

    public async ValueTask InitializeAsync()
    {
        _database = await NewDatabaseAsync();
        _desk = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock)
            .AddStorage(_database.Options).AddDetect(new DetectOptions { BatchSize = 2 })
            .AddFactChecks(new FactCheckOptions { Most = 3, SuggestionsADay = 1, BatchSize = 2 })
            .AddSingleton(TestEngine.Data).AddPosts(new PostList(Posts)).BuildServiceProvider();
        await using var db = await _desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        await db.Database.EnsureCreatedAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<TestDatabase> NewDatabaseAsync();

    [Fact]
    public async Task Importing_the_same_twice_changes_nothing_and_a_changed_rating_changes_the_record()
    {
        var first = await ImportAsync(("1", "One", "False"), ("2", "Two", "False"));
        Assert.Equal((2, 0, 0, 0), (first.New, first.Changed, first.Known, first.RefusedCount));
        var again = await ImportAsync(("1", "One", "False"), ("2", "Two", "False"));
        Assert.Equal((0, 0, 2), (again.New, again.Changed, again.Known));
        var corrected = await ImportAsync(("1", "One", "Half true"), ("2", "Two", "False"));
        Assert.Equal((0, 1, 1), (corrected.New, corrected.Changed, corrected.Known));
        Assert.Equal(["Half true", "False"], (await Store.ListAsync(10, Cancel)).Select(c => c.Rating));
    }

    [Fact]
    public async Task Past_the_limit_records_are_refused_by_name_and_the_others_kept()
    {
        var done = await ImportAsync([.. Enumerable.Range(1, 5).Select(i => ($"{i}", $"Claim {i}", "False"))]);
        Assert.Equal((3, 2), (done.New, done.RefusedCount));
        Assert.All(done.Refused, r => Assert.Contains("may keep", r, StringComparison.Ordinal));
        Assert.Equal(3, await Store.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_check_that_comes_after_its_post_is_suggested_for_the_story_once_and_nothing_follows_from_it()
    {
        await RunAsync();
        Assert.Empty(await Checks.WaitingAsync(10, Cancel));

        await ImportAsync(("bank", Claim, "Жалған"));
        await RunAsync();
        await RunAsync();
        var match = Assert.Single(await Checks.WaitingAsync(10, Cancel));
        Assert.Equal((Posts[0].Id, MatchStatus.Suggested, "Жалған"), (match.Post, match.Status, match.Check.Rating));
        Assert.Contains("банктер", match.Shared.Select(e => Posts[0].Text.Substring(e.Start, e.Length)));
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task Only_a_person_makes_it_a_finding_and_a_second_thought_is_kept_beside_the_first()
    {
        var match = await SuggestedAsync();
        var confirmed = await Checks.JudgeAsync(new JudgeMatch(match.Id, match.Version, "R-01", Same: true), Cancel);
        Assert.Equal((MatchStatus.Confirmed, "R-01"), (confirmed.Value!.Status, confirmed.Value.JudgedBy));
        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal((MatchStore.Rule, "false-claim", match.Story), (finding.Rule, finding.Harm.Value, finding.Story));

        var stale = await Checks.JudgeAsync(new JudgeMatch(match.Id, match.Version, "R-02", Same: false), Cancel);
        Assert.Equal(new MatchMovedOn("R-01"), Assert.Single(stale.Refusals));

        var again = await Checks.JudgeAsync(new JudgeMatch(match.Id, 2, "R-02", Same: false), Cancel);
        Assert.Equal((MatchStatus.Rejected, 3), (again.Value!.Status, again.Value.Version));
        var back = await Checks.JudgeAsync(new JudgeMatch(match.Id, 3, "R-02", Same: true), Cancel);
        Assert.Equal(MatchStatus.Confirmed, back.Value!.Status);
        Assert.Single(await FindingsAsync());
        Assert.Equal(MatchStatus.Confirmed, Assert.Single(await Checks.OfStoryAsync(match.Story, Cancel)).Status);
    }

    [Fact]
    public async Task What_was_judged_not_the_same_is_not_suggested_again()
    {
        var match = await SuggestedAsync();
        Assert.True((await Checks.JudgeAsync(new JudgeMatch(match.Id, 1, "R-01", Same: false), Cancel)).Ok);
        await ImportAsync(("bank", Claim, "Жалған"), ("other", "Су үш күн болмайды деген сөз", "Жалған"));
        await RunAsync();
        Assert.Empty(await Checks.WaitingAsync(10, Cancel));
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task A_match_that_nobody_suggested_cannot_be_confirmed()
    {
        var outcome = await Checks.JudgeAsync(new JudgeMatch("match:none", 0, "R-01", Same: true), Cancel);
        Assert.IsType<NoSuchMatch>(Assert.Single(outcome.Refusals));
    }

    [Fact]
    public async Task Past_the_quota_of_the_day_posts_wait_and_go_on_the_next_day()
    {
        await ImportAsync(("a", Claim, "Жалған"), ("b", "Ауылда жаңа мектеп ашылды, үш қабатты ғимаратта үш жүз бала оқиды.", "Рас"));
        await RunAsync();
        Assert.Single(await Checks.WaitingAsync(10, Cancel));
        _clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal(2, (await Checks.WaitingAsync(10, Cancel)).Count);
    }

    [Fact]
    public async Task A_question_is_answered_from_what_was_imported_a_moment_ago()
    {
        Assert.Empty(await Checks.AskAsync(Claim, 3, 0, Cancel));
        await ImportAsync(("bank", Claim, "Жалған"));
        Assert.Equal("Жалған", Assert.Single(await Checks.AskAsync("Рас па: ертеңнен бастап барлық банктер жабылады екен, ақшаңызды шығарып алыңыз", 3, 0.5, Cancel)).Check.Rating);
    }

    private async Task<StoryMatch> SuggestedAsync()
    {
        await ImportAsync(("bank", Claim, "Жалған"));
        await RunAsync();
        return Assert.Single(await Checks.WaitingAsync(10, Cancel));
    }

    private async Task RunAsync()
    {
        while (await _desk.GetRequiredService<DetectPosts>().StepAsync(Cancel))
        {
        }

        while (await _desk.GetRequiredService<MatchPosts>().StepAsync(Cancel))
        {
        }
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync() =>
        [.. (await _desk.GetRequiredService<IFeed<Finding>>().ReadAfterAsync(0, 100, Cancel)).Select(f => f.Item)];

    private async Task<FactCheckImport> ImportAsync(params (string Name, string Claim, string Rating)[] checks)
    {
        var path = Path.Combine(_folder.FullName, "checks.json");
        await File.WriteAllTextAsync(
            path,
            JsonSerializer.Serialize(checks.Select(c => new Dictionary<string, object>
            {
                ["@type"] = "ClaimReview",
                ["url"] = $"https://derek.example/{c.Name}",
                ["claimReviewed"] = c.Claim,
                ["author"] = new { name = "Дерек" },
                ["reviewRating"] = new { alternateName = c.Rating },
            })),
            Cancel);
        return await Store.ImportAsync(path, Cancel);
    }
}

public sealed class SqliteFactCheckStoreTests : FactCheckStoreContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlFactCheckStoreTests : FactCheckStoreContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
