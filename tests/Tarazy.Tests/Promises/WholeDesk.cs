using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Demand;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Linking;
using Tarazy.Notice;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Opening;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Signing;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Publish;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Entries;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Review;
using Tarazy.Review.Cases;
using Tarazy.Review.Decisions;
using Tarazy.Review.Opening;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Hosting;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Review;

namespace Tarazy.Tests.Promises;

/// <summary>
/// Review, Notice, Demand and Publish as the host puts them together, on a real database with a real log, behind findings that a test
/// makes. The mail carrier only counts; the clock only moves when it is told to.
/// </summary>
internal sealed class WholeDesk : IAsyncDisposable
{
    public static readonly ReviewerId Decider = new("R-01");
    public static readonly ReviewerId Second = new("R-02");
    public static readonly ReviewerId Signer = new("R-03");
    public static readonly ReviewerId Ombudsperson = new("R-04");

    public static readonly Packs Law = Packs.Load(Repository.Path("policies")).Packs;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-desk-");
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;

    private WholeDesk(TestDatabase? database)
    {
        _database = database ?? new SqliteFile();
        _ownsDatabase = database is null;
    }

    public FakeTimeProvider Clock { get; } = new(Cases.Now);

    public FindingList Findings { get; } = new();

    public CountingCarrier Mail { get; } = new();

    public KnownPosts Posts { get; } = new();

    public ServiceProvider Services { get; private set; } = null!;

    public string LogFolder => Path.Combine(_folder.FullName, "log");

    public ReviewDesk Review => Services.GetRequiredService<ReviewDesk>();

    public NoticeDesk Notices => Services.GetRequiredService<NoticeDesk>();

    public DemandDesk Demands => Services.GetRequiredService<DemandDesk>();

    public OpenCases Opening => Services.GetServices<IStageStep>().OfType<OpenCases>().Single();

    public DraftNotices Drafting => Services.GetServices<IStageStep>().OfType<DraftNotices>().Single();

    public LogStep Logging => Services.GetRequiredService<LogStep>();

    public EventTable<CaseEvent> CaseEvents => Services.GetRequiredService<EventTable<CaseEvent>>();

    public EventTable<NoticeEvent> NoticeEvents => Services.GetRequiredService<EventTable<NoticeEvent>>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WholeDesk> StartAsync(TestDatabase? database = null, Action<IServiceCollection>? change = null)
    {
        var desk = new WholeDesk(database);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(desk.Clock);
        services.AddStorage(desk._database.Options);
        services.AddSingleton(Law);
        services.AddReview();
        services.AddNotice(new byte[32], options =>
        {
            options.PublicAddress = "https://desk.example";
            options.DeskMail = "desk@desk.example";
        });
        services.AddDemand();
        services.AddPublish(new PublishOptions
        {
            Folder = desk.LogFolder,
            Origin = "desk.example/log",
            KeyFile = Path.Combine(desk._folder.FullName, "log.key"),
        });
        services.AddSingleton<IReceipts, LogReceipts>();
        services.AddSingleton<IDemandReceipts, LogReceipts>();
        services.AddSingleton<IDemandedCases, DemandedCases>();
        services.AddSingleton<INoticedPosts>(desk.Posts);
        services.AddSingleton<IFeed<Finding>>(desk.Findings);
        services.AddSingleton<Tarazy.Notice.Delivery.IMailCarrier>(desk.Mail);
        change?.Invoke(services);
        desk.Services = services.BuildServiceProvider();
        await using var db = await desk.ContextAsync();
        await db.Database.EnsureCreatedAsync(Cancel);
        return desk;
    }

    public Task<DeskContext> ContextAsync() => Services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync();

    /// <summary>A second opener of cases over the same database, as another process would have it.</summary>
    public OpenCases AnotherOpener() => ActivatorUtilities.CreateInstance<OpenCases>(Services);

    public DraftNotices AnotherDrafter() => ActivatorUtilities.CreateInstance<DraftNotices>(Services);

    /// <summary>Lets every stage work until nothing is left.</summary>
    public async Task RunAsync()
    {
        foreach (var step in new IStageStep[] { Opening, Drafting, Logging, Services.GetRequiredService<LogDemands>() })
        {
            while (await step.StepAsync(Cancel))
            {
            }
        }
    }

    public async Task SetCursorAsync(string reader, long seq)
    {
        await using var db = await ContextAsync();
        await db.Set<CursorRow>().Where(c => c.Reader == reader).ExecuteUpdateAsync(c => c.SetProperty(r => r.Seq, seq), Cancel);
    }

    public async Task<CaseState> CaseAsync(CaseId id) => CaseState.Fold(await CaseEvents.OfAsync(id.Value, Cancel))!;

    public async Task<NoticeState> NoticeAsync(NoticeId id) => NoticeState.Fold(await NoticeEvents.OfAsync(id.Value, Cancel))!;

    /// <summary>A new finding, and the case that was opened for it.</summary>
    public async Task<CaseState> OpenAsync(int post)
    {
        var finding = FindingList.Finding(post);
        Findings.Add(finding);
        while (await Opening.StepAsync(Cancel))
        {
        }

        var events = await CaseEvents.ReadAfterAsync(0, 10_000, Cancel);
        return await CaseAsync(events.Select(e => e.Item.Event).OfType<CaseOpened>().Single(o => o.Finding == finding.Id).Case);
    }

    public async Task<CaseState> DecidedAsync(int post, Func<Decision, Decision>? change = null)
    {
        var opened = await OpenAsync(post);
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers() };
        var outcome = await Review.DecideAsync(
            new DecideCase(opened.Id, opened.Version, Decider, change?.Invoke(decision) ?? decision), CaseFacts.Nothing, Cancel);
        Clock.Advance(TimeSpan.FromMinutes(1));
        return Done(outcome);
    }

    public async Task<CaseState> AgreedAsync(int post, Func<Decision, Decision>? change = null)
    {
        var decided = await DecidedAsync(post, change);
        var decision = decided.Decided!.Decision;
        return Done(await Review.ReadSecondAsync(
            new ReadSecond(decided.Id, decided.Version, Second, decision.Measure, decision.Clause, "The contact stays in view."), Cancel));
    }

    public async Task<NoticeState> DraftedAsync(int post, Func<Decision, Decision>? change = null)
    {
        var agreed = await AgreedAsync(post, change);
        while (await Drafting.StepAsync(Cancel))
        {
        }

        var events = await NoticeEvents.ReadAfterAsync(0, 10_000, Cancel);
        return await NoticeAsync(events.Select(e => e.Item.Event).OfType<NoticeDrafted>().Single(d => d.Case == agreed.Id).Notice);
    }

    public async Task<NoticeState> SignedAsync(int post, Func<Decision, Decision>? change = null)
    {
        var drafted = await DraftedAsync(post, change);
        var letter = Done(await Services.GetRequiredService<LetterDesk>().WriteAsync(drafted, "en", Cancel));
        return Done(await Notices.SignAsync(
            new SignNotice(drafted.Id, drafted.Version, Signer, GoodFaith: true, letter.StatementVersion ?? "", "en"), Cancel));
    }

    /// <summary>Signed, and its entry is in the log.</summary>
    public async Task<NoticeState> LoggedAsync(int post, Func<Decision, Decision>? change = null)
    {
        var signed = await SignedAsync(post, change);
        await RunAsync();
        return signed;
    }

    public async Task<NoticeState> SentAsync(int post)
    {
        var logged = await LoggedAsync(post);
        return Done(await Notices.MarkAsSentAsync(new MarkAsSent(logged.Id, logged.Version, Signer, "ticket 1"), Cancel));
    }

    public static T Done<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Ok ? outcome.Value : throw new InvalidOperationException(string.Join(' ', outcome.Refusals.Select(r => $"{r.Code}: {r.Says}")));

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
