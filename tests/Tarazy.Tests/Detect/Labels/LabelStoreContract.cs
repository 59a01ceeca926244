using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Detect;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Drawing;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Detect.Posts;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Detect.Labels;

/// <summary>What a desk's own labels promise on every database. All posts are invented.</summary>
public abstract class LabelStoreContract : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-labels-");
    private readonly FakeTimeProvider _clock = new(TestPosts.Start.AddDays(1));
    private readonly InventedDecisions _decisions = new();
    private TestDatabase _database = null!;
    private ServiceProvider _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LabelDesk Labels => _desk.GetRequiredService<LabelDesk>();

    private DrawPosts Drawing => _desk.GetRequiredService<DrawPosts>();

    public async ValueTask InitializeAsync()
    {
        _database = await NewDatabaseAsync();
        _desk = Desk();
        await using var db = await _desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        await db.Database.EnsureCreatedAsync(Cancel);
        while (await _desk.GetRequiredService<DetectPosts>().StepAsync(Cancel))
        {
        }
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
    public async Task Posts_are_drawn_once_a_day_from_those_without_a_finding_and_say_that_nothing_was_found()
    {
        Assert.Empty(await DrawnAsync()); // the first day only begins to count
        _clock.Advance(TimeSpan.FromDays(1));
        var drawn = await DrawnAsync();
        Assert.Equal(5, drawn.Count);
        Assert.All(drawn, finding => Assert.Equal((DrawNames.Audit, 0, 0, false), (finding.Harm.Value, finding.Strength, finding.Evidence.Count, finding.Shadow)));
        Assert.DoesNotContain(drawn, finding => _decisions.Posts.Any(post => post.Id == finding.Post && post.Text == TestPosts.Recruitment));
        Assert.Equal(drawn.Select(one => one.Id), (await DrawnAsync()).Select(one => one.Id));

        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(drawn.Select(one => one.Id), (await DrawnAsync()).Select(one => one.Id)); // no new posts came in
    }

    [Fact]
    public async Task Two_processes_draw_the_same_day_once()
    {
        await Drawing.StepAsync(Cancel);
        _clock.Advance(TimeSpan.FromDays(1));
        await using var other = Desk();
        await Task.WhenAll(Task.Run(() => Drawing.StepAsync(Cancel)), Task.Run(() => other.GetRequiredService<DrawPosts>().StepAsync(Cancel)));
        Assert.Equal(5, (await DrawnAsync()).Count);
    }

    [Fact]
    public async Task A_desk_goes_from_cold_by_way_of_warming_to_calibrated()
    {
        _decisions.Decide(12, 40);
        Assert.Equal(LabelStage.Cold, (await StandingAsync()).Stage);
        _decisions.Decide(40, 180);
        Assert.Equal(LabelStage.Warming, (await StandingAsync()).Stage);
        Assert.Equal(0, (await StandingAsync()).Current);

        // A model is made of them; it ranks, and gives no probability yet.
        var first = await Labels.TrainAsync(new TrainLabel(InventedDecisions.Label, "R-01"), Cancel);
        Assert.True(first.Ok && first.Value.Contest.Wins);
        Assert.Equal((1, LabelStage.Warming), ((await StandingAsync()).Current, (await StandingAsync()).Stage));
        var warming = Assert.Single(await Labels.AskAsync(InventedDecisions.Positive(999), HarmId.From("drugs"), Cancel));
        Assert.True(warming is { Speaks: true, Probability: null, Precision: not null, Above: > 80 } && warming.Words.Count > 0);
        Assert.Empty(await Labels.AskAsync(InventedDecisions.Benign(999), HarmId.From("drugs"), Cancel));

        // Random posts were drawn and read meanwhile, and nothing was found in them.
        await _desk.GetRequiredService<EventTable<LabelEvent>>().ActAsync("draw:2026-12-01", "desk", (_, _) => Task.FromResult<Outcome<LabelEvent[]>>(
            new LabelEvent[] { new PostsDrawn(new DateOnly(2026, 12, 1), 0, 2_400, _decisions.Draws(120)) }), (_, _) => Task.CompletedTask, Cancel);
        _decisions.AnswerDraws(120);
        Assert.True((await Labels.ChangeAsync(new ChangeModel(InventedDecisions.Label, 1, 0, "R-01", "To start afresh with the random posts."), Cancel)).Ok);
        _decisions.Decide(70, 200);
        var second = await Labels.TrainAsync(new TrainLabel(InventedDecisions.Label, "R-01"), Cancel);
        Assert.True(second.Ok && second.Value.Contest.Wins && second.Value.Error <= LabelBars.Error, second.Value?.ToString());
        Assert.Equal((2, LabelStage.Calibrated), ((await StandingAsync()).Current, (await StandingAsync()).Stage));
        Assert.All(second.Value!.Benign, language => Assert.InRange(language.PerThousand, 0, 50));
        var said = Assert.Single(await Labels.AskAsync(InventedDecisions.Positive(999), HarmId.From("drugs"), Cancel));
        Assert.InRange(said.Probability!.Value, 0, 1);

        // Learning the same again makes nothing better, so nothing is put in use.
        var third = await Labels.TrainAsync(new TrainLabel(InventedDecisions.Label, "R-01"), Cancel);
        Assert.True(third.Ok && !third.Value!.Contest.Wins && third.Value.AgainstVersion == 2);
        Assert.Equal(2, (await StandingAsync()).Current);
    }

    [Fact]
    public async Task A_version_taken_back_says_nothing_more_and_one_that_was_changed_on_disk_neither()
    {
        _decisions.Decide(60, 200);
        Assert.True((await Labels.TrainAsync(new TrainLabel(InventedDecisions.Label, "R-01"), Cancel)).Ok);
        Assert.Single(await Labels.AskAsync(InventedDecisions.Positive(5), HarmId.From(InventedDecisions.Label), Cancel));
        Assert.True((await Labels.ChangeAsync(new ChangeModel(InventedDecisions.Label, 1, 0, "R-09", "It flags news."), Cancel)).Ok);
        Assert.Empty(await Labels.AskAsync(InventedDecisions.Positive(5), HarmId.From(InventedDecisions.Label), Cancel));
        Assert.True((await Labels.ChangeAsync(new ChangeModel(InventedDecisions.Label, 0, 1, "R-09", "The news were satire."), Cancel)).Ok);

        File.Copy(typeof(LabelStoreContract).Assembly.Location, Path.Combine(_folder.FullName, "desk", InventedDecisions.Label, "v1", "label.model"), overwrite: true);
        await using var restarted = Desk();
        Assert.Empty(await restarted.GetRequiredService<LabelDesk>().AskAsync(InventedDecisions.Positive(5), HarmId.From(InventedDecisions.Label), Cancel));
    }

    [Fact]
    public async Task Readers_who_do_not_agree_stop_the_training_of_their_category()
    {
        _decisions.Decide(60, 900);
        foreach (var wanted in await Labels.OpinionsWantedAsync("R-02", Cancel))
        {
            var opposite = wanted.Answer == LabelAnswer.Yes ? LabelAnswer.No : LabelAnswer.Yes;
            Assert.True((await Labels.GiveOpinionAsync(new GiveOpinion(wanted.Number, "R-02", opposite), Cancel)).Ok);
        }

        Assert.True((await StandingAsync()).Frozen);
        var refused = await Labels.TrainAsync(new TrainLabel(InventedDecisions.Label, "R-01"), Cancel);
        Assert.IsType<ReadersDisagree>(Assert.Single(refused.Refusals));
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "desk")));
    }

    [Fact]
    public async Task Nobody_gives_a_second_opinion_on_their_own_decision_or_twice()
    {
        _decisions.Decide(60, 900);
        Assert.Empty(await Labels.OpinionsWantedAsync(InventedDecisions.Reader, Cancel));
        var wanted = (await Labels.OpinionsWantedAsync("R-02", Cancel))[0];
        Assert.IsType<NoOpinionWanted>(Assert.Single((await Labels.GiveOpinionAsync(new GiveOpinion(wanted.Number, InventedDecisions.Reader, LabelAnswer.Yes), Cancel)).Refusals));
        Assert.True((await Labels.GiveOpinionAsync(new GiveOpinion(wanted.Number, "R-02", LabelAnswer.Yes), Cancel)).Ok);
        Assert.IsType<NoOpinionWanted>(Assert.Single((await Labels.GiveOpinionAsync(new GiveOpinion(wanted.Number, "R-03", LabelAnswer.No), Cancel)).Refusals));
    }

    private ServiceProvider Desk() => new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock)
        .AddStorage(_database.Options).AddDetect(new DetectOptions { BatchSize = 100 })
        .AddLabels(new LabelOptions { Folder = _folder.FullName, AuditADay = 5 })
        .AddSingleton<ILabelDecisions>(_decisions)
        .AddSingleton(TestEngine.Data).AddPosts(new PostList(_decisions.Posts)).BuildServiceProvider();

    private async Task<LabelStanding> StandingAsync() => (await Labels.StandingsAsync(Cancel)).Single(one => one.Label == InventedDecisions.Label);

    private async Task<IReadOnlyList<Finding>> DrawnAsync()
    {
        await Drawing.StepAsync(Cancel);
        var findings = await _desk.GetRequiredService<IFeed<Finding>>().ReadAfterAsync(0, 1_000, Cancel);
        return [.. findings.Select(finding => finding.Item).Where(finding => DrawNames.Of(finding.Rule) == Sampling.Audit)];
    }
}

public sealed class SqliteLabelStoreTests : LabelStoreContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlLabelStoreTests : LabelStoreContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
