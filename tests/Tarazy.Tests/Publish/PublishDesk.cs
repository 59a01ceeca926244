using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Publish;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Erasure;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.TransparencyLog;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;

namespace Tarazy.Tests.Publish;

/// <summary>The publish stage on a real database, a disk that can break, and a feed that a test fills.</summary>
internal sealed class PublishDesk : IAsyncDisposable
{
    public const string AppealKey = "c7d1f0a95b3e4862";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-publish-");
    private readonly bool _ownsDatabase;
    private ServiceProvider? _services;

    private PublishDesk(TestDatabase database, bool ownsDatabase) => (Database, _ownsDatabase) = (database, ownsDatabase);

    public TestDatabase Database { get; }

    public Feed Events { get; } = new();

    public CrashableFiles Files { get; set; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public PublishOptions Options => new()
    {
        Origin = "desk.example/log",
        KeyFile = Path.Combine(_folder.FullName, "keys", "log.key"),
        Batch = 4,
    };

    public IServiceProvider Services => _services!;

    public LogStep Step => Services.GetRequiredService<LogStep>();

    public DeskLog Log => Services.GetRequiredService<DeskLog>();

    public IEntryReceipts Receipts => Services.GetRequiredService<IEntryReceipts>();

    public PublicRegister Register => Services.GetRequiredService<PublicRegister>();

    public EraseContentHandler Erase => Services.GetRequiredService<EraseContentHandler>();

    public VerifierKey Key => VerifierKey.Parse(Log.VerifierKey!).Required();

    public static async Task<PublishDesk> StartAsync(TestDatabase? database = null)
    {
        var desk = new PublishDesk(database ?? new SqliteFile(), database is null);
        await desk.RestartAsync(create: true);
        return desk;
    }

    /// <summary>The process ends and begins again; database and log folder are what they are.</summary>
    public async Task RestartAsync(Crash? crash = null, bool create = false)
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (crash is { } how)
        {
            Files.Restart(how);
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage(Database.Options);
        services.AddPublish(Options);
        services.AddSingleton(new LogFolder(new LogReader(Files), key => Tarazy.TransparencyLog.Log.Open(Files, key)));
        services.AddSingleton<IFeed<Recorded<NoticeEvent>>>(Events);
        _services = services.BuildServiceProvider();
        if (create)
        {
            await using var db = await ContextAsync();
            await db.Database.EnsureCreatedAsync();
        }
    }

    public Task<DeskContext> ContextAsync() => Services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync();

    /// <summary>Works until nothing is left.</summary>
    public async Task RunAsync()
    {
        while (await Step.StepAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        if (_ownsDatabase)
        {
            await Database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    public static NoticeId Id(int number) => new($"notice:{number:x8}");

    public static string Number(int number) => $"N-2026-{number:0000}";

    /// <summary>A notice from its draft to its sending.</summary>
    public void Draft(int number, DateOnly? sealedUntil = null, Func<Decision, Decision>? change = null)
    {
        var decision = new Decision(
            Measure.RemovePost,
            new HarmId("mercenary-recruitment"),
            "Ақы үшін соғысқа шақыру. Checked by R-01.",
            new ClauseRef("kz", "crim-170"),
            new ProportionalityAnswers(
                "public clause", LegitimateAim.NationalSecurity, "young men", "offers pay for fighting", "a label would keep the contact", [], null, true),
            EndsOn: new DateOnly(2026, 9, 1),
            SealedUntil: sealedUntil,
            Territory: "KZ",
            Addressee: "telegram");
        Events.Add(Clock, "desk", new NoticeDrafted(
            Id(number),
            Number(number),
            new CaseId($"case:{number}"),
            new ReviewerId("R-01"),
            new ReviewerId("R-02"),
            change?.Invoke(decision) ?? decision,
            new ChannelId("telegram:1591537674"),
            [new NoticedPost(new PostId("telegram:1591537674/62#9f86d081884c"), "https://t.me/steppe_news/62", Clock.GetUtcNow(), new string('a', 64), "kk", "quoted words")],
            Clock.GetUtcNow(),
            Clock.GetUtcNow().AddDays(5)));
    }

    public void Sign(int number) => Events.Add(Clock, "R-03", new NoticeSigned(
        Id(number),
        new ReviewerId("R-03"),
        new Letter("email", "clerk@platform.example", "en", "Notice", $"Please remove. Appeal: https://desk.example/appeal/{number}-{AppealKey} until June. Signed R-03."),
        "2026-01"));

    public void Send(int number) =>
        Events.Add(Clock, "R-03", new NoticeSent(Id(number), new ReviewerId("R-03"), 0, "250 queued for clerk@platform.example"));

    public void Add(string actor, NoticeEvent happened) => Events.Add(Clock, actor, happened);

    /// <summary>A feed in memory that keeps the promise of the real one: numbered, in order, append-only.</summary>
    internal sealed class Feed : IFeed<Recorded<NoticeEvent>>
    {
        private readonly List<Recorded<NoticeEvent>> _events = [];

        public int Count => _events.Count;

        public void Add(TimeProvider clock, string actor, NoticeEvent happened)
        {
            var version = _events.Count(e => e.Event.Notice == happened.Notice) + 1;
            _events.Add(new(_events.Count + 1, happened.Notice.Value, version, actor, clock.GetUtcNow(), happened));
        }

        public Task<IReadOnlyList<Numbered<Recorded<NoticeEvent>>>> ReadAfterAsync(long after, int most, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<Numbered<Recorded<NoticeEvent>>>>(
                [.. _events.Skip((int)after).Take(most).Select(e => new Numbered<Recorded<NoticeEvent>>(e.Seq, e))]);
    }
}
